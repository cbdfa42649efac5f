//! A random machine, number 12. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M12 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state B(_) {
        on_entry do [Note(1), Note(2)];
        on_exit do [Tell(3, context.value(4, 8))];
        on U(k) | R { k } => C;
        on Q(k) if context.guard(5, state.size()) => D { m: context.value(6, 8), n: k } do [Tell(7, context.value(8, k)), Tell(9, k)];
    }
    state A { n } {
        every context.clock(10, *n) => E(context.value(11, 6), context.value(12, 4)) do [Tell(13, context.value(14, *n))];
        on Q(k) if context.guard(15, *n + k) => F { n: context.value(16, *n + k) } do [Note(17), Tell(18, context.value(19, *n + k))];
    }
    state D { m, .. } {
        on_exit do [Tell(20, context.value(21, 8)), Tell(22, context.value(23, 3))];
        on T => stay { m: context.value(24, *m) };
    }
    superstate Outer {
        on_entry do [Tell(25, context.value(26, state.size())), Slow(27)];
        on Q(0) if context.guard(28, state.size()) => B(context.value(29, state.size()));
        on T => E(context.value(30, state.size()), 6);
        on Error(why) if context.guard(31, why.code()) => B(context.value(32, why.code() + state.size()));
        state E(x, y) {
            on_exit do [Note(33)];
            timeout context.clock(34, *y);
            on timeout => stay do [Tell(35, context.value(36, *x)), Tell(37, 3)];
            every context.clock(38, *y) => B(2);
            task context.errand(39, *x + *y);
            on W | R => stay;
            on U(0) => stay;
            on Error(why) if context.guard(40, *x) => stay do [Tell(41, context.value(42, why.code()))];
        }
        state F { n } {
            on_entry do [Tell(43, context.value(44, *n))];
            on_exit do [Note(45)];
            on U(k) => D { m: k, n: context.value(46, *n + k) };
            on R | Q => B(*n) do [Tell(47, context.value(48, *n))];
            on Error(why) if context.guard(49, *n) => stay { n: context.value(50, *n + why.code()) };
        }
        failure state Bad { n } { on_entry do [Tell(51, context.value(52, 7))]; }
        superstate Inner {
            timeout context.clock(53, 2) => B(context.value(54, state.size()));
            on P => stay;
            on Q(_) | U(_) if context.guard(55, state.size()) => stay;
            state C {
                on_entry do [Note(56)];
                on_exit do [Tell(57, 2), Tell(58, context.value(59, 0))];
                on timeout if context.guard(60, state.size()) => stay;
                on U(k) | Q(k) if context.guard(61, k + state.size()) => C do [Tell(62, context.value(63, k))];
                on T | P if context.guard(64, state.size()) && context.guard(65, state.size()) => stay do [Tell(66, context.value(67, 2))];
                on W => A { n: 0 };
                on Q(k) => B(7) do [Note(68), Tell(69, context.value(70, k))];
            }
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(71, state.size()) };
        on Jump(1) => B(context.value(72, 7));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(73, 1), n: context.value(74, state.size()) };
        on Jump(4) => E(4, context.value(75, state.size()));
        on Jump(5) => F { n: context.value(76, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(77, 7) => stay do [Tell(78, 6), Risk(79)];
        on timeout => A { n: 5 } do [Note(80)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(81, *n), Tell(82, context.value(83, *n))]; }
}
