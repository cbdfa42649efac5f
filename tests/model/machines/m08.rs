//! A random machine, number 8. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M08 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state E(x, _) {
        on_entry do [Tell(1, 2)];
        on_exit do [Tell(2, 1)];
        every context.clock(3, *x) => D { m: *x, n: context.value(4, *x) } do [Note(5)];
        timeout context.clock(6, *x) => C;
        every context.clock(7, *x) => A { n: 3 } do [Tell(8, *x), Tell(9, context.value(10, 7))];
        unhandled => stay;
        on R { k } if context.guard(11, *x + k) && context.guard(12, k) => postpone;
        on T | Q => Good(7);
    }
    state F {
        on_entry do [Tell(13, 5), Slow(14)];
        on_exit do [Tell(15, context.value(16, 7))];
        every context.clock(17, 1) => stay do [Note(18), Note(19)];
        on W if context.guard(20, 5) && context.guard(21, state.size()) => stay;
        on U(k) if context.guard(22, k + state.size()) => postpone;
        on T | W if context.guard(23, state.size()) => D { m: context.value(24, 5), n: context.value(25, 8) };
        on T => stay do [Tell(26, context.value(27, 6))];
    }
    state C {
        on_entry do [Note(28)];
        on_exit do [Tell(29, context.value(30, 4))];
        every context.clock(31, 6) => C;
        task context.errand(32, 5);
        on P | W => stay do [Tell(33, context.value(34, 5)), Tell(35, context.value(36, 6))];
        on R | T => E(context.value(37, 1), context.value(38, 5)) do [Risk(39)];
        on U(_) => reject;
        on Jump(_) => postpone;
        on Error(why) if context.guard(40, why.code() + state.size()) => stay do [Tell(41, context.value(42, why.code()))];
    }
    state D { n, m } {
        on_entry do [Risk(43)];
        on_exit do [Tell(44, 2)];
        timeout context.clock(45, *n + *m);
        on timeout if context.guard(46, *n) => C do [Tell(47, *m), Risk(48)];
        on timeout => E(context.value(49, *n + *m), context.value(50, *n + *m)) do [Tell(51, *m)];
        every context.clock(52, *n + *m) => B(5) do [Risk(53), Note(54)];
        task context.errand(55, *m);
        on R { k: j } if context.guard(56, *m + j) => postpone do [Note(57), Note(58)];
        on R { k } if context.guard(59, *n + k) && context.guard(60, *n + *m + k) => C;
    }
    superstate Outer {
        timeout context.clock(61, state.size());
        on timeout => A { n: 3 } do [Tell(62, context.value(63, state.size()))];
        on Jump(_) if context.guard(64, state.size()) && context.guard(65, state.size()) => postpone;
        on W if context.guard(66, 6) => D { m: context.value(67, state.size()), n: 3 } do [Tell(68, context.value(69, state.size()))];
        on T | U(_) => A { n: context.value(70, state.size()) } do [Tell(71, context.value(72, state.size()))];
        on R if context.guard(73, state.size()) => C;
        superstate Inner {
            on_exit do [Risk(74), Slow(75)];
            timeout context.clock(76, state.size()) => C;
            every context.clock(77, state.size()) => E(context.value(78, 5), context.value(79, 5)) do [Risk(80)];
            on Q(_) | U(_) if context.guard(81, 2) => A { n: context.value(82, 4) };
            on R { k: 2 } if context.guard(83, state.size()) && context.guard(84, state.size()) => B(context.value(85, state.size()));
            on P | W => E(context.value(86, state.size()), context.value(87, state.size()));
            on T if context.guard(88, 1) && context.guard(89, 2) => B(context.value(90, state.size())) do [Tell(91, context.value(92, 3))];
            state A { n } {
                on_entry do [Tell(93, context.value(94, 3)), Tell(95, *n)];
                on_exit do [Tell(96, *n)];
                timeout context.clock(97, *n) => stay do [Tell(98, context.value(99, *n)), Risk(100)];
                task context.errand(101, *n);
                on W if context.guard(102, 8) && context.guard(103, *n) => postpone do [Note(104)];
                on T | P => postpone;
                on W => E(*n, *n);
            }
            state B(b) {
                on_exit do [Tell(105, 8), Tell(106, context.value(107, *b))];
                every context.clock(108, 3) => C do [Note(109)];
                on timeout if context.guard(110, *b) => stay do [Tell(111, *b), Tell(112, *b)];
                on P if context.guard(113, 4) => postpone;
            }
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(114, 5) };
        on Jump(1) => B(1);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(115, state.size()), n: context.value(116, state.size()) };
        on Jump(4) => E(context.value(117, state.size()), context.value(118, 7));
        on Jump(5) => F { n: context.value(119, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
