//! A random machine, number 11. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
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
            on Error(why) if context.guard(54, *n + why.code()) => C;
        }
    }
    superstate Inner {
        on U(k) if context.guard(55, state.size()) => reject;
        on T | Q(_) if context.guard(56, 3) => postpone;
        on R { k } | U(k) => A { n: context.value(57, k) } do [Tell(58, k), Tell(59, context.value(60, state.size()))];
        on Jump(_) | Q if context.guard(61, 1) => stay;
        on Error(why) if context.guard(62, why.code() + state.size()) => stay do [Note(63), Note(64)];
        state B(_) {
            on W => C do [Risk(65)];
            on U(_) | P if context.guard(66, 3) => stay;
            on T if context.guard(67, state.size()) => reject;
            on Error(why) if context.guard(68, why.code()) => F { n: 2 };
        }
    }
    superstate Other {
        on_entry do [Tell(69, 2)];
        on_exit do [Tell(70, 7), Note(71)];
        every context.clock(72, 2) => E(6, context.value(73, state.size()));
        on T => D { m: 8, n: context.value(74, 8) };
        on W if context.guard(75, 4) => D { m: context.value(76, state.size()), n: context.value(77, 1) } do [Risk(78), Tell(79, 0)];
        on Error(why) if context.guard(80, why.code()) => stay;
        state A { n } {
            on_entry do [Tell(81, *n), Tell(82, *n)];
            on_exit do [Tell(83, context.value(84, *n)), Note(85)];
            every context.clock(86, 1) => A { n: 4 } do [Risk(87), Tell(88, context.value(89, *n))];
            on R { k: 2 } if context.guard(90, 0) => Good(7);
        }
        state D { m, .. } {
            on_entry do [Tell(91, *m), Note(92)];
            on_exit do [Note(93)];
            every context.clock(94, *m) => E(3, context.value(95, *m)) do [Note(96), Risk(97)];
            on Q(1) if context.guard(98, 0) => reject;
            on Error(why) if context.guard(99, *m + why.code()) => D { m: why.code(), n: 3 } do [Tell(100, context.value(101, why.code()))];
        }
        failure state Bad { n } { on_entry do [Tell(102, *n), Tell(103, *n)]; }
    }
    any {
        on Jump(0) => A { n: 3 };
        on Jump(1) => B(context.value(104, 8));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(105, 0), n: 5 };
        on Jump(4) => E(7, context.value(106, state.size()));
        on Jump(5) => F { n: 3 };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on Q | R | W => Good(7) do [Tell(107, 3), Risk(108)];
        on P | T => stay;
        on U => reject;
        on Error(why) if context.guard(109, why.code() + state.size()) => stay do [Tell(110, why.code())];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(111, *n)]; }
}
