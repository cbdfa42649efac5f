//! A random machine, number 11. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M11 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state E(x, _) {
        on_exit do [Note(1), Tell(2, 2)];
        timeout context.clock(3, *x) => C;
        every context.clock(4, *x) => stay do [Slow(5), Tell(6, context.value(7, 7))];
        on T | P if context.guard(8, *x) => A { n: 4 } do [Tell(9, context.value(10, *x))];
        on Jump(_) if context.guard(11, *x) && context.guard(12, *x) => postpone do [Tell(13, context.value(14, 0))];
    }
    superstate Outer {
        on_entry do [Note(15), Risk(16)];
        on_exit do [Note(17), Risk(18)];
        unhandled => stay;
        on Q | T => A { n: context.value(19, state.size()) };
        on U(_) if context.guard(20, 7) => stay do [Tell(21, context.value(22, 0)), Tell(23, context.value(24, state.size()))];
        state C {
            on_entry do [Tell(25, context.value(26, 7))];
            on_exit do [Slow(27), Tell(28, context.value(29, 6))];
            on W => postpone;
            on U(_) if context.guard(30, 7) => stay;
            on T if context.guard(31, state.size()) => stay;
        }
        state F { n } {
            on_entry do [Tell(32, 7), Tell(33, 2)];
            on_exit do [Tell(34, context.value(35, *n)), Tell(36, context.value(37, 4))];
            every context.clock(38, *n) => E(context.value(39, *n), context.value(40, *n)) do [Tell(41, *n), Tell(42, *n)];
            task context.errand(43, *n);
            unhandled => postpone;
            on Jump(_) => stay do [Tell(44, context.value(45, *n))];
            on R { k: 2 } if context.guard(46, *n) => postpone;
            on R { k: 0 } if context.guard(47, *n) => stay { n: context.value(48, *n) };
            on Q(_) | P if context.guard(49, *n) => C do [Tell(50, context.value(51, *n)), Tell(52, context.value(53, 6))];
        }
    }
    superstate Inner {
        on_entry do [Tell(54, 2), Risk(55)];
        unhandled => reject;
        on Q(1) if context.guard(56, state.size()) => stay do [Tell(57, context.value(58, 7))];
        on Q(k) if context.guard(59, k + state.size()) => stay;
        on W => reject;
        on T | Q if context.guard(60, state.size()) => postpone do [Tell(61, context.value(62, state.size()))];
        on Error(why) if context.guard(63, why.code() + state.size()) => E(context.value(64, why.code() + state.size()), why.code()) do [Tell(65, why.code())];
        state B {
            on_entry do [Note(66), Tell(67, context.value(68, 4))];
            timeout context.clock(69, state.size());
            on timeout => C do [Risk(70)];
            unhandled => reject;
            on P => stay;
            on Q(k) => postpone;
            on W => A { n: context.value(71, 2) } do [Note(72), Note(73)];
            on Error(why) if context.guard(74, why.code()) => E(context.value(75, why.code()), 7) do [Tell(76, why.code()), Tell(77, context.value(78, 7))];
        }
        terminal state Good;
    }
    superstate Other {
        on_entry do [Tell(79, 1)];
        on_exit do [Risk(80), Tell(81, 0)];
        every context.clock(82, state.size()) => B(context.value(83, state.size())) do [Tell(84, context.value(85, state.size()))];
        on P => postpone do [Tell(86, 0), Tell(87, 6)];
        on Q | W => F { n: context.value(88, state.size()) } do [Tell(89, context.value(90, 4))];
        state A { n: a } {
            on P if context.guard(91, *a) => stay;
            on R => stay { n: context.value(92, 6) } do [Risk(93), Tell(94, context.value(95, *a))];
        }
        state D { m, .. } {
            on_exit do [Slow(96)];
            every context.clock(97, *m) => E(context.value(98, *m), context.value(99, *m));
            on P | R => stay { m: context.value(100, *m) };
        }
    }
    any {
        on Jump(0) => A { n: context.value(101, state.size()) };
        on Jump(1) => B(context.value(102, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(103, 3), n: context.value(104, 7) };
        on Jump(4) => E(context.value(105, state.size()), context.value(106, state.size()));
        on Jump(5) => F { n: 5 };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on Q | U => stay do [Slow(107)];
        on T => A { n: 5 };
        on P => A { n: context.value(108, state.size()) };
        on R => B(context.value(109, state.size()));
        on W => postpone;
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Tell(110, *n), Slow(111)]; }
}
