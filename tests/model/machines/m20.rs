//! A random machine, from seed 20. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M20 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state B(b) {
        on_entry do [Tell(1, *b)];
        timeout context.clock(2, *b);
        on timeout => B(*b);
        on U(0) => postpone do [Note(3)];
        on R { k } => stay do [Tell(4, context.value(5, *b)), Tell(6, context.value(7, k))];
        on Error(why) if context.guard(8, *b + why.code()) => E(context.value(9, *b + why.code()), context.value(10, *b + why.code()));
    }
    state C {
        on_entry do [Tell(11, context.value(12, 2)), Tell(13, context.value(14, 4))];
        timeout context.clock(15, state.size());
        on timeout => C do [Tell(16, context.value(17, 3))];
        on P if context.guard(18, state.size()) && context.guard(19, 8) => stay do [Tell(20, 7)];
        on T => F { n: 7 } do [Note(21)];
    }
    superstate Outer {
        on_entry do [Tell(22, context.value(23, state.size())), Tell(24, 0)];
        on_exit do [Tell(25, context.value(26, state.size())), Risk(27)];
        every context.clock(28, 4) => stay;
        every context.clock(29, state.size()) => C;
        on R if context.guard(30, state.size()) => B(context.value(31, state.size())) do [Risk(32)];
        on W if context.guard(33, state.size()) => postpone do [Slow(34), Note(35)];
        on T if context.guard(36, state.size()) => E(context.value(37, state.size()), context.value(38, state.size()));
        state A {
            on_entry do [Tell(39, context.value(40, 5))];
            on T => reject;
            on W if context.guard(41, state.size()) => C do [Slow(42)];
        }
        state D { m, .. } {
            on_entry do [Tell(43, 5), Tell(44, context.value(45, *m))];
            on_exit do [Tell(46, *m), Tell(47, 4)];
            task context.errand(48, *m);
            unhandled => postpone;
            on Jump(_) => E(6, *m) do [Note(49), Note(50)];
        }
        superstate Inner {
            on_exit do [Note(51), Tell(52, context.value(53, state.size()))];
            every context.clock(54, 3) => B(3) do [Note(55)];
            every context.clock(56, state.size()) => F { n: context.value(57, state.size()) };
            on Q(0) => D { m: 5, n: context.value(58, state.size()) } do [Note(59), Risk(60)];
            on R { k: j } => Good(7);
            on T => stay do [Tell(61, 2), Note(62)];
            on Error(why) if context.guard(63, why.code() + state.size()) => B(context.value(64, state.size())) do [Slow(65)];
            state E(x, y) {
                on_entry do [Tell(66, context.value(67, *x)), Note(68)];
                every context.clock(69, *x) => E(context.value(70, *x + *y), context.value(71, *x + *y));
                timeout context.clock(72, *x) => E(context.value(73, *x), context.value(74, *x + *y)) do [Note(75), Slow(76)];
                on W if context.guard(77, *x + *y) => reject;
                on T | Q(_) if context.guard(78, *y) && context.guard(79, 4) => B(context.value(80, *x + *y));
                on U(0) if context.guard(81, *x + *y) => B(*x);
            }
            state F { n } {
                on_entry do [Tell(82, context.value(83, *n))];
                on_exit do [Risk(84), Tell(85, 4)];
                on W => reject;
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(86, state.size()) };
        on Jump(1) => B(context.value(87, 3));
        on Jump(2) => C;
        on Jump(3) => D { m: 3, n: 3 };
        on Jump(4) => E(context.value(88, state.size()), context.value(89, state.size()));
        on Jump(5) => F { n: 8 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | R | U => C;
        on Q | W => postpone do [Tell(90, context.value(91, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
