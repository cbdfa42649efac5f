//! A random machine, from seed 10. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M10 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state E(x, _) {
        on_exit do [Note(1)];
        on Q if context.guard(2, *x) => reject;
    }
    state F { n } {
        on_exit do [Slow(3), Tell(4, *n)];
        timeout context.clock(5, *n);
        on timeout if context.guard(6, *n) => stay { n: context.value(7, *n) } do [Tell(8, context.value(9, 4)), Tell(10, 3)];
        on timeout => stay;
        on U(k) | R { k } => stay { n: context.value(11, *n + k) };
        on Q | W => stay do [Note(12)];
        on Error(why) if context.guard(13, 8) => A { n: 4 } do [Tell(14, 8)];
    }
    state C {
        on_exit do [Note(15), Tell(16, context.value(17, 3))];
        on T => stay;
        on Error(why) if context.guard(18, why.code() + state.size()) => stay do [Risk(19), Tell(20, why.code())];
    }
    state D { n, m } {
        on_entry do [Slow(21), Tell(22, context.value(23, *m))];
        on_exit do [Tell(24, context.value(25, *n + *m)), Note(26)];
        timeout context.clock(27, *n) => D { m: context.value(28, 7), n: 8 };
        task context.errand(29, *n + *m);
        on Q(_) | T => stay do [Tell(30, context.value(31, *n + *m))];
    }
    superstate Outer {
        every context.clock(32, state.size()) => C do [Tell(33, context.value(34, 7))];
        on U(k) | R { k } => postpone;
        state A { n } {
            on_entry do [Tell(35, 1), Tell(36, 1)];
            on_exit do [Tell(37, *n), Slow(38)];
            every context.clock(39, *n) => B(context.value(40, *n));
            task context.errand(41, *n);
            on U(_) => C do [Tell(42, context.value(43, 5))];
            on Q(0) => E(context.value(44, *n), *n) do [Tell(45, 6)];
            on Error(why) if context.guard(46, *n) => F { n: context.value(47, *n + why.code()) };
        }
        state B {
            on_exit do [Slow(48)];
            on W if context.guard(49, state.size()) => D { m: context.value(50, 8), n: 8 };
            on U(0) => stay;
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(51, state.size()) };
        on Jump(1) => B(context.value(52, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(53, 6), n: context.value(54, 1) };
        on Jump(4) => E(context.value(55, 3), context.value(56, 6));
        on Jump(5) => F { n: context.value(57, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
