//! A random machine, from seed 11. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M11 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state A { n: a } {
        on_entry do [Tell(1, *a), Tell(2, 2)];
        on_exit do [Risk(3)];
        task context.errand(4, *a);
        on R => E(context.value(5, *a), context.value(6, *a)) do [Slow(7)];
        on T => stay;
        on U(_) | Q => stay do [Tell(8, context.value(9, *a)), Tell(10, context.value(11, 5))];
    }
    state F {
        on R if context.guard(12, state.size()) => E(context.value(13, 5), context.value(14, 7));
    }
    superstate Outer {
        every context.clock(15, state.size()) => stay;
        every context.clock(16, state.size()) => E(0, context.value(17, 3));
        on W => postpone do [Tell(18, 5)];
        on P | U(_) if context.guard(19, 2) => D { m: context.value(20, state.size()), n: context.value(21, state.size()) };
        on Error(why) if context.guard(22, state.size()) => stay;
        state D {
            on_exit do [Risk(23)];
            on P => stay;
            on R { k: j } if context.guard(24, j + state.size()) => postpone;
            on R { k: j } => reject;
        }
    }
    superstate Inner {
        on_exit do [Tell(25, 4), Tell(26, context.value(27, state.size()))];
        every context.clock(28, 6) => stay;
        timeout context.clock(29, 4) => F { n: context.value(30, state.size()) } do [Tell(31, 4)];
        every context.clock(32, state.size()) => stay;
        unhandled => postpone;
        on Q(k) if context.guard(33, k) && context.guard(34, k + state.size()) => stay do [Note(35), Tell(36, context.value(37, state.size()))];
        on Error(why) if context.guard(38, why.code() + state.size()) => stay do [Tell(39, why.code())];
        state C {
            on_entry do [Tell(40, context.value(41, 6))];
            on_exit do [Tell(42, context.value(43, 5)), Tell(44, context.value(45, 4))];
            on T if context.guard(46, state.size()) => postpone;
            on P => stay do [Risk(47)];
            on Error(why) if context.guard(48, state.size()) => A { n: 5 };
        }
    }
    superstate Other {
        on_entry do [Tell(49, context.value(50, 6))];
        on_exit do [Tell(51, context.value(52, state.size()))];
        on Jump(_) | P if context.guard(53, 1) => stay;
        on Q | W => postpone do [Risk(54), Note(55)];
        state B {
            on_exit do [Tell(56, context.value(57, 1))];
            timeout context.clock(58, state.size()) => E(context.value(59, 3), context.value(60, 4));
            on P if context.guard(61, state.size()) => postpone;
            on W => A { n: context.value(62, 2) } do [Note(63), Note(64)];
            on U(1) if context.guard(65, state.size()) && context.guard(66, state.size()) => C;
            on T if context.guard(67, 7) && context.guard(68, 4) => stay do [Slow(69), Note(70)];
        }
        state E(x, y) {
            timeout context.clock(71, 8) => E(context.value(72, *y), *x);
            on P => postpone do [Tell(73, 0), Tell(74, 6)];
            on Q | W => F { n: context.value(75, *x + *y) };
        }
    }
    any {
        on Jump(0) => A { n: context.value(76, state.size()) };
        on Jump(1) => B(context.value(77, 3));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(78, state.size()), n: 3 };
        on Jump(4) => E(4, context.value(79, 7));
        on Jump(5) => F { n: context.value(80, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on R | U => C;
        on P | Q => C;
        on T => postpone;
        on W => postpone;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Slow(81)]; }
}
