//! A random machine, number 15. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::item_member! {
    M15 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state A {
        on_entry do [Note(1)];
        every context.clock(2, 3) => E(0, context.value(3, 7)) do [Note(4), Tell(5, context.value(6, 1))];
        timeout context.clock(7, 7) => stay do [Tell(8, 7)];
        unhandled => stay;
        on Q => F { n: context.value(9, 3) } do [Slow(10), Tell(11, context.value(12, 7))];
        on Error(why) if context.guard(13, why.code() + state.size()) && context.guard(14, 5) => C do [Tell(15, context.value(16, 5)), Tell(17, why.code())];
    }
    state E(x, _) {
        on_entry do [Tell(18, *x), Tell(19, *x)];
        on_exit do [Tell(20, *x), Tell(21, 7)];
        every context.clock(22, *x) => move F { n: x } do [Tell(23, x)];
        timeout context.clock(24, *x);
        on P | timeout if context.guard(25, 6) => A { n: 8 } do [Tell(26, context.value(27, *x))];
        on timeout => F { n: context.value(28, 5) } do [Note(29), Risk(30)];
        every context.clock(31, 6) => stay do [Tell(32, 3)];
        on W | R if context.guard(33, 6) => move E(context.value(34, x), x) do [Tell(35, 8)];
        on P if context.guard(36, *x) => move B(context.value(37, x)) do [Note(38), Tell(39, 2)];
        on R if context.guard(40, 0) => postpone;
        on T | R if context.guard(41, *x) && context.guard(42, *x) => stay do [Tell(43, context.value(44, *x))];
        on U(0) => move D { m: 5, n: 3 } do [Tell(45, 6), Tell(46, context.value(47, x))];
        on Error(why) if context.guard(48, why.code()) => B(8) do [Risk(49)];
    }
    state F {
        every context.clock(50, state.size()) => F { n: context.value(51, 6) };
        task context.errand(52, 7);
        on R { k: 0 } => stay do [Tell(53, context.value(54, 6))];
        on P if context.guard(55, 7) => stay;
        on U(_) => D { m: context.value(56, 5), n: context.value(57, 7) } do [Tell(58, context.value(59, 0)), Tell(60, context.value(61, 1))];
        on T => postpone do [Tell(62, context.value(63, 5))];
    }
    superstate Outer {
        on_entry do [Tell(64, 4), Tell(65, context.value(66, state.size()))];
        on_exit do [Tell(67, context.value(68, state.size()))];
        unhandled => stay;
        on P => stay do [Note(69)];
        on Q(_) | R => stay do [Tell(70, 5)];
        state B {
            on_entry do [Tell(71, context.value(72, 0))];
            on_exit do [Note(73), Tell(74, context.value(75, 1))];
            task context.errand(76, state.size());
            on T => F { n: context.value(77, 3) } do [Tell(78, context.value(79, 1)), Tell(80, 7)];
            on P => postpone do [Tell(81, context.value(82, 4)), Note(83)];
            on Q(1) => B(context.value(84, 5)) do [Tell(85, context.value(86, 7))];
            on Error(why) if context.guard(87, why.code() + state.size()) => E(why.code(), 7);
        }
        state D {
            on_exit do [Note(88), Note(89)];
            every context.clock(90, state.size()) => E(context.value(91, 7), 7) do [Risk(92), Tell(93, context.value(94, 6))];
            every context.clock(95, 6) => A { n: context.value(96, 3) };
            task context.errand(97, state.size());
            unhandled => stay;
            on Q | R => C do [Tell(98, context.value(99, 0)), Tell(100, context.value(101, 1))];
        }
    }
    superstate Other {
        on_entry do [Note(102)];
        every context.clock(103, 7) => F { n: context.value(104, state.size()) } do [Tell(105, 5)];
        timeout context.clock(106, state.size()) => stay;
        unhandled => reject;
        on R { k } | U(k) => postpone do [Note(107)];
        on T | Q if context.guard(108, state.size()) => postpone;
        state C {
            on_entry do [Note(109), Tell(110, context.value(111, 8))];
            unhandled => stay;
            on Q => postpone;
            on U(_) => A { n: context.value(112, 6) };
        }
    }
    any {
        on Jump(0) => A { n: context.value(113, state.size()) };
        on Jump(1) => B(2);
        on Jump(2) => C;
        on Jump(3) => D { m: 1, n: context.value(114, state.size()) };
        on Jump(4) => E(context.value(115, state.size()), 6);
        on Jump(5) => F { n: context.value(116, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on R | U => C do [Tell(117, 6)];
        on Q => postpone do [Tell(118, context.value(119, 4))];
        on P | W => stay;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(120, 8), Tell(121, 8)]; }
}
