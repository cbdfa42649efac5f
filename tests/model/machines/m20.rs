//! A random machine, number 20. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
    M20 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state A { n: a } {
        on_exit do [Tell(1, context.value(2, *a)), Tell(3, *a)];
        timeout context.clock(4, *a) => C do [Tell(5, context.value(6, 2))];
        on P => E(context.value(7, *a), context.value(8, *a));
        on U(k) | R { k } if context.guard(9, *a + k) && context.guard(10, *a) => move |state: &Life, event: &Event, context: &mut World| context.travel(11, state.size() + event.size() + home);
        on Error(why) if context.guard(12, *a + why.code()) && context.guard(13, *a + why.code()) => |state: &Life, event: &Event, context: &mut World| context.travel(14, state.size() + event.size());
    }
    state B {
        on_entry do [Tell(15, context.value(16, 4))];
        on_exit do [Tell(17, context.value(18, 8)), Slow(19)];
        timeout context.clock(20, state.size());
        on timeout => |state: &Life, context: &mut World| context.travel(21, state.size());
        on P | Q if context.guard(22, 8) => B(7);
        on U(k) if context.guard(23, k + state.size()) => postpone do [Note(24)];
        on T | U(_) if context.guard(25, state.size()) => stay do [Tell(26, 0), Risk(27)];
        on W | Q(_) => C do [Tell(28, 5)];
        on U(0) => stay;
    }
    superstate Outer {
        on_exit do [Tell(29, context.value(30, state.size())), Tell(31, 5)];
        timeout context.clock(32, state.size());
        on timeout if context.guard(33, state.size()) => stay do [Tell(34, context.value(35, 8)), Slow(36)];
        on timeout if context.guard(37, 2) => E(context.value(38, state.size()), context.value(39, state.size())) do [Note(40), Tell(41, context.value(42, state.size()))];
        on timeout => A { n: context.value(43, state.size()) };
        every context.clock(44, 8) => A { n: context.value(45, state.size()) };
        task context.errand(46, state.size());
        unhandled => reject;
        on Q(_) if context.guard(47, 0) => postpone do [Tell(48, 4)];
        on T => |state: &Life, event: &Event, context: &mut World| context.travel(49, state.size() + event.size());
        on W | P if context.guard(50, 0) && context.guard(51, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(52, state.size() + event.size());
        on R | P if context.guard(53, 8) && context.guard(54, 2) => stay do [Slow(55), Slow(56)];
        on R if context.guard(57, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(58, state.size() + event.size());
        state C {
            on_exit |state: &Life, context: &mut World| context.hook(59, state.size());
            timeout context.clock(60, 1);
            on timeout => E(context.value(61, 7), context.value(62, 7)) do [Note(63)];
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(64, state.size() + event.size());
            on T if context.guard(65, state.size()) => C;
            on R { k: j } => stay do [Slow(66)];
            on Q(k) | U(k) => A { n: context.value(67, k) };
        }
    }
    superstate Inner {
        on_exit do [Note(68), Tell(69, context.value(70, state.size()))];
        timeout context.clock(71, state.size()) => |state: &Life, context: &mut World| context.travel(72, state.size());
        every context.clock(73, state.size()) => D { m: context.value(74, state.size()), n: 1 };
        unhandled => postpone;
        on T => |state: &Life, event: &Event, context: &mut World| context.travel(75, state.size() + event.size());
        on Error(why) if context.guard(76, why.code()) => D { m: context.value(77, state.size()), n: context.value(78, why.code() + state.size()) } do [Tell(79, context.value(80, why.code() + state.size()))];
        state D { n, m } {
            on_entry do [Tell(81, 6), Tell(82, *n)];
            on_exit |state: &Life, context: &mut World| context.hook(83, state.size());
            unhandled => postpone;
            on Q => postpone;
            on W => F { n: context.value(84, *n) } do [Note(85)];
            on P | T if context.guard(86, *n + *m) && context.guard(87, *n + *m) => F { n: 7 };
            on U(k) => postpone do [Tell(88, k), Note(89)];
            on Error(why) if context.guard(90, *n + *m) && context.guard(91, why.code()) => F { n: context.value(92, *n) } do [Tell(93, context.value(94, *n + *m)), Tell(95, context.value(96, *n + *m + why.code()))];
        }
        state E(x, y) {
            on_exit do [Tell(97, context.value(98, *x))];
            timeout context.clock(99, *x);
            on timeout if context.guard(100, *y) && context.guard(101, *y) => F { n: *y } do [Note(102), Tell(103, context.value(104, *x))];
            on timeout => stay do [Tell(105, 5)];
            task context.errand(106, *y);
            on T if context.guard(107, *x) => stay do [Tell(108, *y)];
            on U(k) if context.guard(109, 1) => B(context.value(110, *y + k));
        }
        state F {
            on_entry do [Tell(111, context.value(112, 2)), Note(113)];
            on_exit do [Tell(114, context.value(115, 6))];
            timeout context.clock(116, 4);
            on timeout => B(3);
            task context.errand(117, state.size());
            unhandled => move |state: &Life, event: &Event, context: &mut World| context.refuse(118, state.size() + event.size() + home);
            on R { k: j } if context.guard(119, j + state.size()) && context.guard(120, 5) => reject;
            on W => E(context.value(121, 1), 4);
            on P if context.guard(122, 8) => postpone do [Tell(123, context.value(124, 4)), Note(125)];
            on P if context.guard(126, 7) => move |state: &Life, event: &Event, context: &mut World| context.travel(127, state.size() + event.size() + home);
            on Error(why) if context.guard(128, why.code() + state.size()) => stay { n: context.value(129, why.code() + state.size()) } do [Note(130)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(131, state.size()) };
        on Jump(1) => B(context.value(132, 5));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(133, state.size()), n: context.value(134, state.size()) };
        on Jump(4) => E(context.value(135, 2), context.value(136, 4));
        on Jump(5) => F { n: 5 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | R | W => D { m: 3, n: context.value(137, state.size()) } do [Tell(138, context.value(139, state.size()))];
        on Q => F { n: context.value(140, state.size()) } do [Tell(141, context.value(142, state.size()))];
        on U => postpone do [Slow(143)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
