//! A random machine, number 20. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::expression_member! {
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
        on Error(why) if context.guard(76, why.code()) => stay do [Risk(77), Tell(78, context.value(79, why.code() + state.size()))];
        state D {
            on_entry do [Tell(80, 6)];
            on_exit do [Tell(81, context.value(82, 4))];
            on timeout if context.guard(83, 3) && context.guard(84, state.size()) => stay { n: context.value(85, state.size()) } do [Tell(86, context.value(87, 8)), Tell(88, 1)];
            task context.errand(89, state.size());
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(90, state.size() + event.size());
            on T if context.guard(91, state.size()) => stay;
            on P | Q if context.guard(92, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(93, state.size() + event.size());
            on T => stay;
            on Error(why) if context.guard(94, why.code()) => stay { n: context.value(95, state.size()) };
        }
        state E(x, _) {
            on_exit do [Note(96), Note(97)];
            on timeout if context.guard(98, *x) => C;
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(99, state.size() + event.size());
            on U(k) | R { k } => B(context.value(100, *x + k)) do [Note(101)];
            on W if context.guard(102, *x) => postpone do [Tell(103, *x)];
            on Q(1) if context.guard(104, 7) => reject;
        }
        state F {
            on_entry |state: &Life, context: &mut World| context.hook(105, state.size());
            on timeout if context.guard(106, state.size()) => D { m: context.value(107, 8), n: 7 };
            on Q(0) => postpone;
            on R { k: j } => reject;
        }
    }
    any {
        on Jump(0) => A { n: 0 };
        on Jump(1) => B(context.value(108, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(109, state.size()), n: context.value(110, state.size()) };
        on Jump(4) => E(context.value(111, state.size()), context.value(112, state.size()));
        on Jump(5) => F { n: context.value(113, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on U => Good(7);
        on R => postpone do [Note(114), Note(115)];
        on P | Q | W => move |state: &Life, event: &Event, context: &mut World| context.travel(116, state.size() + event.size() + home);
        on Error(why) if context.guard(117, why.code() + state.size()) => stay;
        on Error(why) if context.guard(118, why.code() + state.size()) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
