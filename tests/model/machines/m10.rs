//! A random machine, number 10. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M10 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state D {
        on_entry do [Note(1)];
        timeout context.clock(2, state.size());
        on timeout if context.guard(3, state.size()) => E(context.value(4, 7), context.value(5, 5)) do [Risk(6)];
        on timeout => stay do [Tell(7, context.value(8, 3)), Tell(9, context.value(10, 7))];
        task context.errand(11, state.size());
        on W | P if context.guard(12, 0) => postpone do [Tell(13, context.value(14, 0))];
        on R => postpone;
        on P | Q if context.guard(15, state.size()) => postpone;
    }
    state E {
        every context.clock(16, state.size()) => stay do [Tell(17, context.value(18, 5)), Tell(19, 4)];
        timeout context.clock(20, state.size()) => C do [Note(21)];
        on T => C do [Risk(22)];
    }
    state B(_) {
        on_entry do [Tell(23, context.value(24, 4)), Note(25)];
        timeout context.clock(26, 4);
        on timeout => stay do [Tell(27, context.value(28, 1))];
        task context.errand(29, 2);
        on W => postpone;
        on R { k: 0 } if context.guard(30, 8) => A { n: 2 };
        on P if context.guard(31, state.size()) => stay do [Note(32)];
    }
    state C {
        on_exit do [Note(33), Tell(34, context.value(35, 0))];
        every context.clock(36, state.size()) => C do [Tell(37, context.value(38, 2))];
        task context.errand(39, 6);
        on P | T => postpone;
    }
    superstate Outer {
        on_entry do [Note(40), Tell(41, context.value(42, 4))];
        every context.clock(43, state.size()) => stay;
        timeout context.clock(44, 1) => B(context.value(45, state.size()));
        unhandled => reject;
        on U(_) => C;
        state A { n: a } {
            every context.clock(46, 5) => stay { n: context.value(47, *a) };
            timeout context.clock(48, 1);
            on timeout if context.guard(49, *a) => B(6);
            on P | timeout if context.guard(50, 3) => A { n: context.value(51, *a) } do [Note(52), Tell(53, 8)];
            on timeout if context.guard(54, *a) => B(*a) do [Note(55), Tell(56, context.value(57, *a))];
            on timeout if context.guard(58, *a) => B(context.value(59, 7));
            every context.clock(60, *a) => E(context.value(61, *a), *a);
            task context.errand(62, 6);
            unhandled => reject;
            on W => D { m: context.value(63, *a), n: 3 } do [Risk(64), Tell(65, context.value(66, *a))];
            on R { k: j } => postpone do [Tell(67, context.value(68, j)), Risk(69)];
            on T if context.guard(70, 1) => stay { n: context.value(71, 7) };
            on Q if context.guard(72, *a) => Good(7) do [Note(73), Tell(74, context.value(75, *a))];
        }
        state F {
            on_entry do [Note(76)];
            on_exit do [Tell(77, 1), Slow(78)];
            timeout context.clock(79, 8) => D { m: context.value(80, 2), n: context.value(81, 8) };
            unhandled => reject;
            on P => D { m: context.value(82, 0), n: 6 };
            on W | Q => postpone do [Tell(83, context.value(84, 8)), Note(85)];
        }
        failure state Bad;
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: 2 };
        on Jump(1) => B(context.value(86, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(87, 7), n: 5 };
        on Jump(4) => E(6, context.value(88, state.size()));
        on Jump(5) => F { n: 3 };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(89, state.size()) && context.guard(90, state.size()) => F { n: context.value(91, 2) } do [Note(92)];
        on timeout => B(3) do [Tell(93, context.value(94, state.size())), Risk(95)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(96, context.value(97, *n)), Note(98)]; }
}
