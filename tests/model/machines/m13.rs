//! A random machine, number 13. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M13 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: B(1);

    state D { m, .. } {
        on_entry do [Note(1), Tell(2, 6)];
        on Q(k) => postpone do [Tell(3, context.value(4, 6))];
        on P => postpone;
        on U(k) | R { k } if context.guard(5, *m + k) => reject;
    }
    superstate Inner {
        on_entry do [Risk(6), Risk(7)];
        on_exit do [Tell(8, context.value(9, state.size()))];
        timeout context.clock(10, state.size());
        on timeout if context.guard(11, state.size()) => stay do [Risk(12), Note(13)];
        on T if context.guard(14, state.size()) && context.guard(15, state.size()) => stay do [Tell(16, context.value(17, state.size())), Tell(18, 4)];
        on R { k } | U(k) if context.guard(19, k + state.size()) => B(k);
        state A {
            on timeout if context.guard(20, 8) => stay { n: context.value(21, state.size()) } do [Tell(22, 3), Tell(23, context.value(24, 8))];
            on P | U(_) if context.guard(25, state.size()) => postpone;
            on Jump(_) => E(context.value(26, 4), context.value(27, 0)) do [Tell(28, context.value(29, 4)), Tell(30, 1)];
            on P if context.guard(31, state.size()) => D { m: context.value(32, 3), n: context.value(33, 0) } do [Risk(34), Tell(35, context.value(36, 2))];
            on P | R if context.guard(37, state.size()) => stay;
        }
        failure state Bad { n } { on_entry do [Slow(38), Tell(39, 7)]; }
    }
    superstate Other {
        on_entry do [Tell(40, context.value(41, 8)), Risk(42)];
        task context.errand(43, 5);
        unhandled => postpone;
        on R { k: j } if context.guard(44, j + state.size()) => reject;
        state B(b) {
            on_entry do [Tell(45, *b), Note(46)];
            on W => postpone;
            on U(1) if context.guard(47, 5) && context.guard(48, *b) => F { n: context.value(49, *b) };
            on U(k) => D { m: k, n: k } do [Tell(50, context.value(51, *b + k))];
        }
        state C {
            on_entry do [Note(52)];
            on_exit do [Risk(53)];
            every context.clock(54, state.size()) => A { n: context.value(55, 3) };
            timeout context.clock(56, 7);
            on timeout if context.guard(57, 1) => stay;
            on timeout => C do [Tell(58, context.value(59, 5))];
            on R { k: 2 } => postpone do [Tell(60, context.value(61, 3))];
            on P if context.guard(62, state.size()) => C do [Slow(63)];
            on P => C do [Tell(64, context.value(65, 5)), Slow(66)];
            on U(_) | R if context.guard(67, state.size()) => A { n: 8 };
        }
        state E(x, y) {
            on_entry do [Tell(68, context.value(69, *x)), Tell(70, context.value(71, *x))];
            unhandled => postpone;
            on P if context.guard(72, *y) => stay do [Tell(73, *y)];
            on P if context.guard(74, *y) => reject;
        }
        state F { n } {
            on_entry do [Tell(75, context.value(76, *n))];
            on_exit do [Tell(77, context.value(78, *n))];
            unhandled => postpone;
            on R { k: j } if context.guard(79, *n) => stay do [Tell(80, 8), Note(81)];
            on Error(why) if context.guard(82, why.code()) => C do [Tell(83, context.value(84, *n)), Slow(85)];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(86, state.size()) };
        on Jump(1) => B(context.value(87, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(88, state.size()), n: context.value(89, state.size()) };
        on Jump(4) => E(2, 8);
        on Jump(5) => F { n: context.value(90, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(91, state.size()) => stay do [Tell(92, 5)];
        on timeout => B(context.value(93, state.size())) do [Tell(94, 5)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
