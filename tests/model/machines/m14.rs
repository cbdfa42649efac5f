//! A random machine, from seed 14. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M14 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state C {
        on R { k: 2 } if context.guard(1, state.size()) => E(context.value(2, 6), context.value(3, 1));
    }
    state D {
        on_entry do [Tell(4, context.value(5, 4)), Tell(6, context.value(7, 7))];
        on_exit do [Tell(8, context.value(9, 2))];
        timeout context.clock(10, 2);
        on P | timeout if context.guard(11, state.size()) => stay do [Tell(12, context.value(13, 6))];
        on timeout => B(context.value(14, 6));
        task context.errand(15, 4);
        on T | R if context.guard(16, state.size()) => reject;
        on R | Q if context.guard(17, 4) => stay do [Tell(18, context.value(19, 8))];
        on R { k: j } if context.guard(20, j) => C;
        on R { k: 2 } => postpone;
    }
    state A { n: a } {
        on_entry do [Tell(21, context.value(22, *a))];
        on_exit do [Tell(23, context.value(24, *a)), Tell(25, *a)];
        timeout context.clock(26, *a) => D { m: *a, n: 5 };
        task context.errand(27, *a);
        unhandled => postpone;
        on R if context.guard(28, 1) => stay do [Tell(29, 6), Tell(30, context.value(31, *a))];
        on Q(_) if context.guard(32, *a) => stay;
    }
    state B(_) {
        timeout context.clock(33, state.size()) => F { n: 4 };
        every context.clock(34, state.size()) => F { n: context.value(35, 8) } do [Tell(36, 7)];
        task context.errand(37, state.size());
        on Q(_) => B(6);
        on T | R => postpone do [Tell(38, context.value(39, 7)), Note(40)];
        on U(1) => stay;
        on U(k) if context.guard(41, k + state.size()) => reject;
    }
    superstate Outer {
        on_entry do [Tell(42, context.value(43, state.size()))];
        on_exit do [Tell(44, 2), Slow(45)];
        on R { k: j } => postpone do [Note(46)];
        state E(x, y) {
            on_entry do [Tell(47, context.value(48, *x + *y))];
            on_exit do [Tell(49, 1), Risk(50)];
            every context.clock(51, *x + *y) => C;
            timeout context.clock(52, *x + *y) => B(*x);
            on Q(k) if context.guard(53, *x + *y) => postpone;
            on W if context.guard(54, *x + *y) => A { n: *y } do [Risk(55)];
            on U(_) if context.guard(56, *x + *y) => B(*y);
            on Q(k) => stay do [Slow(57)];
        }
        state F { n } {
            every context.clock(58, *n) => Good(7);
            on U(k) if context.guard(59, 8) && context.guard(60, *n + k) => postpone;
            on P if context.guard(61, 1) => B(context.value(62, *n));
            on R | Q(_) => postpone do [Note(63)];
            on U(0) => reject;
        }
    }
    any {
        on Jump(0) => A { n: context.value(64, state.size()) };
        on Jump(1) => B(5);
        on Jump(2) => C;
        on Jump(3) => D { m: 7, n: context.value(65, 8) };
        on Jump(4) => E(context.value(66, 5), context.value(67, 8));
        on Jump(5) => F { n: context.value(68, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on P | R | T | W => A { n: 8 } do [Tell(69, context.value(70, state.size()))];
        on U => stay;
        on Q => postpone do [Tell(71, context.value(72, 8))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(73, context.value(74, *n)), Slow(75)]; }
    failure state Bad { n } { on_entry do [Tell(76, *n), Tell(77, 3)]; }
}
