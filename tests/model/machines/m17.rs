//! A random machine, number 17. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::item_member! {
    M17 { error: Error; stop: T; }

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
            on Error(why) if context.guard(31, why.code() + state.size()) => F { n: context.value(32, 4) };
        }
        terminal state Good(n) { on_entry do [Note(33), Tell(34, *n)]; }
        superstate Inner {
            on timeout if context.guard(35, state.size()) => E(context.value(36, 6), context.value(37, state.size())) do [Tell(38, 2)];
            on T if context.guard(39, 6) => reject;
            on T | W => stay;
            state D { m, .. } {
                on_exit do [Note(40), Tell(41, context.value(42, *m))];
                every context.clock(43, *m) => stay;
                on timeout if context.guard(44, *m) => D { m: context.value(45, 5), n: context.value(46, *m) } do [Note(47)];
                on R { k: 0 } if context.guard(48, 5) => move C do [Tell(49, m)];
                on Error(why) if context.guard(50, why.code()) => stay { n: context.value(51, *m + why.code()) } do [Tell(52, why.code()), Note(53)];
            }
        }
    }
    superstate Other {
        on_exit do [Tell(54, context.value(55, state.size()))];
        on Q(k) if context.guard(56, k + state.size()) => E(context.value(57, k + state.size()), context.value(58, k));
        on R if context.guard(59, state.size()) => reject;
        on T | P => postpone do [Tell(60, 5)];
        on Error(why) if context.guard(61, why.code()) => B(context.value(62, state.size()));
        state B {
            on_entry do [Tell(63, context.value(64, 8)), Tell(65, context.value(66, 0))];
            on_exit do [Tell(67, context.value(68, 2))];
            every context.clock(69, 4) => stay do [Tell(70, 3)];
            timeout context.clock(71, state.size());
            on timeout if context.guard(72, 7) => E(context.value(73, 8), context.value(74, 7)) do [Note(75), Note(76)];
            on W | Q => F { n: context.value(77, 0) };
            on R { k: 0 } if context.guard(78, state.size()) && context.guard(79, state.size()) => stay;
            on U(_) if context.guard(80, 0) && context.guard(81, state.size()) => C do [Tell(82, 0), Tell(83, context.value(84, 6))];
        }
        state F {
            on_exit do [Tell(85, context.value(86, 0)), Note(87)];
            on U(0) => reject;
            on T | Q if context.guard(88, state.size()) => reject;
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(89, state.size()) };
        on Jump(1) => B(1);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(90, state.size()), n: context.value(91, state.size()) };
        on Jump(4) => E(context.value(92, state.size()), context.value(93, 2));
        on Jump(5) => F { n: 7 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(94, state.size()) => D { m: context.value(95, state.size()), n: context.value(96, 5) } do [Tell(97, 8), Tell(98, context.value(99, state.size()))];
        on timeout => stay;
        on Error(why) if context.guard(100, why.code() + state.size()) && context.guard(101, why.code()) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
