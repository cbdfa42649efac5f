//! A random machine, from seed 5. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M05 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state E(x, y) {
        on_exit do [Tell(1, context.value(2, *y)), Note(3)];
        every context.clock(4, *y) => stay do [Note(5), Note(6)];
        task context.errand(7, *x);
        on P => stay do [Tell(8, *y), Tell(9, context.value(10, *x + *y))];
        on Jump(k) => F { n: 4 };
        on Q => A { n: context.value(11, *x + *y) };
        on T | U(_) => postpone do [Tell(12, *x)];
    }
    state F { n } {
        on_entry do [Tell(13, context.value(14, *n))];
        every context.clock(15, *n) => C;
        on R { k: j } => stay do [Tell(16, context.value(17, *n + j)), Note(18)];
        on P | Q(_) => postpone;
        on T | W if context.guard(19, *n) => stay do [Risk(20), Tell(21, 3)];
    }
    state A { n: a } {
        on_entry do [Tell(22, *a)];
        on_exit do [Tell(23, *a), Tell(24, context.value(25, *a))];
        every context.clock(26, *a) => F { n: 1 };
        unhandled => postpone;
        on T => E(context.value(27, 6), *a) do [Tell(28, 3)];
    }
    state D { n, m } {
        every context.clock(29, 7) => F { n: context.value(30, *n + *m) };
        every context.clock(31, *m) => B(context.value(32, *n + *m)) do [Tell(33, context.value(34, *n + *m)), Note(35)];
        on Q(k) => D { m: context.value(36, *n + k), n: 1 } do [Tell(37, context.value(38, *n + *m + k))];
    }
    superstate Outer {
        on Q(1) if context.guard(39, state.size()) => postpone;
        state B {
            on_entry do [Note(40), Tell(41, context.value(42, 1))];
            on_exit do [Tell(43, 0)];
            timeout context.clock(44, 6);
            on timeout => stay;
            on R { k: j } => reject;
            on U(_) => C do [Tell(45, 8)];
            on Error(why) if context.guard(46, why.code() + state.size()) => F { n: 8 };
        }
        state C {
            on_entry do [Tell(47, context.value(48, 7))];
            on_exit do [Slow(49), Note(50)];
            on W => E(context.value(51, 8), context.value(52, 2));
            on P => C;
        }
    }
    any {
        on Jump(0) => A { n: 1 };
        on Jump(1) => B(context.value(53, 7));
        on Jump(2) => C;
        on Jump(3) => D { m: 0, n: context.value(54, state.size()) };
        on Jump(4) => E(context.value(55, state.size()), context.value(56, 6));
        on Jump(5) => F { n: context.value(57, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on R | W => C;
        on T => D { m: 4, n: context.value(58, state.size()) };
        on P => postpone do [Tell(59, context.value(60, state.size())), Risk(61)];
        on U => reject;
        on Q => stay do [Tell(62, 2), Tell(63, context.value(64, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(65, context.value(66, *n)), Note(67)]; }
}
