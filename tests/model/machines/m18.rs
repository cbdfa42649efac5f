//! A random machine, number 18. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
    M18 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state A { n } {
        on_entry do [Tell(1, context.value(2, *n)), Tell(3, 5)];
        on R { k: j } if context.guard(4, *n + j) => postpone do [Tell(5, context.value(6, j))];
        on U(0) => postpone do [Note(7), Note(8)];
        on Error(why) if context.guard(9, *n) => D { m: 2, n: context.value(10, *n + why.code()) };
    }
    superstate Outer {
        timeout context.clock(11, state.size()) => B(context.value(12, state.size())) do [Tell(13, 1)];
        on R { k } | Q(k) => F { n: 0 } do [Tell(14, k)];
        on T if context.guard(15, state.size()) && context.guard(16, state.size()) => E(context.value(17, state.size()), context.value(18, state.size()));
        on U(_) if context.guard(19, state.size()) => F { n: context.value(20, 5) };
        state B {
            on_entry |state: &Life, context: &mut World| context.hook(21, state.size());
            on_exit do [Tell(22, context.value(23, 0))];
            every context.clock(24, 7) => F { n: context.value(25, 8) };
            timeout context.clock(26, state.size()) => stay do [Tell(27, context.value(28, 7)), Note(29)];
            every context.clock(30, 7) => C;
            unhandled => reject;
            on Q(1) => postpone do [Tell(31, context.value(32, 0)), Tell(33, 5)];
            on R { k: 2 } => stay;
            on Error(why) if context.guard(34, state.size()) => F { n: context.value(35, why.code()) } do [Risk(36)];
        }
    }
    superstate Inner {
        on_entry do [Tell(37, context.value(38, state.size())), Slow(39)];
        every context.clock(40, 6) => A { n: context.value(41, state.size()) } do [Tell(42, 4)];
        timeout context.clock(43, 2);
        on timeout if context.guard(44, 6) => D { m: context.value(45, state.size()), n: 8 } do [Tell(46, 7)];
        on timeout => E(1, context.value(47, state.size()));
        on U(k) => C;
        on R { k: j } if context.guard(48, j + state.size()) && context.guard(49, j + state.size()) => stay;
        state D {
            timeout context.clock(50, state.size());
            on timeout => C;
            on U(1) => E(0, context.value(51, 1));
            on T | R if context.guard(52, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(53, state.size() + event.size() + home);
            on T if context.guard(54, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(55, state.size() + event.size());
        }
        state F {
            on_entry |state: &Life, context: &mut World| context.hook(56, state.size());
            every context.clock(57, 4) => |state: &Life, context: &mut World| context.travel(58, state.size());
            every context.clock(59, 7) => E(context.value(60, 4), context.value(61, 5));
            unhandled => stay;
            on Q(k) => |state: &Life, event: &Event, context: &mut World| context.travel(62, state.size() + event.size());
        }
        terminal state Good;
    }
    superstate Other {
        on_exit do [Note(63)];
        timeout context.clock(64, 0) => D { m: context.value(65, state.size()), n: context.value(66, state.size()) };
        on P if context.guard(67, 0) => E(context.value(68, state.size()), 0) do [Slow(69)];
        state C {
            on_entry |state: &Life, context: &mut World| context.hook(70, state.size());
            on_exit do [Note(71)];
            every context.clock(72, 0) => A { n: context.value(73, 0) };
            timeout context.clock(74, state.size());
            on timeout => |state: &Life, context: &mut World| context.travel(75, state.size());
            on U(_) if context.guard(76, state.size()) => F { n: 7 } do [Tell(77, context.value(78, 8))];
            on Q(0) if context.guard(79, state.size()) => stay;
        }
        state E(x, y) {
            on_entry do [Tell(80, 1)];
            every context.clock(81, *y) => B(context.value(82, *y)) do [Tell(83, 6)];
            timeout context.clock(84, *x) => F { n: context.value(85, *x + *y) };
            on Q | R => F { n: context.value(86, *y) } do [Tell(87, 6)];
            on T => postpone do [Tell(88, context.value(89, *x + *y))];
        }
    }
    any {
        on Jump(0) => A { n: context.value(90, state.size()) };
        on Jump(1) => B(context.value(91, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 3, n: 0 };
        on Jump(4) => E(context.value(92, state.size()), context.value(93, state.size()));
        on Jump(5) => F { n: context.value(94, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on Q | R | U => reject;
        on P => |state: &Life, event: &Event, context: &mut World| context.travel(95, state.size() + event.size());
        on W => stay do [Note(96), Tell(97, context.value(98, 2))];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
