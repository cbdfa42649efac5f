//! A random machine, from seed 101. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M17 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state A { n } {
        on_entry |state: &Life, context: &mut World| context.hook(1, state.size());
        on_exit do [Note(2)];
        timeout context.clock(3, *n) => stay { n: context.value(4, 3) } do [Tell(5, 2), Tell(6, 2)];
        task context.errand(7, *n);
        unhandled => stay;
        on P | Q if context.guard(8, *n) => E(3, *n) do [Tell(9, context.value(10, *n)), Risk(11)];
        on Error(why) if context.guard(12, why.code()) => F { n: why.code() };
    }
    state F { n } {
        on_exit do [Tell(13, 8), Tell(14, context.value(15, *n))];
        timeout context.clock(16, 6) => stay do [Tell(17, context.value(18, *n))];
        task context.errand(19, *n);
        on U(_) | W => A { n: context.value(20, 6) };
    }
    state B {
        on_exit do [Risk(21)];
        every context.clock(22, state.size()) => stay;
        timeout context.clock(23, state.size());
        on P | timeout if context.guard(24, 5) => C do [Tell(25, context.value(26, 0)), Tell(27, context.value(28, 6))];
        on timeout if context.guard(29, 4) => D { m: context.value(30, 0), n: context.value(31, 5) } do [Slow(32), Note(33)];
        on timeout => E(1, context.value(34, 8));
        unhandled => postpone;
        on R { k: j } if context.guard(35, 7) => postpone do [Tell(36, context.value(37, j))];
        on P | W => F { n: 3 };
    }
    state D { m, .. } {
        on_exit do [Tell(38, context.value(39, *m)), Note(40)];
        every context.clock(41, *m) => C do [Tell(42, context.value(43, *m))];
        on Q(k) if context.guard(44, *m + k) => |state: &Life, event: &Event, context: &mut World| context.travel(45, state.size() + event.size());
        on T | P => stay do [Tell(46, context.value(47, *m))];
        on R { k } if context.guard(48, k) => A { n: 7 } do [Tell(49, 7)];
        on Q(1) if context.guard(50, *m) => A { n: *m };
        on Error(why) if context.guard(51, *m + why.code()) => stay { m: context.value(52, *m) } do [Tell(53, 2), Tell(54, 2)];
    }
    superstate Outer {
        timeout context.clock(55, 3);
        on timeout => C do [Slow(56)];
        every context.clock(57, 0) => E(context.value(58, state.size()), 5);
        on Q(0) if context.guard(59, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(60, state.size() + event.size() + home);
        on Q(k) => stay do [Tell(61, context.value(62, 1)), Tell(63, context.value(64, k + state.size()))];
        superstate Inner {
            on_exit do [Note(65), Tell(66, 2)];
            every context.clock(67, state.size()) => move |state: &Life, context: &mut World| context.travel(68, state.size() + home);
            task context.errand(69, state.size());
            on Q => C;
            on R { k } | U(k) if context.guard(70, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(71, state.size() + event.size());
            state E(x, _) {
                on_entry do [Tell(72, *x), Tell(73, context.value(74, *x))];
                on_exit do [Tell(75, context.value(76, 8)), Tell(77, 4)];
                on T if context.guard(78, *x) && context.guard(79, 5) => postpone do [Risk(80)];
            }
        }
    }
    superstate Other {
        on_entry |state: &Life, context: &mut World| context.hook(81, state.size());
        on_exit do [Slow(82)];
        timeout context.clock(83, state.size());
        on timeout => B(context.value(84, state.size())) do [Tell(85, context.value(86, state.size())), Tell(87, 1)];
        unhandled => postpone;
        on P => |state: &Life, event: &Event, context: &mut World| context.travel(88, state.size() + event.size());
        on W if context.guard(89, state.size()) && context.guard(90, state.size()) => B(context.value(91, 4));
        state C {
            on_exit |state: &Life, context: &mut World| context.hook(92, state.size());
            on W if context.guard(93, state.size()) => postpone;
        }
    }
    any {
        on Jump(0) => A { n: 2 };
        on Jump(1) => B(context.value(94, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(95, state.size()), n: context.value(96, state.size()) };
        on Jump(4) => E(context.value(97, state.size()), context.value(98, state.size()));
        on Jump(5) => F { n: context.value(99, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on Q | R | T => reject;
        on U | W => F { n: 5 };
        on P => reject;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(100, context.value(101, *n))]; }
}
