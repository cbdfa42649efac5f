//! A random machine, from seed 15. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M15 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state A {
        on_entry do [Note(1)];
        every context.clock(2, 3) => E(0, context.value(3, 7)) do [Note(4), Tell(5, context.value(6, 1))];
        timeout context.clock(7, 7) => stay do [Tell(8, 7)];
        unhandled => stay;
        on Q => F { n: context.value(9, 3) } do [Slow(10), Tell(11, context.value(12, 7))];
        on Error(why) if context.guard(13, why.code() + state.size()) && context.guard(14, 5) => C do [Tell(15, context.value(16, 5)), Tell(17, why.code())];
    }
    state E(x, _) {
        on_entry do [Tell(18, *x), Tell(19, *x)];
        on_exit do [Tell(20, *x), Tell(21, 7)];
        every context.clock(22, *x) => stay do [Note(23), Tell(24, 8)];
        timeout context.clock(25, *x) => D { m: *x, n: *x } do [Tell(26, 8), Note(27)];
        every context.clock(28, 3) => C do [Tell(29, *x), Tell(30, *x)];
        task context.errand(31, *x);
        on P | R if context.guard(32, *x) => A { n: context.value(33, *x) };
        on T | Q if context.guard(34, 4) && context.guard(35, *x) => reject;
        on R { k } | Q(k) if context.guard(36, k) => stay do [Tell(37, k)];
    }
    state F {
        on_entry do [Slow(38), Tell(39, 8)];
        on_exit do [Note(40)];
        every context.clock(41, state.size()) => F { n: context.value(42, 6) };
        on P if context.guard(43, state.size()) => stay;
        on P if context.guard(44, state.size()) => stay do [Tell(45, 3)];
        on Q(0) if context.guard(46, state.size()) && context.guard(47, 2) => postpone;
    }
    superstate Outer {
        on_entry do [Note(48)];
        every context.clock(49, state.size()) => B(context.value(50, state.size()));
        on P | U(_) if context.guard(51, 6) => postpone;
        on P if context.guard(52, state.size()) => B(0) do [Tell(53, context.value(54, state.size())), Risk(55)];
        on P => A { n: context.value(56, state.size()) };
        state B(_) {
            on_entry do [Note(57)];
            on_exit do [Slow(58), Tell(59, context.value(60, 1))];
            on U(_) if context.guard(61, 2) => stay;
            on Q(k) if context.guard(62, k + state.size()) => stay do [Tell(63, context.value(64, 5)), Tell(65, 8)];
            on Q => stay;
            on U(k) | R { k } if context.guard(66, state.size()) => F { n: 6 } do [Tell(67, context.value(68, 7)), Tell(69, context.value(70, k))];
        }
        state D { n, m } {
            on_entry do [Note(71)];
            on_exit do [Risk(72)];
            unhandled => postpone;
            on Q(k) if context.guard(73, k) => F { n: k };
            on W | T => B(*m);
            on Q(_) => F { n: context.value(74, *n + *m) };
        }
    }
    superstate Other {
        task context.errand(75, state.size());
        on T if context.guard(76, state.size()) && context.guard(77, state.size()) => reject;
        state C {
            on_exit do [Note(78)];
            every context.clock(79, state.size()) => stay do [Risk(80), Tell(81, context.value(82, 3))];
            task context.errand(83, state.size());
            on U(k) => stay;
        }
    }
    any {
        on Jump(0) => A { n: context.value(84, 6) };
        on Jump(1) => B(context.value(85, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(86, state.size()), n: context.value(87, state.size()) };
        on Jump(4) => E(context.value(88, state.size()), context.value(89, state.size()));
        on Jump(5) => F { n: context.value(90, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on U => stay;
        on P | W => stay do [Note(91), Tell(92, context.value(93, state.size()))];
        on Q => stay do [Note(94)];
        on R => postpone do [Tell(95, 1), Tell(96, 0)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Risk(97)]; }
}
