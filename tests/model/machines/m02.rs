//! A random machine, number 2. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M02 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state D { m, .. } {
        on_exit do [Tell(1, context.value(2, *m)), Note(3)];
        unhandled => stay;
        on T | Q(_) if context.guard(4, 4) => stay;
        on T => postpone do [Risk(5)];
        on P | Q if context.guard(6, *m) => E(context.value(7, 2), context.value(8, 1));
        on Error(why) if context.guard(9, *m + why.code()) && context.guard(10, *m + why.code()) => F { n: context.value(11, *m + why.code()) } do [Tell(12, 3), Note(13)];
    }
    state A {
        on_exit do [Tell(14, context.value(15, 2)), Tell(16, 6)];
        every context.clock(17, state.size()) => E(context.value(18, 4), context.value(19, 0));
        every context.clock(20, state.size()) => C do [Tell(21, context.value(22, 6))];
        on U(1) if context.guard(23, 0) => stay do [Tell(24, context.value(25, 6)), Tell(26, context.value(27, 4))];
        on W if context.guard(28, 1) && context.guard(29, state.size()) => stay do [Tell(30, context.value(31, 3))];
        on R => Good(7) do [Tell(32, 2)];
        on W | P => reject;
    }
    state B(b) {
        on_exit do [Tell(33, 1), Tell(34, 0)];
        timeout context.clock(35, 5) => C;
        task context.errand(36, *b);
        on R | P if context.guard(37, *b) && context.guard(38, *b) => stay do [Note(39), Tell(40, context.value(41, *b))];
        on T if context.guard(42, *b) => E(context.value(43, *b), context.value(44, *b));
        on T | Q(_) => C do [Note(45)];
    }
    state E(x, y) {
        on_entry do [Slow(46), Tell(47, context.value(48, *x + *y))];
        on_exit do [Tell(49, context.value(50, *x + *y)), Note(51)];
        timeout context.clock(52, *x + *y);
        on P | timeout if context.guard(53, *x + *y) => D { m: 0, n: context.value(54, *x + *y) };
        on timeout if context.guard(55, *x) => E(*y, context.value(56, *x + *y));
        on timeout if context.guard(57, *x) => C do [Tell(58, context.value(59, *y)), Tell(60, 7)];
        on P | timeout if context.guard(61, *x + *y) => A { n: 6 } do [Note(62), Slow(63)];
        task context.errand(64, *x);
        on P | T => stay;
        on R { k: 2 } => E(context.value(65, *x + *y), context.value(66, 6));
    }
    superstate Outer {
        on_entry do [Tell(67, context.value(68, state.size())), Tell(69, context.value(70, 1))];
        every context.clock(71, 1) => stay;
        on P | W if context.guard(72, state.size()) => stay do [Risk(73), Note(74)];
        superstate Inner {
            on_entry do [Tell(75, 1), Tell(76, context.value(77, state.size()))];
            on_exit do [Slow(78), Tell(79, context.value(80, state.size()))];
            unhandled => reject;
            on W => C do [Note(81)];
            on Error(why) if context.guard(82, why.code() + state.size()) => F { n: 4 } do [Tell(83, context.value(84, why.code() + state.size())), Tell(85, context.value(86, why.code() + state.size()))];
            state C {
                on_exit do [Note(87)];
                every context.clock(88, state.size()) => stay;
                every context.clock(89, state.size()) => F { n: context.value(90, 5) } do [Note(91)];
                on R { k: 2 } => stay;
                on P | W if context.guard(92, state.size()) && context.guard(93, 8) => C;
                on Q(1) if context.guard(94, state.size()) => postpone;
                on P if context.guard(95, state.size()) => A { n: context.value(96, 1) };
            }
            state F {
                on_entry do [Note(97), Note(98)];
                on_exit do [Note(99)];
                unhandled => reject;
                on T => B(context.value(100, 2));
                on R { k: 2 } => stay { n: context.value(101, state.size()) } do [Risk(102)];
                on Q(_) if context.guard(103, state.size()) => stay;
                on U(0) => A { n: context.value(104, 0) };
            }
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(105, state.size()) };
        on Jump(1) => B(context.value(106, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(107, state.size()), n: context.value(108, state.size()) };
        on Jump(4) => E(4, context.value(109, state.size()));
        on Jump(5) => F { n: context.value(110, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(111, state.size()) => F { n: context.value(112, 6) } do [Tell(113, 6)];
        on timeout => B(5) do [Tell(114, 8), Note(115)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(116, *n), Note(117)]; }
}
