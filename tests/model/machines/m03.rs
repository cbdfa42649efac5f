//! A random machine, from seed 3. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M03 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state C {
        on_entry do [Tell(1, 6)];
        timeout context.clock(2, 4) => E(context.value(3, 1), 6);
        on R { k: 0 } if context.guard(4, state.size()) => postpone do [Tell(5, context.value(6, 4))];
        on R | Q(_) if context.guard(7, state.size()) && context.guard(8, state.size()) => E(context.value(9, 8), context.value(10, 8));
        on U(k) if context.guard(11, k) => B(context.value(12, k));
        on Error(why) if context.guard(13, why.code() + state.size()) => C do [Risk(14)];
    }
    state E {
        on_entry do [Risk(15), Note(16)];
        every context.clock(17, 2) => stay do [Risk(18)];
        task context.errand(19, state.size());
        on U(k) if context.guard(20, k + state.size()) => stay do [Risk(21)];
    }
    superstate Outer {
        on_entry do [Tell(22, context.value(23, state.size())), Slow(24)];
        every context.clock(25, state.size()) => C do [Note(26), Note(27)];
        timeout context.clock(28, 4) => C do [Tell(29, context.value(30, 7))];
        on W if context.guard(31, state.size()) => postpone;
        state B(_) {
            on_entry do [Note(32), Note(33)];
            on_exit do [Tell(34, context.value(35, 2)), Tell(36, context.value(37, 3))];
            every context.clock(38, 8) => C do [Note(39), Tell(40, context.value(41, 2))];
            on Q(_) if context.guard(42, state.size()) => B(context.value(43, 5)) do [Tell(44, context.value(45, 5)), Tell(46, context.value(47, 2))];
        }
        superstate Inner {
            timeout context.clock(48, 5) => B(context.value(49, state.size()));
            on R { k } if context.guard(50, k + state.size()) => D { m: 0, n: context.value(51, state.size()) } do [Tell(52, context.value(53, 8))];
            on U(k) => E(context.value(54, k + state.size()), context.value(55, k + state.size()));
            state A {
                on_exit do [Tell(56, context.value(57, 1))];
                on R { k: j } if context.guard(58, j) && context.guard(59, state.size()) => B(j) do [Note(60), Risk(61)];
                on W | Q => postpone;
            }
            state D {
                on_entry do [Tell(62, context.value(63, 3))];
                on_exit do [Tell(64, context.value(65, 6)), Tell(66, context.value(67, 3))];
                every context.clock(68, state.size()) => stay;
                on U(1) if context.guard(69, state.size()) => E(context.value(70, 8), context.value(71, 6)) do [Note(72)];
                on U(k) | Q(k) => postpone;
            }
            state F { n } {
                on_entry do [Tell(73, *n), Tell(74, context.value(75, 7))];
                on_exit do [Tell(76, *n)];
                on U(k) if context.guard(77, *n) => postpone;
                on Q(_) if context.guard(78, *n) => stay;
                on Jump(_) => C;
                on Q(_) => F { n: 3 } do [Tell(79, context.value(80, *n)), Tell(81, *n)];
            }
        }
    }
    any {
        on Jump(0) => A { n: 3 };
        on Jump(1) => B(context.value(82, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(83, 2), n: context.value(84, state.size()) };
        on Jump(4) => E(context.value(85, state.size()), context.value(86, state.size()));
        on Jump(5) => F { n: 4 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on U | W => F { n: context.value(87, state.size()) };
        on P | R => stay;
        on Q => stay do [Note(88), Slow(89)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(90, 1), Risk(91)]; }
}
