//! A random machine, number 3. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M03 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state B(b) {
        on_entry do [Note(1), Tell(2, context.value(3, *b))];
        on_exit do [Note(4), Tell(5, context.value(6, *b))];
        every context.clock(7, *b) => stay;
        every context.clock(8, *b) => B(context.value(9, *b));
        on P if context.guard(10, 7) => postpone do [Note(11)];
        on Q(0) if context.guard(12, 7) && context.guard(13, *b) => reject;
        on Error(why) if context.guard(14, *b) => stay do [Tell(15, why.code()), Tell(16, why.code())];
    }
    state D { m, .. } {
        on_entry do [Tell(17, context.value(18, *m)), Tell(19, context.value(20, *m))];
        every context.clock(21, *m) => Good(7);
        task context.errand(22, 8);
        on T | Q => stay { m: context.value(23, *m) } do [Tell(24, context.value(25, *m))];
        on W | P => stay { m: context.value(26, *m) };
    }
    superstate Outer {
        on_exit do [Note(27)];
        every context.clock(28, state.size()) => C do [Note(29), Note(30)];
        timeout context.clock(31, 4) => C do [Tell(32, context.value(33, 7))];
        on W if context.guard(34, state.size()) => postpone;
        state A { n: a } {
            on_entry do [Note(35), Note(36)];
            on_exit do [Tell(37, context.value(38, *a)), Tell(39, *a)];
            every context.clock(40, 8) => C do [Note(41), Tell(42, context.value(43, *a))];
            unhandled => stay;
            on Q if context.guard(44, 7) => postpone do [Tell(45, context.value(46, 1)), Tell(47, context.value(48, *a))];
        }
        superstate Inner {
            on timeout if context.guard(49, state.size()) => stay do [Note(50), Tell(51, context.value(52, state.size()))];
            on U(k) if context.guard(53, state.size()) && context.guard(54, state.size()) => B(4) do [Tell(55, context.value(56, k + state.size()))];
            on R => postpone do [Tell(57, context.value(58, state.size()))];
            state C {
                on_exit do [Tell(59, context.value(60, 4))];
                on timeout if context.guard(61, state.size()) => D { m: context.value(62, 7), n: context.value(63, 5) };
                task context.errand(64, 2);
                on U(_) => Good(7) do [Note(65), Tell(66, context.value(67, 2))];
            }
            state E(x, _) {
                on_entry do [Note(68)];
                on_exit do [Tell(69, context.value(70, 3)), Risk(71)];
                timeout context.clock(72, *x) => B(context.value(73, *x)) do [Risk(74), Tell(75, *x)];
                on P if context.guard(76, *x) => postpone;
                on Q(k) if context.guard(77, *x + k) => reject;
                on U(_) if context.guard(78, *x) => D { m: 6, n: *x } do [Tell(79, context.value(80, 7)), Note(81)];
            }
            state F { n } {
                on_exit do [Tell(82, 6), Tell(83, *n)];
                timeout context.clock(84, *n) => E(context.value(85, *n), context.value(86, 7)) do [Note(87)];
                every context.clock(88, *n) => D { m: *n, n: 1 };
                on T => C do [Tell(89, 3), Note(90)];
                on Jump(_) | Q if context.guard(91, *n) => A { n: context.value(92, *n) } do [Note(93), Note(94)];
                on U(_) | Q => reject;
                on P | W => reject;
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(95, state.size()) };
        on Jump(1) => B(context.value(96, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(97, state.size()), n: context.value(98, state.size()) };
        on Jump(4) => E(context.value(99, state.size()), context.value(100, state.size()));
        on Jump(5) => F { n: 8 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on Q | U | W => B(context.value(101, state.size())) do [Tell(102, 7), Tell(103, 6)];
        on P => E(6, 2) do [Note(104), Risk(105)];
        on R => E(context.value(106, 6), context.value(107, state.size()));
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Note(108)]; }
}
