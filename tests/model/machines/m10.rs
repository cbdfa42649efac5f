//! A random machine, number 10. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
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
        task context.errand(20, state.size());
        on R { k: j } => reject;
    }
    state B {
        on_entry do [Tell(21, 3), Tell(22, context.value(23, 0))];
        timeout context.clock(24, state.size());
        on P | timeout if context.guard(25, state.size()) => B(context.value(26, 6)) do [Tell(27, 4), Tell(28, context.value(29, 1))];
        on timeout if context.guard(30, 2) && context.guard(31, state.size()) => B(context.value(32, 7));
        on P | timeout if context.guard(33, state.size()) => D { m: context.value(34, 8), n: 7 } do [Tell(35, 7)];
        on T => stay do [Tell(36, context.value(37, 5))];
        on W if context.guard(38, state.size()) => stay;
        on U(k) | Q(k) => postpone;
    }
    state C {
        on_exit do [Note(39)];
        every context.clock(40, state.size()) => D { m: context.value(41, 3), n: context.value(42, 2) };
        unhandled => stay;
        on P | Q if context.guard(43, 1) && context.guard(44, state.size()) => D { m: context.value(45, 4), n: context.value(46, 7) } do [Note(47), Tell(48, context.value(49, 5))];
    }
    superstate Outer {
        task context.errand(50, state.size());
        on U(1) if context.guard(51, state.size()) => E(context.value(52, state.size()), context.value(53, state.size())) do [Tell(54, 6)];
        on P => stay do [Tell(55, context.value(56, 1))];
        on W => B(context.value(57, state.size())) do [Tell(58, 8)];
        state A { n } {
            on_entry do [Tell(59, 8), Risk(60)];
            on_exit do [Note(61)];
            every context.clock(62, *n) => E(context.value(63, *n), *n);
            timeout context.clock(64, 3);
            on timeout if context.guard(65, 1) => D { m: context.value(66, *n), n: 3 } do [Risk(67), Tell(68, context.value(69, *n))];
            on T if context.guard(70, *n) => B(*n) do [Tell(71, context.value(72, 4)), Tell(73, 2)];
            on T | W if context.guard(74, *n) => A { n: 3 } do [Tell(75, context.value(76, 8)), Note(77)];
            on P if context.guard(78, *n) => reject;
            on P => A { n: context.value(79, *n) } do [Tell(80, *n), Tell(81, *n)];
        }
        state F {
            on_exit do [Tell(82, context.value(83, 6)), Tell(84, 1)];
            on Q if context.guard(85, 1) => C do [Tell(86, context.value(87, 7))];
            on P if context.guard(88, 5) => stay { n: context.value(89, 6) } do [Slow(90), Note(91)];
            on Q(_) if context.guard(92, 2) => stay;
            on Q(_) => reject;
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: 5 };
        on Jump(1) => B(context.value(93, 2));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(94, state.size()), n: context.value(95, state.size()) };
        on Jump(4) => E(context.value(96, 6), context.value(97, 1));
        on Jump(5) => F { n: context.value(98, 2) };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(99, state.size()) => stay do [Note(100), Risk(101)];
        on timeout => C do [Tell(102, context.value(103, state.size())), Tell(104, context.value(105, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Note(106), Note(107)]; }
}
