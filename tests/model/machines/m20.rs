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
        on_exit do [Note(68)];
        timeout context.clock(69, state.size());
        on timeout if context.guard(70, state.size()) => |state: &Life, context: &mut World| context.travel(71, state.size());
        on timeout if context.guard(72, state.size()) => A { n: context.value(73, state.size()) };
        on P | timeout if context.guard(74, 2) => F { n: context.value(75, state.size()) } do [Tell(76, context.value(77, state.size()))];
        on timeout => stay do [Risk(78), Tell(79, context.value(80, state.size()))];
        on U(k) | Q(k) if context.guard(81, k + state.size()) => F { n: 0 } do [Note(82)];
        on P if context.guard(83, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(84, state.size() + event.size());
        on P => postpone;
        on W => F { n: context.value(85, state.size()) } do [Tell(86, context.value(87, state.size()))];
        state D { n, m } {
            on_entry move |state: &Life, context: &mut World| context.hook(88, state.size() + home);
            on_exit |state: &Life, context: &mut World| context.hook(89, state.size());
            timeout context.clock(90, 8) => |state: &Life, context: &mut World| context.travel(91, state.size());
            every context.clock(92, *n + *m) => D { m: 3, n: context.value(93, *n + *m) } do [Note(94), Tell(95, *m)];
            unhandled => stay;
            on P | T => C;
            on W => C;
        }
        state E(x, y) {
            on_exit do [Tell(96, context.value(97, *x))];
            timeout context.clock(98, *x);
            on timeout if context.guard(99, *y) && context.guard(100, *y) => F { n: *y } do [Note(101), Tell(102, context.value(103, *x))];
            on timeout => stay do [Tell(104, 5)];
            task context.errand(105, *y);
            on T if context.guard(106, *x) => stay do [Tell(107, *y)];
            on U(k) if context.guard(108, 1) => B(context.value(109, *y + k));
        }
        state F {
            on_entry do [Tell(110, context.value(111, 2)), Note(112)];
            on_exit do [Tell(113, context.value(114, 6))];
            timeout context.clock(115, 4);
            on timeout => B(3);
            task context.errand(116, state.size());
            unhandled => move |state: &Life, event: &Event, context: &mut World| context.refuse(117, state.size() + event.size() + home);
            on R { k: j } if context.guard(118, j + state.size()) && context.guard(119, 5) => reject;
            on W => E(context.value(120, 1), 4);
            on P if context.guard(121, 8) => postpone do [Tell(122, context.value(123, 4)), Note(124)];
            on P if context.guard(125, 7) => move |state: &Life, event: &Event, context: &mut World| context.travel(126, state.size() + event.size() + home);
            on Error(why) if context.guard(127, why.code() + state.size()) => stay do [Slow(128), Tell(129, 0)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(130, state.size()) };
        on Jump(1) => B(context.value(131, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(132, 4), n: 8 };
        on Jump(4) => E(context.value(133, state.size()), context.value(134, state.size()));
        on Jump(5) => F { n: context.value(135, 4) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on R | W => stay do [Tell(136, 3)];
        on P | U => postpone do [Tell(137, context.value(138, state.size())), Risk(139)];
        on Q => |state: &Life, event: &Event, context: &mut World| context.travel(140, state.size() + event.size());
        on Error(why) if context.guard(141, why.code() + state.size()) => E(context.value(142, 3), context.value(143, 5));
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(144, *n), Tell(145, *n)]; }
}
