//! A random machine, number 12. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M12 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state B(_) {
        on_entry do [Note(1), Note(2)];
        on_exit do [Tell(3, context.value(4, 8))];
        on U(k) | R { k } => C;
        on Q(k) if context.guard(5, state.size()) => D { m: context.value(6, 8), n: k } do [Tell(7, context.value(8, k)), Tell(9, k)];
    }
    state A { n } {
        every context.clock(10, *n) => E(context.value(11, 6), context.value(12, 4)) do [Tell(13, context.value(14, *n))];
        on Q(k) if context.guard(15, *n + k) => F { n: context.value(16, *n + k) } do [Note(17), Tell(18, context.value(19, *n + k))];
    }
    state D { m, .. } {
        on_exit do [Tell(20, context.value(21, 8)), Tell(22, context.value(23, 3))];
        on T => stay { m: context.value(24, *m) };
    }
    superstate Outer {
        on_entry do [Tell(25, context.value(26, state.size())), Slow(27)];
        on Q(0) if context.guard(28, state.size()) => B(context.value(29, state.size()));
        on T => E(context.value(30, state.size()), 6);
        on Error(why) if context.guard(31, why.code()) => B(context.value(32, why.code() + state.size()));
        state E(x, y) {
            on_exit do [Note(33)];
            timeout context.clock(34, *y);
            on timeout => stay do [Tell(35, context.value(36, *x)), Tell(37, 3)];
            every context.clock(38, *y) => B(2);
            task context.errand(39, *x + *y);
            on W | R => stay;
            on U(0) => stay;
            on Error(why) if context.guard(40, *x) => stay do [Tell(41, context.value(42, why.code()))];
        }
        state F { n } {
            on_entry do [Tell(43, context.value(44, *n))];
            on_exit do [Note(45)];
            on U(k) => D { m: k, n: context.value(46, *n + k) };
            on R | Q => B(*n) do [Tell(47, context.value(48, *n))];
            on Error(why) if context.guard(49, *n) => stay { n: context.value(50, *n + why.code()) };
        }
        superstate Inner {
            on_entry do [Tell(51, context.value(52, state.size())), Note(53)];
            timeout context.clock(54, 5);
            on timeout => stay do [Risk(55), Tell(56, context.value(57, state.size()))];
            unhandled => reject;
            on R { k: 0 } if context.guard(58, state.size()) => D { m: context.value(59, state.size()), n: context.value(60, state.size()) };
            on R { k } if context.guard(61, state.size()) => stay do [Tell(62, context.value(63, k))];
            on T if context.guard(64, state.size()) => stay;
            on U(_) => F { n: context.value(65, state.size()) };
            state C {
                on_exit do [Tell(66, context.value(67, 6))];
                on timeout if context.guard(68, state.size()) => stay;
                task context.errand(69, state.size());
                on W if context.guard(70, 2) => A { n: 0 };
                on Q(k) => B(7) do [Note(71), Tell(72, context.value(73, k))];
                on W if context.guard(74, state.size()) => B(context.value(75, 2)) do [Tell(76, 4), Tell(77, context.value(78, 5))];
                on P | R => stay do [Tell(79, context.value(80, 6))];
            }
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(81, 3) };
        on Jump(1) => B(context.value(82, 0));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(83, state.size()), n: context.value(84, 6) };
        on Jump(4) => E(context.value(85, state.size()), context.value(86, state.size()));
        on Jump(5) => F { n: context.value(87, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(88, state.size()) => F { n: context.value(89, state.size()) } do [Tell(90, context.value(91, 1))];
        on timeout => C do [Tell(92, context.value(93, state.size())), Note(94)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(95, 5), Tell(96, context.value(97, *n))]; }
    failure state Bad;
}
