//! A random machine, number 9. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
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
        on Error(why) if context.guard(23, *m) => stay { m: context.value(24, *m + why.code()) };
    }
    superstate Outer {
        on_exit do [Note(25)];
        timeout context.clock(26, state.size());
        on timeout if context.guard(27, state.size()) => A { n: context.value(28, 0) };
        on timeout => D { m: context.value(29, state.size()), n: context.value(30, state.size()) } do [Tell(31, context.value(32, state.size()))];
        task context.errand(33, 1);
        on U(0) if context.guard(34, 4) => stay do [Note(35)];
        on P if context.guard(36, 8) => A { n: context.value(37, 5) };
        on T | Q(_) => C do [Tell(38, context.value(39, 2)), Slow(40)];
        on R { k: j } => A { n: context.value(41, j + state.size()) };
        on Error(why) if context.guard(42, 7) => D { m: context.value(43, 8), n: why.code() };
        state A {
            on_entry do [Slow(44), Tell(45, context.value(46, 1))];
            on_exit do [Tell(47, context.value(48, 0)), Tell(49, context.value(50, 2))];
            on timeout if context.guard(51, state.size()) => stay;
            unhandled => postpone;
            on Q(0) if context.guard(52, state.size()) => A { n: context.value(53, 0) } do [Tell(54, context.value(55, 6)), Note(56)];
        }
        superstate Inner {
            on_entry do [Tell(57, context.value(58, state.size())), Note(59)];
            on_exit do [Tell(60, context.value(61, state.size())), Note(62)];
            every context.clock(63, 2) => E(context.value(64, state.size()), context.value(65, state.size())) do [Risk(66), Note(67)];
            timeout context.clock(68, 7);
            on timeout if context.guard(69, state.size()) => A { n: 2 };
            on timeout => A { n: 6 } do [Note(70)];
            on R { k: 2 } => D { m: context.value(71, state.size()), n: context.value(72, state.size()) };
            on U(0) if context.guard(73, state.size()) => postpone do [Tell(74, 8)];
            on W if context.guard(75, state.size()) => postpone do [Slow(76)];
            on Q(k) => A { n: k };
            on Error(why) if context.guard(77, 1) => stay do [Slow(78)];
            state E(x, _) {
                every context.clock(79, *x) => C;
                on W if context.guard(80, *x) => D { m: context.value(81, *x), n: context.value(82, *x) } do [Tell(83, context.value(84, 6)), Note(85)];
                on U(_) | Q if context.guard(86, *x) && context.guard(87, *x) => stay do [Note(88)];
            }
            terminal state Good(n) { on_entry do [Note(89)]; }
        }
    }
    superstate Other {
        on_exit do [Tell(90, context.value(91, state.size()))];
        every context.clock(92, state.size()) => stay;
        on R | U(_) if context.guard(93, state.size()) => A { n: context.value(94, 6) } do [Note(95), Note(96)];
        on P => A { n: 4 } do [Tell(97, context.value(98, state.size())), Tell(99, 0)];
        on Error(why) if context.guard(100, 4) && context.guard(101, why.code() + state.size()) => C do [Note(102)];
        state C {
            on_entry do [Tell(103, 4)];
            timeout context.clock(104, state.size());
            on timeout => F { n: context.value(105, 1) };
            every context.clock(106, state.size()) => A { n: context.value(107, 2) } do [Tell(108, 7)];
            on Q(k) | U(k) => D { m: k, n: k };
            on P => stay do [Note(109), Risk(110)];
            on W | T if context.guard(111, state.size()) => stay do [Tell(112, context.value(113, 8)), Tell(114, context.value(115, 3))];
        }
        state F {
            on_exit do [Risk(116), Note(117)];
            on U(k) => stay { n: context.value(118, k + state.size()) } do [Tell(119, 3), Tell(120, context.value(121, k))];
            on Q(_) | T => C do [Slow(122)];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(123, state.size()) };
        on Jump(1) => B(7);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(124, state.size()), n: context.value(125, state.size()) };
        on Jump(4) => E(context.value(126, state.size()), context.value(127, 5));
        on Jump(5) => F { n: 3 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(128, state.size()) => D { m: context.value(129, why.code() + state.size()), n: 5 } do [Note(130), Tell(131, context.value(132, why.code()))];
        on Error(why) if context.guard(133, state.size()) => F { n: 4 } do [Tell(134, context.value(135, why.code() + state.size())), Risk(136)];
        on Error(why) if context.guard(137, why.code()) && context.guard(138, why.code() + state.size()) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
