//! A random machine, number 7. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M07 { error: Error; stop: T; closed: ignore; }

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
        timeout context.clock(41, *a);
        on timeout => C;
        on R { k: j } if context.guard(42, j) => stay do [Tell(43, context.value(44, *a + j)), Tell(45, context.value(46, *a + j))];
        on R | W if context.guard(47, 7) => postpone do [Tell(48, context.value(49, 4))];
    }
    superstate Inner {
        on_exit do [Note(50)];
        on W | Q => D { m: context.value(51, 5), n: context.value(52, 1) } do [Tell(53, context.value(54, state.size())), Tell(55, context.value(56, state.size()))];
        on T => D { m: context.value(57, 0), n: context.value(58, 3) } do [Tell(59, context.value(60, 3)), Tell(61, context.value(62, state.size()))];
        state D { n, m } {
            on_entry do [Tell(63, context.value(64, *n + *m))];
            on_exit do [Tell(65, 5)];
            every context.clock(66, 5) => stay { m: context.value(67, 3) };
            timeout context.clock(68, 0);
            on timeout if context.guard(69, *n + *m) => stay do [Tell(70, *n), Note(71)];
            unhandled => stay;
            on R { k: j } => F { n: 2 };
            on U(_) if context.guard(72, *n) => stay { m: context.value(73, *n + *m) } do [Tell(74, context.value(75, *n + *m)), Note(76)];
            on U(_) if context.guard(77, 5) => A { n: 2 } do [Note(78)];
            on Q(k) if context.guard(79, *m + k) => reject;
            on Error(why) if context.guard(80, *n) => stay { m: context.value(81, *n + why.code()) } do [Slow(82)];
        }
        failure state Bad { n } { on_entry do [Tell(83, 5)]; }
    }
    superstate Other {
        unhandled => reject;
        on U(_) | W => B(context.value(84, state.size()));
        on Error(why) if context.guard(85, state.size()) && context.guard(86, 8) => stay do [Note(87), Tell(88, context.value(89, state.size()))];
        state C {
            on_entry do [Note(90)];
            on W if context.guard(91, state.size()) && context.guard(92, state.size()) => reject;
            on P => postpone do [Tell(93, 6), Risk(94)];
            on Q(k) if context.guard(95, k + state.size()) => A { n: k } do [Tell(96, context.value(97, k)), Tell(98, context.value(99, 6))];
            on Q(_) => stay;
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: 5 };
        on Jump(1) => B(context.value(100, 5));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(101, 3), n: 0 };
        on Jump(4) => E(context.value(102, state.size()), context.value(103, state.size()));
        on Jump(5) => F { n: context.value(104, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(105, 8) => F { n: 3 };
        on timeout => C do [Note(106)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
