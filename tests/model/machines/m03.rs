//! A random machine, number 3. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M03 { error: Error; stop: T; }

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
            on timeout if context.guard(49, 1) => stay;
            every context.clock(50, 2) => C do [Tell(51, 6), Tell(52, context.value(53, 6))];
            task context.errand(54, 2);
            on U(k) => C;
            on R => postpone do [Tell(55, context.value(56, state.size()))];
            state C {
                on_exit do [Tell(57, context.value(58, 4))];
                on timeout if context.guard(59, state.size()) => D { m: context.value(60, 7), n: context.value(61, 5) };
                task context.errand(62, 2);
                on U(_) => Good(7) do [Note(63), Tell(64, context.value(65, 2))];
            }
            state E(x, _) {
                on_entry do [Note(66)];
                on_exit do [Tell(67, context.value(68, 3)), Risk(69)];
                timeout context.clock(70, *x) => B(context.value(71, *x)) do [Risk(72), Tell(73, *x)];
                on P if context.guard(74, *x) => postpone;
                on Q(k) if context.guard(75, *x + k) => reject;
                on U(_) if context.guard(76, *x) => D { m: 6, n: *x } do [Tell(77, context.value(78, 7)), Note(79)];
            }
            state F { n } {
                on_exit do [Tell(80, 6), Tell(81, *n)];
                timeout context.clock(82, *n) => E(context.value(83, *n), context.value(84, 7)) do [Note(85)];
                every context.clock(86, *n) => D { m: *n, n: 1 };
                on T => C do [Tell(87, 3), Note(88)];
                on Jump(_) | Q if context.guard(89, *n) => A { n: context.value(90, *n) } do [Note(91), Note(92)];
                on U(_) | Q => reject;
                on P | W => reject;
            }
            terminal state Good;
        }
    }
    any {
        on Jump(0) => A { n: 3 };
        on Jump(1) => B(6);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(93, state.size()), n: context.value(94, 3) };
        on Jump(4) => E(8, 1);
        on Jump(5) => F { n: context.value(95, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P => reject;
        on R | U | W => E(5, 1) do [Tell(96, context.value(97, state.size()))];
        on Q => C do [Note(98), Risk(99)];
        on Error(why) if context.guard(100, 3) => stay do [Tell(101, 0)];
        on Error(why) if context.guard(102, why.code() + state.size()) && context.guard(103, state.size()) => A { n: why.code() } do [Tell(104, context.value(105, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Tell(106, context.value(107, 1)), Note(108)]; }
}
