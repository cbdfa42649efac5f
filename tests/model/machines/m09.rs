//! A random machine, from seed 9. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M09 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state C {
        on_exit do [Tell(1, context.value(2, 2))];
        timeout context.clock(3, state.size()) => F { n: context.value(4, 3) };
        every context.clock(5, state.size()) => A { n: context.value(6, 4) };
        task context.errand(7, 1);
        on T if context.guard(8, state.size()) => stay do [Risk(9)];
        on W => E(8, context.value(10, 2)) do [Tell(11, context.value(12, 5)), Risk(13)];
    }
    state E(x, _) {
        on_entry do [Tell(14, 1)];
        task context.errand(15, *x);
        on T => E(context.value(16, *x), 1);
    }
    state A { n } {
        on_entry do [Tell(17, context.value(18, *n)), Slow(19)];
        task context.errand(20, *n);
        on Q(_) if context.guard(21, *n) => stay { n: context.value(22, *n) } do [Note(23)];
        on W | U(_) => postpone;
        on Error(why) if context.guard(24, *n + why.code()) && context.guard(25, *n) => F { n: context.value(26, *n + why.code()) };
    }
    superstate Outer {
        on_exit do [Note(27)];
        timeout context.clock(28, state.size());
        on timeout if context.guard(29, state.size()) => A { n: context.value(30, 0) };
        on timeout => D { m: context.value(31, state.size()), n: context.value(32, state.size()) } do [Tell(33, context.value(34, state.size()))];
        task context.errand(35, 1);
        on U(0) if context.guard(36, 4) => stay do [Note(37)];
        on P if context.guard(38, 8) => A { n: context.value(39, 5) };
        on T | Q(_) => C do [Tell(40, context.value(41, 2)), Slow(42)];
        on R { k: j } => A { n: context.value(43, j + state.size()) };
        on Error(why) if context.guard(44, 7) => A { n: why.code() } do [Note(45), Tell(46, 8)];
        state B {
            on_entry do [Slow(47), Tell(48, context.value(49, 1))];
            on_exit do [Tell(50, context.value(51, 0)), Tell(52, context.value(53, 2))];
            on T if context.guard(54, state.size()) && context.guard(55, state.size()) => postpone;
        }
    }
    superstate Inner {
        on_entry do [Tell(56, 3)];
        on_exit do [Tell(57, context.value(58, state.size()))];
        on T if context.guard(59, state.size()) => postpone do [Risk(60), Tell(61, context.value(62, 2))];
        on P => reject;
        on T | R if context.guard(63, 7) => stay do [Tell(64, context.value(65, state.size()))];
        state F { n } {
            on_entry do [Tell(66, context.value(67, *n)), Tell(68, *n)];
            every context.clock(69, *n) => stay;
            timeout context.clock(70, *n);
            on timeout if context.guard(71, *n) => B(2);
            on timeout => stay do [Note(72), Note(73)];
            task context.errand(74, 7);
            on W if context.guard(75, *n) => postpone do [Slow(76)];
            on Q(k) => A { n: k };
            on W if context.guard(77, *n) && context.guard(78, 4) => stay do [Note(79)];
        }
    }
    superstate Other {
        on_entry do [Tell(80, context.value(81, 8)), Note(82)];
        on U(_) => postpone;
        on T => A { n: context.value(83, state.size()) } do [Tell(84, 8), Tell(85, context.value(86, state.size()))];
        state D {
            timeout context.clock(87, 4);
            on timeout if context.guard(88, state.size()) => stay do [Tell(89, context.value(90, 7))];
            on timeout if context.guard(91, state.size()) => B(2);
            on timeout if context.guard(92, 8) && context.guard(93, state.size()) => stay;
            on timeout => F { n: context.value(94, 2) };
            every context.clock(95, 3) => A { n: 2 } do [Risk(96)];
            on Q(k) | R { k } if context.guard(97, 4) && context.guard(98, k + state.size()) => postpone do [Note(99)];
            on R { k: 0 } => postpone do [Note(100), Slow(101)];
            on Q(0) => postpone do [Tell(102, 4), Tell(103, context.value(104, 2))];
            on Error(why) if context.guard(105, why.code() + state.size()) => B(context.value(106, 1)) do [Tell(107, 3), Tell(108, 3)];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: 7 };
        on Jump(1) => B(context.value(109, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(110, state.size()), n: context.value(111, state.size()) };
        on Jump(4) => E(7, context.value(112, state.size()));
        on Jump(5) => F { n: 7 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(113, why.code() + state.size()) && context.guard(114, state.size()) => A { n: why.code() };
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
