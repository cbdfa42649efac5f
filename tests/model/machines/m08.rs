//! A random machine, from seed 8. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M08 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state F {
        on_entry do [Tell(1, context.value(2, 3)), Tell(3, context.value(4, 1))];
        timeout context.clock(5, state.size());
        on timeout if context.guard(6, state.size()) => D { m: 0, n: 7 } do [Tell(7, 6), Tell(8, context.value(9, 3))];
        on timeout if context.guard(10, state.size()) => B(5);
        on timeout => stay do [Tell(11, context.value(12, 8))];
        every context.clock(13, state.size()) => A { n: context.value(14, 0) };
        task context.errand(15, 7);
        on W if context.guard(16, state.size()) => Good(7);
        on Q(0) => A { n: context.value(17, 0) };
        on Q(_) => postpone;
    }
    state A { n } {
        on_exit do [Tell(18, *n)];
        on Q(_) | T => F { n: *n } do [Slow(19), Note(20)];
        on P | R => D { m: context.value(21, 1), n: context.value(22, *n) };
    }
    state D {
        every context.clock(23, state.size()) => D { m: 2, n: context.value(24, 0) } do [Slow(25)];
        timeout context.clock(26, state.size()) => F { n: context.value(27, 6) } do [Risk(28)];
        on R if context.guard(29, 1) => reject;
        on Q(_) | W => A { n: context.value(30, 2) } do [Slow(31), Note(32)];
    }
    state E(x, y) {
        on_entry do [Note(33)];
        task context.errand(34, *x + *y);
        on U(_) => B(1);
    }
    superstate Inner {
        timeout context.clock(35, 4);
        on timeout if context.guard(36, state.size()) => D { m: 8, n: 6 } do [Tell(37, 7)];
        on timeout => B(context.value(38, state.size()));
        on Q => postpone;
        on R if context.guard(39, state.size()) && context.guard(40, state.size()) => F { n: context.value(41, state.size()) };
        on W if context.guard(42, 0) => C;
        on U(_) if context.guard(43, 6) => stay do [Note(44)];
        on Jump(_) if context.guard(45, state.size()) => D { m: 3, n: context.value(46, 2) };
        state B {
            on_exit do [Tell(47, 8), Note(48)];
            timeout context.clock(49, state.size());
            on timeout => B(5);
            on T | P if context.guard(50, state.size()) => postpone;
            on U(_) if context.guard(51, 6) => postpone;
            on Error(why) if context.guard(52, state.size()) => F { n: context.value(53, 4) };
        }
        state C {
            task context.errand(54, state.size());
            on R if context.guard(55, state.size()) => C;
            on U(_) => A { n: context.value(56, 6) } do [Tell(57, context.value(58, 8))];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(59, 5) };
        on Jump(1) => B(context.value(60, 5));
        on Jump(2) => C;
        on Jump(3) => D { m: 3, n: context.value(61, state.size()) };
        on Jump(4) => E(context.value(62, 4), context.value(63, 0));
        on Jump(5) => F { n: context.value(64, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(65, 3), Tell(66, *n)]; }
    failure state Bad { n } { on_entry do [Tell(67, context.value(68, 1))]; }
}
