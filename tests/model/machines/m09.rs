//! A random machine, number 9. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M09 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state B(b) {
        on_entry do [Tell(1, *b)];
        every context.clock(2, 2) => stay do [Risk(3), Tell(4, 8)];
        on R => stay do [Tell(5, *b)];
        on Error(why) if context.guard(6, why.code()) => stay do [Tell(7, 1)];
    }
    state D { m, .. } {
        on_entry do [Note(8), Tell(9, *m)];
        on_exit do [Tell(10, *m)];
        every context.clock(11, *m) => stay do [Tell(12, context.value(13, 8)), Slow(14)];
        timeout context.clock(15, *m);
        on timeout => B(context.value(16, 1)) do [Note(17), Note(18)];
        on U(_) => postpone do [Note(19)];
        on P | W if context.guard(20, 4) => C;
        on R { k: 2 } => reject;
        on W | R if context.guard(21, *m) && context.guard(22, *m) => reject;
        on Error(why) if context.guard(23, *m) => stay;
    }
    superstate Outer {
        on_entry do [Risk(24)];
        every context.clock(25, 3) => stay;
        on R { k: j } => D { m: context.value(26, state.size()), n: j } do [Note(27), Risk(28)];
        on U(_) | T if context.guard(29, state.size()) => B(context.value(30, 4)) do [Tell(31, context.value(32, state.size())), Tell(33, context.value(34, state.size()))];
        state A { n: a } {
            on_entry do [Slow(35)];
            on_exit do [Tell(36, 4), Tell(37, context.value(38, *a))];
            timeout context.clock(39, 8) => F { n: context.value(40, 0) } do [Tell(41, context.value(42, 6))];
            every context.clock(43, 7) => A { n: context.value(44, *a) } do [Note(45), Tell(46, *a)];
            on T => D { m: 8, n: context.value(47, *a) } do [Tell(48, context.value(49, *a))];
            on W | U(_) => postpone do [Tell(50, *a), Note(51)];
        }
        superstate Inner {
            on_entry do [Tell(52, context.value(53, state.size()))];
            on_exit do [Tell(54, context.value(55, state.size())), Tell(56, context.value(57, state.size()))];
            timeout context.clock(58, state.size());
            on timeout if context.guard(59, state.size()) => stay do [Tell(60, context.value(61, state.size()))];
            on P | timeout if context.guard(62, state.size()) => A { n: context.value(63, state.size()) };
            on P | timeout if context.guard(64, 8) => E(context.value(65, state.size()), context.value(66, state.size())) do [Risk(67), Note(68)];
            on timeout if context.guard(69, state.size()) => F { n: context.value(70, state.size()) } do [Slow(71), Tell(72, 8)];
            on timeout => A { n: 6 } do [Note(73)];
            on R { k: 2 } => D { m: context.value(74, state.size()), n: context.value(75, state.size()) };
            on U(0) if context.guard(76, state.size()) => postpone do [Tell(77, 8)];
            on W if context.guard(78, state.size()) => postpone do [Slow(79)];
            on Q(k) => A { n: k };
            on W if context.guard(80, state.size()) && context.guard(81, 4) => stay do [Note(82)];
            state E(x, _) {
                on_entry do [Tell(83, *x), Note(84)];
                on timeout if context.guard(85, *x) && context.guard(86, *x) => F { n: *x };
                on W => C;
                on Q(0) if context.guard(87, *x) && context.guard(88, *x) => stay do [Note(89)];
            }
        }
    }
    superstate Other {
        on_entry do [Risk(90)];
        unhandled => postpone;
        on P if context.guard(91, state.size()) => postpone do [Tell(92, context.value(93, state.size())), Slow(94)];
        on R { k } if context.guard(95, k) => F { n: context.value(96, k) };
        on P => stay do [Tell(97, context.value(98, state.size()))];
        on Error(why) if context.guard(99, why.code() + state.size()) => stay do [Tell(100, context.value(101, why.code() + state.size())), Tell(102, context.value(103, state.size()))];
        state C {
            on_entry do [Tell(104, 8)];
            on_exit do [Risk(105)];
            timeout context.clock(106, state.size());
            on timeout => F { n: context.value(107, 1) };
            every context.clock(108, state.size()) => A { n: context.value(109, 2) } do [Tell(110, 7)];
            on Q(k) | U(k) => D { m: k, n: k };
            on P => stay do [Note(111), Risk(112)];
            on W | T if context.guard(113, state.size()) => stay do [Tell(114, context.value(115, 8)), Tell(116, context.value(117, 3))];
        }
        state F {
            on_exit do [Risk(118), Note(119)];
            on U(k) => stay;
            on Q(k) if context.guard(120, state.size()) => stay do [Note(121), Note(122)];
            on Error(why) if context.guard(123, state.size()) => E(context.value(124, why.code()), 3);
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: 7 };
        on Jump(1) => B(context.value(125, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(126, state.size()), n: context.value(127, state.size()) };
        on Jump(4) => E(context.value(128, 0), context.value(129, 3));
        on Jump(5) => F { n: context.value(130, 3) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
