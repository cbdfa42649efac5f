//! A random machine, number 13. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M13 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: B(1);

    state D { m, .. } {
        on_entry do [Note(1), Tell(2, 6)];
        timeout context.clock(3, 0);
        on T | W if context.guard(4, 0) => F { n: *m } do [Risk(5), Risk(6)];
        on R { k: 2 } if context.guard(7, *m) && context.guard(8, *m) => reject;
        on P => postpone do [Tell(9, *m)];
        on W => D { m: context.value(10, *m), n: *m } do [Risk(11), Note(12)];
    }
    superstate Inner {
        on_entry do [Note(13)];
        on_exit do [Tell(14, context.value(15, state.size())), Slow(16)];
        every context.clock(17, state.size()) => stay;
        every context.clock(18, state.size()) => E(context.value(19, state.size()), context.value(20, state.size()));
        on R | Q(_) if context.guard(21, state.size()) => postpone do [Risk(22), Note(23)];
        on P | R => E(context.value(24, state.size()), context.value(25, 6)) do [Tell(26, context.value(27, state.size())), Tell(28, context.value(29, 6))];
        state A { n: a } {
            on_entry do [Tell(30, 7), Tell(31, context.value(32, 3))];
            every context.clock(33, *a) => B(*a);
            on P if context.guard(34, *a) => D { m: context.value(35, *a), n: context.value(36, *a) } do [Risk(37), Tell(38, *a)];
            on P | R if context.guard(39, *a) => stay;
            on Q(1) => stay { n: context.value(40, *a) };
            on Error(why) if context.guard(41, *a + why.code()) => B(why.code()) do [Slow(42)];
        }
        terminal state Good;
    }
    superstate Other {
        on_entry do [Tell(43, 4), Tell(44, context.value(45, state.size()))];
        on_exit do [Note(46), Note(47)];
        timeout context.clock(48, state.size());
        on timeout if context.guard(49, state.size()) => stay do [Tell(50, context.value(51, 8))];
        on U(0) if context.guard(52, state.size()) => A { n: context.value(53, 5) };
        on U(0) => A { n: context.value(54, 7) } do [Tell(55, context.value(56, state.size())), Tell(57, context.value(58, state.size()))];
        on T | P if context.guard(59, state.size()) && context.guard(60, 4) => postpone;
        on U(k) if context.guard(61, k + state.size()) => B(context.value(62, state.size())) do [Note(63)];
        on T => A { n: context.value(64, state.size()) } do [Note(65), Note(66)];
        state B {
            on_entry do [Tell(67, context.value(68, 7)), Tell(69, context.value(70, 1))];
            on timeout if context.guard(71, state.size()) => stay do [Slow(72)];
            on Q => stay;
            on U(0) if context.guard(73, 5) && context.guard(74, state.size()) => D { m: context.value(75, 0), n: 8 };
            on T if context.guard(76, 2) => A { n: context.value(77, 4) } do [Slow(78)];
        }
        state C {
            on_entry do [Slow(79)];
            on_exit do [Slow(80), Note(81)];
            timeout context.clock(82, state.size());
            on timeout => F { n: context.value(83, 0) } do [Risk(84)];
            on Q(k) if context.guard(85, k) => postpone do [Tell(86, context.value(87, 3))];
            on R { k } | Q(k) if context.guard(88, k + state.size()) => postpone;
            on U(0) => stay;
            on R { k: j } => postpone do [Tell(89, 3)];
            on T => stay;
        }
        state E(x, _) {
            on_entry do [Tell(90, *x), Tell(91, 8)];
            every context.clock(92, *x) => E(*x, context.value(93, 7)) do [Note(94), Note(95)];
            on timeout if context.guard(96, *x) => C;
            on U(k) => E(context.value(97, *x + k), k);
        }
        state F { n } {
            on_entry do [Note(98), Risk(99)];
            on_exit do [Note(100)];
            every context.clock(101, 4) => C;
            on Q(_) if context.guard(102, *n) => stay { n: context.value(103, *n) };
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(104, state.size()) };
        on Jump(1) => B(context.value(105, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 2, n: context.value(106, 6) };
        on Jump(4) => E(2, context.value(107, state.size()));
        on Jump(5) => F { n: context.value(108, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(109, state.size()) && context.guard(110, state.size()) => stay do [Note(111), Note(112)];
        on timeout => stay do [Note(113), Tell(114, context.value(115, state.size()))];
        on Error(why) if context.guard(116, why.code() + state.size()) => stay do [Tell(117, context.value(118, why.code())), Tell(119, context.value(120, 4))];
        on Error(why) if context.guard(121, why.code() + state.size()) && context.guard(122, why.code() + state.size()) => A { n: why.code() } do [Tell(123, context.value(124, state.size()))];
        on Error(why) if context.guard(125, why.code() + state.size()) => B(context.value(126, why.code() + state.size())) do [Note(127)];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Note(128), Tell(129, *n)]; }
}
