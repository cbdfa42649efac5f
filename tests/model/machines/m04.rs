//! A random machine, from seed 4. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M04 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state C {
        on_entry do [Note(1)];
        on_exit do [Note(2), Tell(3, context.value(4, 4))];
        on P => postpone do [Tell(5, 4), Tell(6, 0)];
        on Error(why) if context.guard(7, why.code()) => E(context.value(8, why.code()), why.code());
    }
    state D {
        on_entry do [Tell(9, context.value(10, 2)), Tell(11, context.value(12, 6))];
        every context.clock(13, state.size()) => D { m: context.value(14, 2), n: context.value(15, 8) } do [Note(16)];
        timeout context.clock(17, state.size());
        on timeout => F { n: 3 } do [Tell(18, 0)];
        every context.clock(19, 2) => E(context.value(20, 6), context.value(21, 0));
        task context.errand(22, state.size());
        on Q(k) | R { k } if context.guard(23, k + state.size()) => stay do [Note(24), Risk(25)];
        on T if context.guard(26, state.size()) => postpone;
    }
    state F {
        on_exit do [Note(27), Tell(28, context.value(29, 5))];
        unhandled => reject;
        on U(1) => A { n: context.value(30, 0) } do [Tell(31, 7), Tell(32, 0)];
        on T => stay do [Tell(33, 8), Tell(34, context.value(35, 1))];
        on R if context.guard(36, state.size()) => stay do [Tell(37, context.value(38, 5))];
    }
    superstate Outer {
        on_exit do [Note(39)];
        timeout context.clock(40, state.size()) => D { m: context.value(41, state.size()), n: context.value(42, state.size()) } do [Tell(43, context.value(44, state.size()))];
        on Q(_) => stay do [Tell(45, context.value(46, state.size())), Tell(47, context.value(48, 5))];
        on T | P if context.guard(49, state.size()) => postpone;
        on P => postpone do [Tell(50, 1), Tell(51, context.value(52, state.size()))];
        on Error(why) if context.guard(53, why.code() + state.size()) => B(1) do [Tell(54, 7), Note(55)];
        state B(_) {
            on_exit do [Risk(56), Tell(57, 8)];
            timeout context.clock(58, 0) => D { m: context.value(59, 5), n: context.value(60, 2) } do [Note(61), Tell(62, context.value(63, 8))];
            task context.errand(64, 4);
            on Q(k) => E(k, k);
        }
        state E(x, y) {
            on_entry do [Note(65)];
            task context.errand(66, *x + *y);
            on W => Good(7);
            on Error(why) if context.guard(67, *x + why.code()) => stay;
        }
        superstate Inner {
            on_exit do [Note(68), Note(69)];
            on R { k } if context.guard(70, k + state.size()) => D { m: 2, n: context.value(71, k) };
            on Q(1) => stay do [Tell(72, context.value(73, state.size())), Tell(74, 8)];
            on R { k } | U(k) => stay do [Tell(75, 6), Tell(76, k)];
            on Error(why) if context.guard(77, why.code() + state.size()) => stay;
            state A { n } {
                on_entry do [Tell(78, *n), Tell(79, context.value(80, *n))];
                every context.clock(81, 0) => F { n: context.value(82, *n) } do [Tell(83, context.value(84, *n)), Note(85)];
                timeout context.clock(86, 7);
                on timeout => D { m: context.value(87, 4), n: context.value(88, 4) };
                on U(_) if context.guard(89, *n) => stay;
                on U(_) | Q(_) if context.guard(90, *n) => D { m: context.value(91, *n), n: context.value(92, *n) } do [Note(93), Tell(94, context.value(95, 2))];
                on U(k) if context.guard(96, *n + k) => E(1, context.value(97, 8));
            }
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: 0 };
        on Jump(1) => B(7);
        on Jump(2) => C;
        on Jump(3) => D { m: 8, n: 3 };
        on Jump(4) => E(context.value(98, state.size()), 8);
        on Jump(5) => F { n: context.value(99, 2) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
