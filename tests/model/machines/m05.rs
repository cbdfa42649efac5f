//! A random machine, number 5. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M05 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state D { m, .. } {
        on_entry do [Tell(1, context.value(2, 6)), Note(3)];
        every context.clock(4, *m) => F { n: context.value(5, *m) } do [Note(6)];
        timeout context.clock(7, 4);
        on R { k: j } => reject;
        on U(_) | Q if context.guard(8, *m) => stay { m: context.value(9, *m) };
        on Q => A { n: context.value(10, *m) };
        on T | P => Good(7) do [Tell(11, 3)];
    }
    state E(x, y) {
        on_entry do [Tell(12, context.value(13, *x + *y)), Tell(14, context.value(15, *y))];
        on_exit do [Note(16), Note(17)];
        every context.clock(18, *x + *y) => A { n: context.value(19, *x + *y) } do [Tell(20, context.value(21, *y))];
        on T => E(context.value(22, *x + *y), context.value(23, *y)) do [Risk(24), Tell(25, 3)];
        on U(_) | Q => stay;
    }
    state F {
        on_exit do [Note(26), Tell(27, context.value(28, 0))];
        every context.clock(29, state.size()) => A { n: context.value(30, 1) } do [Tell(31, context.value(32, 1)), Slow(33)];
        every context.clock(34, state.size()) => D { m: context.value(35, 1), n: 8 };
        on T if context.guard(36, state.size()) => F { n: context.value(37, 5) };
        on Q => C;
        on T | P => F { n: context.value(38, 7) };
    }
    state C {
        on_entry do [Tell(39, context.value(40, 6)), Tell(41, context.value(42, 0))];
        timeout context.clock(43, 1);
        unhandled => stay;
        on U(_) => A { n: context.value(44, 5) } do [Slow(45)];
        on Q if context.guard(46, 5) => stay do [Tell(47, context.value(48, 7)), Note(49)];
        on W | R if context.guard(50, 6) && context.guard(51, state.size()) => A { n: 5 };
    }
    superstate Outer {
        on_entry do [Risk(52)];
        on_exit do [Risk(53)];
        timeout context.clock(54, state.size()) => A { n: 1 };
        on W | P if context.guard(55, state.size()) => F { n: context.value(56, state.size()) } do [Note(57)];
        state A { n: a } {
            timeout context.clock(58, *a);
            task context.errand(59, *a);
            on R { k } | U(k) => C do [Tell(60, 1)];
            on P if context.guard(61, *a) && context.guard(62, *a) => stay do [Tell(63, *a)];
            on P => stay { n: context.value(64, *a) };
        }
        state B(b) {
            on_entry do [Tell(65, context.value(66, *b)), Note(67)];
            every context.clock(68, *b) => F { n: 8 };
            timeout context.clock(69, 0);
            on W | Q => C;
            on U(1) => postpone;
            on U(k) | R { k } if context.guard(70, k) && context.guard(71, *b + k) => stay;
            on Error(why) if context.guard(72, why.code()) => stay do [Note(73)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(74, state.size()) };
        on Jump(1) => B(context.value(75, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(76, state.size()), n: context.value(77, 7) };
        on Jump(4) => E(2, context.value(78, 8));
        on Jump(5) => F { n: 2 };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(79, 0) => stay do [Tell(80, context.value(81, state.size())), Risk(82)];
        on timeout => stay do [Note(83)];
        on U => B(context.value(84, state.size()));
        on P | W => postpone do [Note(85)];
        on R => stay do [Slow(86)];
        on Q | T => stay;
        on Error(why) if context.guard(87, why.code() + state.size()) => stay do [Tell(88, context.value(89, why.code() + state.size())), Tell(90, context.value(91, why.code() + state.size()))];
        on Error(why) if context.guard(92, why.code() + state.size()) => stay do [Tell(93, context.value(94, why.code() + state.size())), Tell(95, context.value(96, why.code() + state.size()))];
        on Error(why) if context.guard(97, why.code()) => D { m: context.value(98, why.code()), n: context.value(99, 1) } do [Tell(100, context.value(101, why.code())), Tell(102, why.code())];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(103, context.value(104, 7)), Note(105)]; }
}
