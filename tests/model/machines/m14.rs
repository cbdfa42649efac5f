//! A random machine, number 14. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M14 { error: Error; closed: ignore; }

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
            unhandled => reject;
            on R | U(_) if context.guard(54, *x) => stay do [Tell(55, context.value(56, 1))];
            on W => stay do [Note(57), Risk(58)];
            on Error(why) if context.guard(59, *x) => B(why.code());
        }
        superstate Inner {
            on_entry do [Risk(60)];
            every context.clock(61, state.size()) => C do [Note(62), Tell(63, context.value(64, state.size()))];
            on timeout if context.guard(65, state.size()) => B(1) do [Note(66)];
            on R if context.guard(67, state.size()) => reject;
            state F { n } {
                on_exit do [Note(68)];
                on timeout if context.guard(69, *n) => stay;
                unhandled => postpone;
                on U(1) if context.guard(70, *n) => reject;
                on R => B(context.value(71, *n)) do [Tell(72, context.value(73, 8)), Tell(74, *n)];
            }
            terminal state Good;
        }
    }
    any {
        on Jump(0) => A { n: context.value(75, state.size()) };
        on Jump(1) => B(context.value(76, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(77, 7), n: context.value(78, state.size()) };
        on Jump(4) => E(context.value(79, state.size()), context.value(80, state.size()));
        on Jump(5) => F { n: context.value(81, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(82, state.size()) => F { n: context.value(83, state.size()) };
        on timeout => stay;
        on T | W => stay;
        on Q | R | U => F { n: context.value(84, 3) };
        on P => A { n: context.value(85, state.size()) } do [Tell(86, 3)];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Tell(87, *n)]; }
}
