//! A random machine, from seed 7. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M07 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state C {
        on_entry do [Note(1)];
        on Q(0) if context.guard(2, state.size()) => postpone;
    }
    state F { n } {
        on_entry do [Tell(3, *n), Tell(4, *n)];
        on_exit do [Tell(5, context.value(6, *n))];
        on Q(k) if context.guard(7, *n) => D { m: context.value(8, k), n: context.value(9, *n + k) } do [Tell(10, 8)];
        on U(k) if context.guard(11, *n + k) && context.guard(12, *n) => postpone;
        on R { k: 0 } if context.guard(13, *n) => postpone do [Tell(14, context.value(15, 4)), Tell(16, 4)];
    }
    state B(_) {
        on_entry do [Tell(17, 7)];
        task context.errand(18, state.size());
        on U(_) => stay do [Tell(19, 5), Tell(20, context.value(21, 4))];
        on Q(_) if context.guard(22, state.size()) => postpone;
        on P if context.guard(23, state.size()) => stay do [Tell(24, context.value(25, 0))];
    }
    superstate Outer {
        on_entry do [Slow(26), Tell(27, context.value(28, state.size()))];
        every context.clock(29, state.size()) => stay;
        unhandled => reject;
        on Q(_) => postpone do [Tell(30, context.value(31, state.size()))];
        on U(_) => reject;
        superstate Inner {
            timeout context.clock(32, state.size()) => stay do [Tell(33, 7)];
            on W => D { m: context.value(34, state.size()), n: context.value(35, state.size()) } do [Note(36)];
            state E {
                on_entry do [Slow(37)];
                on_exit do [Risk(38), Tell(39, context.value(40, 2))];
                timeout context.clock(41, 3) => stay do [Tell(42, context.value(43, 6))];
                task context.errand(44, 5);
                on T if context.guard(45, state.size()) && context.guard(46, state.size()) => reject;
                on Error(why) if context.guard(47, state.size()) => B(context.value(48, 6)) do [Tell(49, context.value(50, why.code())), Tell(51, why.code())];
            }
        }
    }
    superstate Other {
        on_entry do [Tell(52, context.value(53, state.size()))];
        task context.errand(54, state.size());
        on W => A { n: context.value(55, 2) } do [Risk(56)];
        state A {
            on Q(k) => D { m: k, n: 6 } do [Tell(57, context.value(58, k)), Tell(59, context.value(60, k))];
        }
        state D { n, m } {
            on_entry do [Tell(61, 5)];
            on_exit do [Risk(62)];
            timeout context.clock(63, 3) => B(7);
            on W if context.guard(64, *n + *m) => reject;
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(65, state.size()) };
        on Jump(1) => B(context.value(66, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(67, state.size()), n: context.value(68, 8) };
        on Jump(4) => E(context.value(69, 6), context.value(70, state.size()));
        on Jump(5) => F { n: context.value(71, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(72, context.value(73, *n))]; }
}
