//! A random machine, number 16. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::item_member! {
    M16 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state D { m, .. } {
        on_entry do [Slow(1)];
        on_exit do [Tell(2, context.value(3, *m)), Note(4)];
        on T => stay { m: context.value(5, *m) } do [Note(6), Tell(7, *m)];
        on Q(0) if context.guard(8, *m) => move A { n: 7 } do [Tell(9, 4), Risk(10)];
    }
    state E(x, _) {
        on_exit do [Tell(11, context.value(12, *x))];
        every context.clock(13, *x) => move D { m: context.value(14, 1), n: context.value(15, x) } do [Note(16), Tell(17, x)];
        on W | Q => D { m: context.value(18, *x), n: *x };
        on R { k } => F { n: context.value(19, k) } do [Tell(20, context.value(21, k)), Note(22)];
    }
    state B(b) {
        on_entry do [Note(23)];
        on_exit do [Tell(24, context.value(25, *b))];
        on T if context.guard(26, *b) => move B(context.value(27, 2)) do [Tell(28, context.value(29, b)), Tell(30, context.value(31, b))];
        on R { k } if context.guard(32, *b + k) && context.guard(33, *b) => stay;
        on U(1) if context.guard(34, *b) => B(context.value(35, *b)) do [Tell(36, context.value(37, *b))];
    }
    superstate Outer {
        every context.clock(38, state.size()) => B(context.value(39, state.size())) do [Tell(40, context.value(41, state.size())), Tell(42, context.value(43, 1))];
        unhandled => postpone;
        on W if context.guard(44, state.size()) => A { n: 7 };
        on R | U(_) => stay;
        on Error(why) if context.guard(45, why.code() + state.size()) && context.guard(46, state.size()) => stay do [Note(47), Note(48)];
        state A { n: a } {
            timeout context.clock(49, *a);
            on P | timeout if context.guard(50, *a) => stay { n: context.value(51, *a) };
            on P | timeout if context.guard(52, *a) => stay do [Note(53)];
            on timeout => stay;
            every context.clock(54, *a) => move E(context.value(55, 1), context.value(56, a)) do [Tell(57, context.value(58, a))];
            unhandled => postpone;
            on P => stay { n: context.value(59, *a) } do [Note(60)];
            on Jump(k) => move B(context.value(61, a + k)) do [Tell(62, k), Tell(63, 1)];
            on U(_) if context.guard(64, 7) => postpone;
            on Q(k) | R { k } => postpone do [Tell(65, context.value(66, *a + k))];
            on Error(why) if context.guard(67, 1) && context.guard(68, *a + why.code()) => F { n: why.code() } do [Tell(69, why.code()), Tell(70, 5)];
        }
        superstate Inner {
            timeout context.clock(71, state.size()) => F { n: context.value(72, state.size()) };
            every context.clock(73, state.size()) => C do [Tell(74, context.value(75, 5)), Tell(76, 7)];
            unhandled => stay;
            on T if context.guard(77, 3) => stay;
            on P if context.guard(78, state.size()) && context.guard(79, state.size()) => Good(7) do [Tell(80, 3)];
            on Error(why) if context.guard(81, why.code() + state.size()) => D { m: context.value(82, why.code()), n: why.code() } do [Tell(83, 1)];
            state F {
                on_entry do [Note(84), Note(85)];
                timeout context.clock(86, 6) => C;
                unhandled => postpone;
                on T => E(0, context.value(87, 5)) do [Tell(88, context.value(89, 8))];
                on W if context.guard(90, 7) && context.guard(91, 4) => reject;
                on P => F { n: context.value(92, 4) };
                on Error(why) if context.guard(93, state.size()) => C do [Tell(94, 5), Slow(95)];
            }
        }
    }
    superstate Other {
        timeout context.clock(96, 0);
        on timeout => A { n: 2 } do [Note(97), Tell(98, context.value(99, 2))];
        on P => postpone;
        on U(_) => F { n: context.value(100, 1) } do [Tell(101, context.value(102, state.size())), Note(103)];
        on Q(0) => A { n: context.value(104, state.size()) } do [Tell(105, 4), Tell(106, 5)];
        on T if context.guard(107, 7) && context.guard(108, 3) => F { n: context.value(109, state.size()) } do [Tell(110, context.value(111, state.size())), Tell(112, context.value(113, state.size()))];
        state C {
            on_entry do [Risk(114)];
            on_exit do [Tell(115, context.value(116, 1)), Slow(117)];
            every context.clock(118, state.size()) => C;
            timeout context.clock(119, state.size()) => A { n: context.value(120, 4) } do [Note(121)];
            on T if context.guard(122, state.size()) => postpone do [Tell(123, 4)];
            on U(_) | T if context.guard(124, 5) => C do [Tell(125, context.value(126, 4)), Tell(127, context.value(128, 2))];
            on P | R if context.guard(129, 3) => E(context.value(130, 0), context.value(131, 4)) do [Slow(132), Tell(133, 8)];
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(134, 8) };
        on Jump(1) => B(0);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(135, state.size()), n: context.value(136, state.size()) };
        on Jump(4) => E(context.value(137, 8), context.value(138, state.size()));
        on Jump(5) => F { n: context.value(139, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(140, state.size()) && context.guard(141, why.code() + state.size()) => A { n: 5 } do [Risk(142), Tell(143, 7)];
        on Error(why) if context.guard(144, why.code() + state.size()) => stay do [Tell(145, context.value(146, state.size()))];
        on Error(why) if context.guard(147, why.code()) => C;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
