//! A random machine, number 5. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M05 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state D { m, .. } {
        on_entry do [Tell(1, context.value(2, 6)), Note(3)];
        every context.clock(4, *m) => F { n: context.value(5, *m) } do [Note(6)];
        timeout context.clock(7, 4) => D { m: 6, n: context.value(8, 4) } do [Tell(9, context.value(10, *m)), Note(11)];
        on R { k } if context.guard(12, *m + k) && context.guard(13, *m + k) => D { m: context.value(14, *m + k), n: 8 } do [Tell(15, k), Tell(16, context.value(17, k))];
        on P | T => E(8, *m);
    }
    state E {
        on_entry do [Note(18), Note(19)];
        every context.clock(20, state.size()) => A { n: context.value(21, 1) };
        unhandled => stay;
        on W if context.guard(22, 8) => postpone do [Note(23), Tell(24, context.value(25, 0))];
        on T if context.guard(26, state.size()) => stay;
        on U(_) | Q(_) => stay;
        on T => postpone;
    }
    state F {
        on_entry do [Tell(27, 1)];
        on_exit do [Slow(28)];
        every context.clock(29, state.size()) => A { n: 7 } do [Note(30), Tell(31, context.value(32, 3))];
        on P => E(context.value(33, 1), context.value(34, 8)) do [Tell(35, context.value(36, 7))];
        on U(k) if context.guard(37, k + state.size()) => stay;
    }
    state C {
        every context.clock(38, state.size()) => A { n: context.value(39, 6) } do [Note(40)];
        on P | U(_) => stay do [Tell(41, 1)];
        on T | W => A { n: 5 };
    }
    superstate Outer {
        on_exit do [Note(42)];
        every context.clock(43, state.size()) => E(0, 0) do [Tell(44, context.value(45, state.size()))];
        on Q(0) if context.guard(46, state.size()) => stay do [Tell(47, context.value(48, state.size())), Tell(49, context.value(50, state.size()))];
        on T => stay;
        on R { k: 2 } => F { n: 8 };
        state A {
            every context.clock(51, 0) => Good(7) do [Risk(52)];
            timeout context.clock(53, state.size()) => stay;
            on T if context.guard(54, state.size()) => stay do [Tell(55, context.value(56, 2))];
            on T => E(0, context.value(57, 2));
        }
        state B(b) {
            on_exit do [Tell(58, *b), Tell(59, context.value(60, 5))];
            every context.clock(61, *b) => A { n: context.value(62, *b) };
            on U(_) if context.guard(63, *b) => D { m: context.value(64, *b), n: context.value(65, 3) } do [Tell(66, context.value(67, *b)), Tell(68, *b)];
            on W | T => stay do [Tell(69, 1)];
        }
        terminal state Good(n) { on_entry do [Risk(70)]; }
    }
    any {
        on Jump(0) => A { n: context.value(71, state.size()) };
        on Jump(1) => B(context.value(72, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(73, state.size()), n: 7 };
        on Jump(4) => E(context.value(74, state.size()), 4);
        on Jump(5) => F { n: 7 };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(75, 0) => D { m: context.value(76, state.size()), n: 8 };
        on timeout => F { n: context.value(77, 2) };
        on Q | R => A { n: context.value(78, 7) };
        on P | U => stay;
        on T => B(context.value(79, state.size()));
        on W => A { n: 7 } do [Tell(80, context.value(81, 5)), Note(82)];
        on Error(why) if context.guard(83, state.size()) && context.guard(84, why.code() + state.size()) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
