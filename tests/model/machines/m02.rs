//! A random machine, from seed 2. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M02 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state E {
        on_entry do [Tell(1, context.value(2, 6)), Note(3)];
        on_exit do [Tell(4, context.value(5, 8))];
        timeout context.clock(6, 0);
        on timeout if context.guard(7, state.size()) => F { n: 4 };
        on timeout if context.guard(8, 0) => E(context.value(9, 3), context.value(10, 2));
        on timeout => stay;
        on Q(k) => E(4, context.value(11, k));
        on P | W if context.guard(12, 0) => A { n: context.value(13, 5) } do [Tell(14, 4)];
        on W if context.guard(15, state.size()) && context.guard(16, state.size()) => E(context.value(17, 4), context.value(18, 0));
        on W if context.guard(19, 3) && context.guard(20, state.size()) => D { m: context.value(21, 3), n: 3 };
    }
    state B {
        every context.clock(22, state.size()) => stay;
        unhandled => postpone;
        on T | Q if context.guard(23, state.size()) => stay do [Tell(24, context.value(25, 3))];
        on R => Good(7) do [Tell(26, 2)];
        on W | P => reject;
    }
    state C {
        on_entry do [Slow(27), Tell(28, context.value(29, 8))];
        on_exit do [Note(30)];
        every context.clock(31, state.size()) => C;
        task context.errand(32, state.size());
        on R | P if context.guard(33, state.size()) && context.guard(34, state.size()) => stay do [Note(35), Tell(36, context.value(37, 0))];
        on T if context.guard(38, state.size()) => E(context.value(39, 5), context.value(40, 6));
        on T | Q(_) => C do [Note(41)];
        on P | R => postpone do [Risk(42), Tell(43, context.value(44, 6))];
        on Error(why) if context.guard(45, why.code()) => A { n: context.value(46, why.code()) } do [Tell(47, why.code()), Tell(48, context.value(49, why.code()))];
    }
    state F { n } {
        on_exit do [Tell(50, 8), Tell(51, context.value(52, *n))];
        unhandled => stay;
        on U(_) | Q(_) => E(context.value(53, *n), *n);
    }
    superstate Outer {
        on_entry do [Note(54), Tell(55, context.value(56, state.size()))];
        on_exit do [Risk(57)];
        on T | P => E(context.value(58, 7), context.value(59, state.size()));
        on Error(why) if context.guard(60, why.code() + state.size()) => stay do [Risk(61)];
        state A { n: a } {
            on_entry do [Risk(62), Note(63)];
            every context.clock(64, 0) => E(5, 1) do [Tell(65, context.value(66, 1)), Tell(67, *a)];
            on Q(k) | U(k) if context.guard(68, *a) => F { n: k };
            on W if context.guard(69, *a) => stay;
        }
        superstate Inner {
            on_exit do [Tell(70, context.value(71, 1)), Tell(72, 8)];
            on R { k } if context.guard(73, k + state.size()) => F { n: 4 } do [Tell(74, context.value(75, k + state.size())), Tell(76, context.value(77, k + state.size()))];
            state D {
                on_entry do [Note(78)];
                on_exit do [Risk(79), Tell(80, context.value(81, 1))];
                on U(k) => stay do [Risk(82), Slow(83)];
                on P if context.guard(84, state.size()) => postpone do [Tell(85, context.value(86, 6)), Tell(87, 4)];
                on R | Q(_) if context.guard(88, state.size()) => A { n: context.value(89, 0) };
                on Q if context.guard(90, state.size()) => reject;
                on Error(why) if context.guard(91, why.code() + state.size()) && context.guard(92, why.code() + state.size()) => A { n: 6 } do [Tell(93, 0), Tell(94, context.value(95, 5))];
            }
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(96, state.size()) };
        on Jump(1) => B(context.value(97, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(98, state.size()), n: context.value(99, 8) };
        on Jump(4) => E(context.value(100, state.size()), context.value(101, state.size()));
        on Jump(5) => F { n: context.value(102, 5) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Risk(103), Note(104)]; }
}
