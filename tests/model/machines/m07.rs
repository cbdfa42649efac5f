//! A random machine, number 7. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M07 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state B(_) {
        on_exit do [Slow(1)];
        timeout context.clock(2, state.size()) => stay do [Tell(3, context.value(4, 0)), Tell(5, 5)];
        on T if context.guard(6, state.size()) => stay;
        on P | Q(_) => A { n: context.value(7, 2) };
    }
    state E(x, y) {
        on U(_) if context.guard(8, 1) => F { n: context.value(9, *x + *y) };
        on P if context.guard(10, *x) && context.guard(11, *x + *y) => reject;
    }
    state F { n } {
        timeout context.clock(12, *n);
        on timeout if context.guard(13, *n) => C do [Note(14), Tell(15, 7)];
        on timeout if context.guard(16, *n) => stay;
        on timeout if context.guard(17, *n) => stay { n: context.value(18, 5) };
        on P | timeout if context.guard(19, 4) => E(context.value(20, *n), 1) do [Slow(21), Tell(22, 0)];
        on P | timeout if context.guard(23, 7) => E(*n, *n) do [Tell(24, context.value(25, *n))];
        on timeout => stay { n: context.value(26, *n) };
        on W if context.guard(27, *n) => postpone;
        on U(k) => reject;
        on T if context.guard(28, *n) => A { n: context.value(29, 5) } do [Tell(30, context.value(31, 5)), Slow(32)];
        on Jump(k) if context.guard(33, *n) => reject;
    }
    state A { n: a } {
        on_entry do [Slow(34)];
        every context.clock(35, *a) => stay { n: context.value(36, *a) } do [Tell(37, context.value(38, *a)), Tell(39, context.value(40, *a))];
        task context.errand(41, *a);
        on T => D { m: 1, n: context.value(42, *a) };
    }
    superstate Inner {
        on_exit do [Tell(43, context.value(44, 5)), Tell(45, context.value(46, state.size()))];
        timeout context.clock(47, state.size());
        on timeout if context.guard(48, 7) => C do [Tell(49, context.value(50, 4))];
        on P if context.guard(51, 6) => A { n: 1 };
        on T | R => A { n: context.value(52, 2) } do [Risk(53)];
        state D {
            on timeout if context.guard(54, 6) && context.guard(55, 7) => B(context.value(56, 6)) do [Slow(57)];
            on W if context.guard(58, 8) => postpone;
        }
    }
    superstate Other {
        on_entry do [Note(59)];
        on P if context.guard(60, 7) => C;
        on U(0) if context.guard(61, 2) => postpone do [Tell(62, 1), Tell(63, context.value(64, 8))];
        on W if context.guard(65, state.size()) => reject;
        on Q(k) | R { k } => A { n: 0 };
        state C {
            timeout context.clock(66, state.size());
            on timeout => D { m: context.value(67, 5), n: context.value(68, 3) } do [Tell(69, 8)];
            unhandled => reject;
            on T if context.guard(70, state.size()) => reject;
            on R => F { n: context.value(71, 0) } do [Tell(72, 3), Note(73)];
            on T => postpone do [Tell(74, context.value(75, 1))];
            on P | U(_) => postpone;
        }
        failure state Bad;
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(76, state.size()) };
        on Jump(1) => B(context.value(77, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(78, state.size()), n: 2 };
        on Jump(4) => E(context.value(79, 7), context.value(80, 1));
        on Jump(5) => F { n: context.value(81, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(82, state.size()) => F { n: context.value(83, 8) };
        on timeout => stay do [Note(84), Tell(85, context.value(86, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(87, *n), Risk(88)]; }
}
