//! A random machine, number 4. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M04 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state B(b) {
        on_exit do [Risk(1), Note(2)];
        on Q(_) if context.guard(3, *b) => postpone do [Tell(4, 4), Tell(5, 0)];
        on T | P => reject;
        on Error(why) if context.guard(6, *b + why.code()) => F { n: context.value(7, *b) };
    }
    state C {
        on_entry do [Note(8)];
        on_exit do [Tell(9, context.value(10, 3))];
        timeout context.clock(11, 2) => stay do [Tell(12, 5)];
        every context.clock(13, state.size()) => D { m: 3, n: 0 } do [Risk(14), Tell(15, context.value(16, 6))];
        on Q(_) if context.guard(17, state.size()) => stay do [Tell(18, context.value(19, 8))];
        on Error(why) if context.guard(20, why.code() + state.size()) && context.guard(21, why.code()) => A { n: 6 } do [Tell(22, context.value(23, 0)), Tell(24, why.code())];
    }
    state E {
        on_entry do [Tell(25, context.value(26, 0)), Tell(27, context.value(28, 7))];
        on_exit do [Tell(29, context.value(30, 2))];
        task context.errand(31, state.size());
        on P => A { n: context.value(32, 0) } do [Tell(33, context.value(34, 7))];
        on T => stay;
        on R if context.guard(35, state.size()) => stay do [Tell(36, context.value(37, 5))];
    }
    state F {
        on_entry do [Note(38)];
        on_exit do [Note(39), Tell(40, context.value(41, 0))];
        on R { k: 0 } if context.guard(42, state.size()) => stay;
        on P | R if context.guard(43, state.size()) => stay { n: context.value(44, state.size()) } do [Tell(45, context.value(46, 3)), Note(47)];
        on Error(why) if context.guard(48, why.code() + state.size()) => A { n: context.value(49, why.code()) } do [Tell(50, why.code())];
    }
    superstate Outer {
        on_exit do [Slow(51), Note(52)];
        every context.clock(53, state.size()) => stay;
        unhandled => stay;
        on U(k) => stay do [Tell(54, k), Slow(55)];
        state A { n } {
            on_entry do [Note(56)];
            on_exit do [Tell(57, *n), Tell(58, context.value(59, *n))];
            every context.clock(60, *n) => stay do [Note(61)];
            on U(_) if context.guard(62, 8) && context.guard(63, *n) => stay { n: context.value(64, 3) } do [Tell(65, 4)];
            on Q(1) if context.guard(66, 5) => postpone do [Note(67)];
            on P if context.guard(68, *n) => postpone do [Tell(69, context.value(70, *n)), Tell(71, context.value(72, *n))];
            on P | R if context.guard(73, *n) => F { n: context.value(74, *n) } do [Note(75)];
            on Error(why) if context.guard(76, 0) => stay { n: context.value(77, why.code()) };
        }
        state D {
            on_exit do [Tell(78, context.value(79, 6)), Tell(80, context.value(81, 5))];
            task context.errand(82, state.size());
            on U(_) => F { n: context.value(83, 7) };
            on T => postpone do [Tell(84, context.value(85, 1)), Tell(86, context.value(87, 0))];
            on R { k } | Q(k) => stay do [Risk(88)];
            on Error(why) if context.guard(89, why.code() + state.size()) => stay { n: context.value(90, state.size()) } do [Risk(91), Note(92)];
        }
        terminal state Good;
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: 4 };
        on Jump(1) => B(context.value(93, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(94, 7), n: context.value(95, state.size()) };
        on Jump(4) => E(context.value(96, state.size()), context.value(97, 4));
        on Jump(5) => F { n: context.value(98, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Note(99)]; }
}
