//! A random machine, number 13. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M13 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: B(1);

    state D { m, .. } {
        on_entry do [Note(1), Tell(2, 6)];
        on Q(k) => postpone do [Tell(3, context.value(4, 6))];
        on P => postpone;
        on U(k) | R { k } if context.guard(5, *m + k) => reject;
    }
    superstate Inner {
        on_entry do [Risk(6), Risk(7)];
        on_exit do [Tell(8, context.value(9, state.size()))];
        timeout context.clock(10, state.size());
        on timeout if context.guard(11, state.size()) => stay do [Risk(12), Note(13)];
        on T if context.guard(14, state.size()) && context.guard(15, state.size()) => stay do [Tell(16, context.value(17, state.size())), Tell(18, 4)];
        on R { k } | U(k) if context.guard(19, k + state.size()) => B(k);
        state A {
            on timeout if context.guard(20, 8) => stay do [Note(21), Tell(22, context.value(23, 8))];
            task context.errand(24, state.size());
            on P => reject;
            on U(1) if context.guard(25, state.size()) => stay;
            on Jump(_) | T if context.guard(26, state.size()) => F { n: context.value(27, 2) } do [Slow(28)];
            on U(k) if context.guard(29, k + state.size()) => postpone;
            on Error(why) if context.guard(30, why.code() + state.size()) => B(context.value(31, why.code()));
        }
    }
    superstate Other {
        on_exit do [Tell(32, context.value(33, state.size())), Tell(34, context.value(35, state.size()))];
        timeout context.clock(36, state.size());
        on P | timeout if context.guard(37, state.size()) => stay;
        on timeout if context.guard(38, 8) => D { m: context.value(39, 0), n: 6 } do [Tell(40, context.value(41, state.size()))];
        on W => postpone do [Tell(42, context.value(43, state.size())), Note(44)];
        on P | Q(_) => F { n: 8 } do [Tell(45, context.value(46, state.size()))];
        on U(1) if context.guard(47, 5) && context.guard(48, state.size()) => F { n: context.value(49, state.size()) };
        on U(k) => D { m: k, n: k } do [Tell(50, context.value(51, k + state.size()))];
        on Error(why) if context.guard(52, why.code() + state.size()) && context.guard(53, why.code()) => stay;
        state B {
            on_entry do [Slow(54)];
            timeout context.clock(55, state.size());
            on timeout if context.guard(56, 1) => stay;
            on timeout => C do [Tell(57, context.value(58, 5))];
            every context.clock(59, state.size()) => E(5, context.value(60, 1)) do [Note(61)];
            task context.errand(62, 1);
            on P if context.guard(63, state.size()) => C do [Slow(64)];
            on P => C do [Tell(65, context.value(66, 5)), Slow(67)];
            on U(_) | R if context.guard(68, state.size()) => A { n: 8 };
        }
        state C {
            on_entry do [Tell(69, context.value(70, 2)), Tell(71, context.value(72, 3))];
            on_exit do [Slow(73)];
            task context.errand(74, state.size());
            on U(_) if context.guard(75, 2) => B(context.value(76, 2)) do [Note(77)];
            on Q => E(context.value(78, 6), context.value(79, 1)) do [Tell(80, context.value(81, 1))];
        }
        state E {
            on_entry do [Note(82), Slow(83)];
            every context.clock(84, state.size()) => A { n: 0 } do [Note(85)];
            timeout context.clock(86, state.size()) => stay;
            every context.clock(87, state.size()) => stay do [Risk(88), Note(89)];
            on R { k } if context.guard(90, k) && context.guard(91, k + state.size()) => stay;
            on Q(_) | U(_) => B(context.value(92, 4));
        }
        state F { n } {
            on P if context.guard(93, *n) => E(context.value(94, *n), *n) do [Tell(95, *n)];
            on W if context.guard(96, *n) => reject;
            on U(k) | R { k } => B(context.value(97, *n + k)) do [Tell(98, k)];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(99, 7) };
        on Jump(1) => B(context.value(100, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(101, state.size()), n: 0 };
        on Jump(4) => E(context.value(102, state.size()), context.value(103, state.size()));
        on Jump(5) => F { n: context.value(104, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(105, 4) && context.guard(106, state.size()) => A { n: context.value(107, state.size()) };
        on timeout => A { n: context.value(108, state.size()) } do [Tell(109, context.value(110, 7)), Note(111)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(112, context.value(113, *n)), Tell(114, 6)]; }
    failure state Bad;
}
