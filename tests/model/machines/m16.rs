//! A random machine, from seed 16. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M16 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state E {
        on_entry do [Tell(1, 2)];
        on_exit do [Tell(2, context.value(3, 4)), Risk(4)];
        on Q if context.guard(5, state.size()) => reject;
    }
    state F { n } {
        on_entry do [Note(6), Risk(7)];
        on_exit do [Note(8), Tell(9, context.value(10, *n))];
        every context.clock(11, *n) => stay { n: context.value(12, *n) };
        unhandled => postpone;
        on P => stay do [Slow(13), Tell(14, context.value(15, *n))];
        on R => stay;
    }
    state C {
        on_entry do [Tell(16, 5)];
        on Q => postpone;
        on Error(why) if context.guard(17, why.code()) => Good(7) do [Tell(18, why.code()), Note(19)];
    }
    superstate Outer {
        on_entry do [Note(20)];
        timeout context.clock(21, state.size()) => stay;
        every context.clock(22, state.size()) => B(context.value(23, state.size())) do [Tell(24, context.value(25, state.size()))];
        on T | Q if context.guard(26, 1) => reject;
        on W | P => stay;
        on Error(why) if context.guard(27, why.code()) => E(8, why.code());
        state A {
            on_entry do [Tell(28, context.value(29, 4))];
            every context.clock(30, state.size()) => B(context.value(31, 2)) do [Tell(32, context.value(33, 7))];
            on Q(_) | U(_) if context.guard(34, state.size()) && context.guard(35, 1) => C do [Note(36)];
            on Q(1) if context.guard(37, state.size()) => E(context.value(38, 4), context.value(39, 0));
            on Q(k) if context.guard(40, k) => stay;
            on R { k: 0 } if context.guard(41, 7) => E(context.value(42, 1), context.value(43, 6)) do [Tell(44, 7), Tell(45, context.value(46, 3))];
            on Error(why) if context.guard(47, why.code() + state.size()) => stay do [Tell(48, context.value(49, why.code()))];
        }
        state B {
            on_entry do [Tell(50, 5)];
            on_exit do [Tell(51, context.value(52, 0)), Tell(53, context.value(54, 1))];
            every context.clock(55, state.size()) => stay;
            timeout context.clock(56, state.size());
            on timeout if context.guard(57, 5) => F { n: context.value(58, 3) } do [Tell(59, 6)];
            on timeout => A { n: 6 };
            on W | U(_) => stay do [Note(60)];
            on P if context.guard(61, 8) => stay do [Tell(62, context.value(63, 4)), Note(64)];
            on Q(k) => B(k);
            on Error(why) if context.guard(65, 1) && context.guard(66, why.code() + state.size()) => B(context.value(67, why.code())) do [Note(68), Tell(69, context.value(70, 4))];
        }
    }
    superstate Other {
        on_entry do [Tell(71, 0)];
        timeout context.clock(72, state.size()) => F { n: context.value(73, state.size()) };
        every context.clock(74, state.size()) => C do [Tell(75, context.value(76, 5)), Tell(77, 7)];
        on T | P if context.guard(78, 3) => stay;
        on P if context.guard(79, state.size()) && context.guard(80, state.size()) => Good(7) do [Tell(81, 3)];
        state D { m, .. } {
            on_entry do [Tell(82, *m), Tell(83, *m)];
            timeout context.clock(84, *m) => B(8) do [Tell(85, *m), Tell(86, *m)];
            task context.errand(87, *m);
            on U(_) | R => postpone do [Note(88), Note(89)];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(90, 6) };
        on Jump(1) => B(context.value(91, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(92, 5), n: context.value(93, 0) };
        on Jump(4) => E(context.value(94, state.size()), context.value(95, 4));
        on Jump(5) => F { n: context.value(96, 6) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(97, why.code()) => B(6);
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(98, 5)]; }
}
