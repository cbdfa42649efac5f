//! A random machine, number 17. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::item_member! {
    M17 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state E {
        on_exit do [Note(1), Tell(2, context.value(3, 6))];
        task context.errand(4, state.size());
        on Q | U(_) if context.guard(5, state.size()) => postpone;
        on T => postpone;
        on Error(why) if context.guard(6, state.size()) => stay do [Tell(7, 7), Note(8)];
    }
    state C {
        every context.clock(9, state.size()) => C;
        timeout context.clock(10, state.size()) => F { n: context.value(11, 4) } do [Note(12), Note(13)];
        on P => B(5) do [Note(14), Note(15)];
    }
    superstate Outer {
        on_exit do [Slow(16)];
        timeout context.clock(17, 0);
        on timeout if context.guard(18, state.size()) && context.guard(19, state.size()) => A { n: context.value(20, state.size()) };
        on U(_) if context.guard(21, state.size()) => postpone do [Tell(22, 8), Risk(23)];
        on P | Q(_) if context.guard(24, state.size()) => Good(7);
        on U(k) => E(context.value(25, k + state.size()), context.value(26, k));
        state A {
            on_exit do [Tell(27, context.value(28, 8))];
            on timeout if context.guard(29, state.size()) => stay;
            on Q if context.guard(30, state.size()) => Good(7);
        }
        superstate Inner {
            timeout context.clock(31, 7) => D { m: context.value(32, state.size()), n: context.value(33, state.size()) } do [Note(34)];
            on W => postpone do [Tell(35, 6)];
            on R { k: j } => postpone do [Tell(36, j), Note(37)];
            on U(_) => stay do [Risk(38), Risk(39)];
            state D { m, .. } {
                on_exit do [Note(40), Tell(41, context.value(42, *m))];
                every context.clock(43, *m) => stay;
                on timeout if context.guard(44, *m) => D { m: context.value(45, 5), n: context.value(46, *m) } do [Note(47)];
                on R { k: 0 } if context.guard(48, 5) => move C do [Tell(49, m)];
                on Error(why) if context.guard(50, why.code()) => stay;
            }
        }
    }
    superstate Other {
        on_entry do [Tell(51, context.value(52, state.size())), Tell(53, context.value(54, state.size()))];
        every context.clock(55, state.size()) => E(0, context.value(56, 6)) do [Tell(57, context.value(58, state.size()))];
        on R { k: j } => A { n: context.value(59, j + state.size()) } do [Tell(60, 0), Note(61)];
        state B(b) {
            every context.clock(62, *b) => A { n: context.value(63, *b) };
            on U(_) if context.guard(64, *b) => move B(context.value(65, b)) do [Tell(66, context.value(67, b)), Tell(68, context.value(69, b))];
            on W => postpone;
            on U(_) | Q if context.guard(70, *b) => E(*b, *b) do [Tell(71, *b)];
            on U(k) => stay;
        }
        state F {
            on_entry do [Note(72), Tell(73, context.value(74, 0))];
            on_exit do [Tell(75, context.value(76, 8)), Tell(77, context.value(78, 2))];
            every context.clock(79, state.size()) => stay;
            timeout context.clock(80, state.size()) => stay { n: context.value(81, 8) } do [Tell(82, 2)];
            on T => stay { n: context.value(83, state.size()) } do [Note(84)];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(85, state.size()) };
        on Jump(1) => B(context.value(86, 1));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(87, state.size()), n: 4 };
        on Jump(4) => E(context.value(88, state.size()), context.value(89, 3));
        on Jump(5) => F { n: 8 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(90, state.size()) => F { n: context.value(91, state.size()) } do [Note(92)];
        on timeout => D { m: context.value(93, 7), n: context.value(94, state.size()) } do [Tell(95, 7), Slow(96)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
