//! A random machine, number 14. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M14 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state B(_) {
        on P if context.guard(1, state.size()) => E(context.value(2, 6), context.value(3, 1));
        on Jump(k) if context.guard(4, state.size()) => postpone;
    }
    state C {
        on_entry do [Tell(5, context.value(6, 8)), Tell(7, 5)];
        timeout context.clock(8, state.size()) => E(context.value(9, 8), context.value(10, 5));
        task context.errand(11, 6);
        on Q(_) | P if context.guard(12, state.size()) => stay;
    }
    state A { n } {
        on_entry do [Tell(13, 6)];
        on_exit do [Tell(14, 5)];
        every context.clock(15, *n) => C;
        on U(k) if context.guard(16, *n) => C;
        on Q if context.guard(17, *n) => A { n: context.value(18, *n) } do [Tell(19, context.value(20, 3))];
        on U(1) => postpone do [Tell(21, *n), Tell(22, context.value(23, *n))];
        on U(_) | W => D { m: context.value(24, 7), n: context.value(25, *n) } do [Note(26)];
        on Error(why) if context.guard(27, *n + why.code()) => stay { n: context.value(28, why.code()) } do [Tell(29, context.value(30, *n + why.code()))];
    }
    superstate Outer {
        timeout context.clock(31, state.size());
        on timeout if context.guard(32, state.size()) => stay;
        on P | timeout if context.guard(33, state.size()) => C do [Tell(34, 7)];
        on P | timeout if context.guard(35, state.size()) => B(context.value(36, state.size())) do [Tell(37, 6), Tell(38, 6)];
        on timeout if context.guard(39, state.size()) => D { m: context.value(40, state.size()), n: context.value(41, state.size()) } do [Tell(42, context.value(43, state.size())), Risk(44)];
        on timeout => stay;
        on U(1) => reject;
        on W if context.guard(45, state.size()) && context.guard(46, state.size()) => stay;
        on P if context.guard(47, state.size()) => postpone;
        state D {
            on_entry do [Note(48), Tell(49, context.value(50, 4))];
            timeout context.clock(51, 6);
            on timeout => E(1, context.value(52, 7)) do [Tell(53, context.value(54, 4)), Note(55)];
            task context.errand(56, state.size());
            on T => stay do [Tell(57, context.value(58, 0)), Risk(59)];
            on R { k } => postpone;
            on W if context.guard(60, state.size()) && context.guard(61, 7) => B(context.value(62, 2));
        }
        state E(x, _) {
            on_entry do [Risk(63), Note(64)];
            on_exit do [Tell(65, context.value(66, 4))];
            timeout context.clock(67, *x);
            every context.clock(68, *x) => A { n: 4 } do [Tell(69, context.value(70, 3)), Note(71)];
            on W => reject;
            on R { k } => A { n: 0 };
            on Error(why) if context.guard(72, *x + why.code()) => stay do [Risk(73)];
        }
        terminal state Good(n) { on_entry do [Tell(74, context.value(75, *n)), Note(76)]; }
        superstate Inner {
            on_entry do [Note(77)];
            every context.clock(78, state.size()) => E(context.value(79, state.size()), context.value(80, state.size())) do [Slow(81)];
            every context.clock(82, state.size()) => F { n: context.value(83, 5) };
            on Q(k) | R { k } => postpone do [Note(84)];
            state F { n } {
                on_entry do [Tell(85, *n)];
                timeout context.clock(86, *n) => D { m: 4, n: *n } do [Note(87)];
                every context.clock(88, *n) => D { m: context.value(89, 8), n: *n } do [Tell(90, 3), Risk(91)];
                every context.clock(92, *n) => D { m: *n, n: 8 } do [Note(93)];
                on R | T => stay;
                on Q(_) => F { n: context.value(94, *n) };
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(95, 3) };
        on Jump(1) => B(context.value(96, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 6, n: context.value(97, state.size()) };
        on Jump(4) => E(context.value(98, 8), context.value(99, 1));
        on Jump(5) => F { n: context.value(100, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(101, state.size()) => E(context.value(102, 1), 5) do [Tell(103, context.value(104, 8)), Tell(105, context.value(106, 5))];
        on timeout => E(context.value(107, state.size()), context.value(108, 5));
        on P | T | U => E(context.value(109, state.size()), context.value(110, 0)) do [Tell(111, context.value(112, 0)), Note(113)];
        on R => A { n: 0 } do [Note(114)];
        on Q => B(context.value(115, state.size())) do [Tell(116, 8), Risk(117)];
        on W => postpone do [Tell(118, context.value(119, 6)), Tell(120, 1)];
        on Error(why) if context.guard(121, why.code()) => F { n: context.value(122, why.code() + state.size()) } do [Note(123), Tell(124, 8)];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
