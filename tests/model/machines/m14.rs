//! A random machine, number 14. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
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
        on Error(why) if context.guard(27, *n + why.code()) => stay;
    }
    superstate Outer {
        on_exit do [Note(28)];
        timeout context.clock(29, 3);
        on timeout => stay;
        unhandled => reject;
        on W if context.guard(30, state.size()) => stay do [Note(31)];
        on R | W if context.guard(32, state.size()) => postpone do [Note(33)];
        on Q | P => stay;
        on U(k) if context.guard(34, k + state.size()) => postpone do [Tell(35, k)];
        on R { k: 0 } => E(context.value(36, state.size()), context.value(37, state.size())) do [Tell(38, context.value(39, state.size())), Risk(40)];
        on Error(why) if context.guard(41, why.code() + state.size()) && context.guard(42, state.size()) => C do [Note(43), Note(44)];
        state D { n, m } {
            on_exit do [Tell(45, 5)];
            on P if context.guard(46, *n) => postpone do [Tell(47, context.value(48, *n + *m)), Risk(49)];
        }
        state E(x, _) {
            on_entry do [Note(50), Note(51)];
            on_exit do [Tell(52, *x), Risk(53)];
            on U(k) if context.guard(54, *x + k) => postpone;
            on U(_) => F { n: context.value(55, *x) } do [Tell(56, *x)];
        }
        superstate Inner {
            on_entry do [Tell(57, 4), Risk(58)];
            on_exit do [Risk(59)];
            on timeout if context.guard(60, 6) => C do [Note(61), Tell(62, context.value(63, state.size()))];
            every context.clock(64, state.size()) => F { n: context.value(65, 2) } do [Tell(66, context.value(67, state.size()))];
            on U(k) if context.guard(68, k + state.size()) => reject;
            on U(0) => A { n: 1 } do [Note(69)];
            state F { n } {
                on_entry do [Note(70)];
                every context.clock(71, *n) => E(context.value(72, *n), context.value(73, *n)) do [Slow(74)];
                every context.clock(75, *n) => F { n: context.value(76, 5) };
                on Q(k) | R { k } => postpone do [Note(77)];
            }
        }
    }
    any {
        on Jump(0) => A { n: 7 };
        on Jump(1) => B(context.value(78, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(79, state.size()), n: context.value(80, state.size()) };
        on Jump(4) => E(context.value(81, state.size()), context.value(82, 0));
        on Jump(5) => F { n: context.value(83, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(84, state.size()) && context.guard(85, state.size()) => stay do [Slow(86), Note(87)];
        on timeout => F { n: context.value(88, state.size()) } do [Risk(89)];
        on P | R => stay do [Tell(90, context.value(91, state.size()))];
        on W => A { n: context.value(92, state.size()) } do [Tell(93, 3)];
        on T => Good(7);
        on U => stay do [Note(94), Note(95)];
        on Q => postpone;
        on Error(why) if context.guard(96, 3) => F { n: 4 } do [Note(97)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Note(98)]; }
    failure state Bad { n } { on_entry do [Tell(99, context.value(100, *n)), Note(101)]; }
}
