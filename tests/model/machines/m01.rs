//! A random machine, from seed 1. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M01 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state A { n } {
        every context.clock(1, *n) => E(6, 0) do [Tell(2, context.value(3, *n)), Note(4)];
        task context.errand(5, 5);
        on W => D { m: context.value(6, *n), n: *n };
        on Error(why) if context.guard(7, why.code()) => F { n: context.value(8, *n) } do [Slow(9)];
    }
    state D {
        on_entry do [Tell(10, 6), Tell(11, context.value(12, 2))];
        every context.clock(13, state.size()) => B(context.value(14, 3)) do [Note(15), Tell(16, context.value(17, 4))];
        on R { k } => B(3) do [Tell(18, context.value(19, k)), Risk(20)];
        on T => postpone do [Tell(21, context.value(22, 6))];
    }
    state F { n } {
        on_exit do [Tell(23, *n)];
        on P | Q(_) => D { m: *n, n: 8 };
    }
    superstate Outer {
        on_exit do [Note(24), Slow(25)];
        on T if context.guard(26, 6) => stay do [Tell(27, context.value(28, state.size()))];
        on Error(why) if context.guard(29, why.code()) => F { n: why.code() } do [Tell(30, why.code()), Tell(31, 5)];
        state B {
            on_entry do [Note(32)];
            every context.clock(33, 7) => stay;
            timeout context.clock(34, 5) => stay do [Risk(35), Tell(36, 7)];
            on Q => postpone;
            on T | U(_) if context.guard(37, state.size()) => A { n: 7 };
            on U(_) => A { n: context.value(38, 6) };
        }
    }
    superstate Other {
        on_exit do [Note(39)];
        timeout context.clock(40, state.size()) => F { n: context.value(41, state.size()) } do [Tell(42, context.value(43, state.size())), Note(44)];
        on U(_) | R if context.guard(45, state.size()) => postpone do [Tell(46, context.value(47, state.size()))];
        on P if context.guard(48, state.size()) => F { n: context.value(49, state.size()) };
        on U(_) | Q(_) => stay;
        state C {
            on_exit do [Slow(50)];
            every context.clock(51, state.size()) => D { m: context.value(52, 5), n: context.value(53, 0) } do [Tell(54, context.value(55, 5))];
            task context.errand(56, 3);
            on P => postpone do [Note(57), Note(58)];
        }
        state E {
            on_entry do [Tell(59, context.value(60, 8))];
            every context.clock(61, state.size()) => stay;
            timeout context.clock(62, state.size());
            on timeout if context.guard(63, state.size()) => A { n: context.value(64, 2) };
            on timeout if context.guard(65, state.size()) && context.guard(66, 0) => stay do [Tell(67, context.value(68, 0)), Tell(69, context.value(70, 5))];
            on timeout => A { n: context.value(71, 2) };
            unhandled => stay;
            on R | P => Good(7) do [Tell(72, 5), Tell(73, context.value(74, 5))];
            on T | W if context.guard(75, 8) => stay;
            on W if context.guard(76, state.size()) => reject;
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(77, 5) };
        on Jump(1) => B(2);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(78, state.size()), n: 8 };
        on Jump(4) => E(context.value(79, 4), context.value(80, state.size()));
        on Jump(5) => F { n: context.value(81, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
