//! A random machine, from seed 17. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M17 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state F { n } {
        on_entry do [Tell(1, *n), Tell(2, context.value(3, *n))];
        timeout context.clock(4, *n);
        on timeout => stay { n: context.value(5, 8) } do [Tell(6, context.value(7, *n)), Tell(8, context.value(9, *n))];
        task context.errand(10, *n);
        on R { k: j } => stay do [Tell(11, 7), Note(12)];
        on Q(0) if context.guard(13, *n) => stay;
        on U(1) if context.guard(14, *n) => D { m: context.value(15, 7), n: context.value(16, 3) };
    }
    state D { n, m } {
        on_exit do [Tell(17, context.value(18, *n))];
        every context.clock(19, *n + *m) => A { n: 2 };
        on U(k) => stay;
        on T if context.guard(20, *m) && context.guard(21, *n + *m) => reject;
        on W => Good(7) do [Tell(22, *n)];
        on Error(why) if context.guard(23, *n + *m + why.code()) => stay { n: context.value(24, *n + *m + why.code()) };
    }
    superstate Outer {
        on_exit do [Tell(25, context.value(26, state.size()))];
        unhandled => postpone;
        on T if context.guard(27, 8) => postpone do [Tell(28, context.value(29, state.size())), Note(30)];
        on R { k } => A { n: context.value(31, k + state.size()) } do [Note(32)];
        state A { n: a } {
            timeout context.clock(33, 7) => D { m: context.value(34, *a), n: context.value(35, *a) } do [Note(36)];
            on W => postpone do [Tell(37, 6)];
            on R { k: j } => postpone do [Tell(38, j), Note(39)];
            on U(_) => stay do [Risk(40), Risk(41)];
        }
        state B(_) {
            on_exit do [Note(42), Tell(43, context.value(44, 7))];
            every context.clock(45, state.size()) => C;
            on Q(1) => postpone;
        }
        superstate Inner {
            on_exit do [Tell(46, 6), Tell(47, context.value(48, state.size()))];
            timeout context.clock(49, state.size()) => stay do [Tell(50, context.value(51, 0)), Risk(52)];
            unhandled => reject;
            on R { k } => D { m: context.value(53, k + state.size()), n: context.value(54, state.size()) } do [Note(55)];
            on T | W if context.guard(56, state.size()) => postpone;
            on W => C;
            state E(x, _) {
                on_entry do [Tell(57, 2), Tell(58, context.value(59, *x))];
                on_exit do [Tell(60, 6)];
                every context.clock(61, *x) => Good(7) do [Slow(62), Note(63)];
                on R { k: j } if context.guard(64, j) && context.guard(65, *x + j) => postpone do [Tell(66, 7)];
            }
        }
    }
    superstate Other {
        on_entry do [Tell(67, context.value(68, 0))];
        on_exit do [Tell(69, context.value(70, state.size())), Tell(71, context.value(72, state.size()))];
        timeout context.clock(73, state.size()) => E(context.value(74, 0), context.value(75, state.size())) do [Risk(76), Tell(77, context.value(78, state.size()))];
        every context.clock(79, state.size()) => A { n: context.value(80, 1) };
        on T => C do [Tell(81, context.value(82, 5)), Tell(83, context.value(84, state.size()))];
        on P | W => postpone do [Tell(85, context.value(86, state.size())), Tell(87, 8)];
        on Error(why) if context.guard(88, state.size()) => stay do [Tell(89, context.value(90, why.code() + state.size()))];
        state C {
            every context.clock(91, state.size()) => stay;
            every context.clock(92, state.size()) => B(context.value(93, 1)) do [Risk(94)];
            task context.errand(95, state.size());
            on U(_) | Q if context.guard(96, state.size()) => reject;
            on R if context.guard(97, 0) && context.guard(98, 7) => A { n: context.value(99, 5) };
            on Q(k) => reject;
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(100, 6) };
        on Jump(1) => B(context.value(101, 4));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(102, 6), n: context.value(103, state.size()) };
        on Jump(4) => E(context.value(104, state.size()), 2);
        on Jump(5) => F { n: context.value(105, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(106, context.value(107, *n)), Note(108)]; }
    failure state Bad;
}
