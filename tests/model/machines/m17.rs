//! A random machine, number 17. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::item_member! {
    M17 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state E {
        on_exit do [Note(1), Tell(2, context.value(3, 6))];
        task context.errand(4, state.size());
        on Q | U(_) if context.guard(5, state.size()) => postpone;
        on T => postpone;
        on Error(why) if context.guard(6, state.size()) => stay do [Tell(7, 7), Note(8)];
    }
    state C {
        every context.clock(9, state.size()) => C;
        timeout context.clock(10, state.size()) => F { n: context.value(11, 4) } do [Note(12), Note(13)];
        on P => B(5) do [Note(14), Note(15)];
    }
    superstate Outer {
        on_exit do [Slow(16)];
        timeout context.clock(17, 0);
        on timeout if context.guard(18, state.size()) && context.guard(19, state.size()) => A { n: context.value(20, state.size()) };
        on U(_) if context.guard(21, state.size()) => postpone do [Tell(22, 8), Risk(23)];
        on P | Q(_) if context.guard(24, state.size()) => Good(7);
        on U(k) => E(context.value(25, k + state.size()), context.value(26, k));
        state A {
            on_exit do [Tell(27, context.value(28, 8))];
            on timeout if context.guard(29, state.size()) => stay;
            on Q if context.guard(30, state.size()) => Good(7);
        }
        superstate Inner {
            on_entry do [Tell(31, context.value(32, 8))];
            on_exit do [Note(33), Risk(34)];
            timeout context.clock(35, state.size());
            on P => reject;
            on U(k) if context.guard(36, state.size()) => reject;
            on R if context.guard(37, state.size()) => B(6) do [Note(38), Note(39)];
            on R | Q(_) if context.guard(40, 6) => stay;
            state D { m, .. } {
                on_exit do [Tell(41, *m)];
                every context.clock(42, 0) => B(6) do [Tell(43, context.value(44, *m))];
                on timeout if context.guard(45, *m) => move C do [Tell(46, context.value(47, m))];
                every context.clock(48, 5) => move F { n: context.value(49, m) } do [Tell(50, m)];
                on U(_) if context.guard(51, *m) => reject;
                on T if context.guard(52, 1) && context.guard(53, *m) => postpone;
                on P if context.guard(54, *m) => postpone;
            }
        }
    }
    superstate Other {
        on_entry do [Note(55)];
        unhandled => reject;
        on W if context.guard(56, state.size()) => reject;
        on T | P => postpone do [Tell(57, 5)];
        state B {
            on W if context.guard(58, 0) && context.guard(59, 7) => F { n: 3 } do [Tell(60, context.value(61, 0)), Tell(62, context.value(63, 6))];
            on T if context.guard(64, state.size()) => B(context.value(65, 0)) do [Note(66)];
        }
        state F {
            on_exit do [Note(67)];
            on R { k } => C do [Tell(68, k), Tell(69, 7)];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: 7 };
        on Jump(1) => B(context.value(70, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(71, state.size()), n: context.value(72, state.size()) };
        on Jump(4) => E(context.value(73, 8), 0);
        on Jump(5) => F { n: context.value(74, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(75, 2) => stay do [Tell(76, context.value(77, state.size()))];
        on timeout => stay do [Note(78), Note(79)];
        on Error(why) if context.guard(80, why.code() + state.size()) && context.guard(81, why.code()) => D { m: context.value(82, state.size()), n: context.value(83, state.size()) } do [Note(84), Note(85)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Note(86), Tell(87, 8)]; }
}
