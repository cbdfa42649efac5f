//! A random machine, number 8. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M08 { error: Error; stop: T; }

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
        on W if context.guard(20, 5) && context.guard(21, state.size()) => stay { n: context.value(22, state.size()) } do [Note(23)];
        on Q if context.guard(24, state.size()) => stay do [Tell(25, 6)];
        on R { k } => stay { n: context.value(26, k) } do [Tell(27, k), Note(28)];
        on Q(k) if context.guard(29, k) => C do [Note(30), Slow(31)];
    }
    state C {
        on_entry do [Tell(32, context.value(33, 1))];
        on_exit do [Note(34)];
        on T => stay;
        on W if context.guard(35, 6) && context.guard(36, state.size()) => D { m: context.value(37, 2), n: 1 };
        on P | R if context.guard(38, state.size()) => reject;
    }
    state D {
        timeout context.clock(39, state.size());
        on timeout => stay { n: context.value(40, 6) } do [Note(41), Tell(42, 4)];
        on R | U(_) if context.guard(43, state.size()) => postpone do [Tell(44, 5)];
        on Q if context.guard(45, state.size()) => stay do [Tell(46, context.value(47, 5)), Tell(48, context.value(49, 5))];
        on U(1) if context.guard(50, state.size()) => postpone do [Tell(51, 8)];
        on T => postpone do [Note(52)];
        on U(_) if context.guard(53, 6) => stay do [Note(54)];
    }
    superstate Outer {
        on_entry do [Tell(55, 5), Tell(56, context.value(57, state.size()))];
        on_exit do [Note(58), Slow(59)];
        every context.clock(60, state.size()) => D { m: 8, n: 8 } do [Tell(61, 3), Tell(62, 0)];
        unhandled => postpone;
        on P | T if context.guard(63, state.size()) && context.guard(64, state.size()) => postpone;
        on W if context.guard(65, 6) => D { m: context.value(66, state.size()), n: 3 } do [Tell(67, context.value(68, state.size()))];
        on T | U(_) => A { n: context.value(69, state.size()) } do [Tell(70, context.value(71, state.size()))];
        superstate Inner {
            timeout context.clock(72, state.size());
            on P | timeout if context.guard(73, state.size()) => B(1);
            on timeout if context.guard(74, state.size()) => C do [Note(75), Tell(76, context.value(77, state.size()))];
            on timeout => C do [Note(78), Tell(79, context.value(80, state.size()))];
            on Q(0) if context.guard(81, 2) => A { n: context.value(82, 4) };
            on R { k: 2 } if context.guard(83, state.size()) && context.guard(84, state.size()) => B(context.value(85, state.size()));
            on P | W => E(context.value(86, state.size()), context.value(87, state.size()));
            on Error(why) if context.guard(88, why.code() + state.size()) => stay do [Tell(89, context.value(90, why.code()))];
            state A { n: a } {
                on_entry do [Tell(91, context.value(92, *a))];
                on_exit do [Tell(93, 0)];
                timeout context.clock(94, *a);
                on timeout if context.guard(95, 4) && context.guard(96, *a) => stay do [Tell(97, 8), Tell(98, *a)];
                on timeout => F { n: context.value(99, *a) };
                task context.errand(100, *a);
                on W if context.guard(101, 8) && context.guard(102, *a) => postpone do [Note(103)];
                on T | P => postpone;
                on Error(why) if context.guard(104, 6) => D { m: why.code(), n: context.value(105, *a + why.code()) };
            }
            state B(_) {
                on_entry do [Tell(106, 8), Tell(107, context.value(108, 4))];
                on_exit do [Tell(109, context.value(110, 3))];
                unhandled => postpone;
                on P if context.guard(111, state.size()) => reject;
                on W if context.guard(112, state.size()) => F { n: 4 };
                on W if context.guard(113, 5) && context.guard(114, state.size()) => stay do [Risk(115), Tell(116, context.value(117, 0))];
                on Q => D { m: context.value(118, 5), n: context.value(119, 1) };
            }
            failure state Bad;
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: 2 };
        on Jump(1) => B(context.value(120, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(121, 0), n: context.value(122, state.size()) };
        on Jump(4) => E(context.value(123, state.size()), context.value(124, state.size()));
        on Jump(5) => F { n: context.value(125, 7) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(126, state.size()) => stay do [Note(127), Slow(128)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
