//! A random machine, number 4. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M04 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state B(b) {
        on_exit do [Risk(1), Note(2)];
        on Q(_) if context.guard(3, *b) => postpone do [Tell(4, 4), Tell(5, 0)];
        on T | P => reject;
    }
    state C {
        on_entry do [Tell(6, context.value(7, 2))];
        on_exit do [Tell(8, context.value(9, 8)), Note(10)];
        timeout context.clock(11, state.size());
        on timeout => stay do [Slow(12), Tell(13, context.value(14, 0))];
        every context.clock(15, state.size()) => E(context.value(16, 0), context.value(17, 7)) do [Note(18), Tell(19, 0)];
        every context.clock(20, 2) => E(context.value(21, 6), context.value(22, 0));
        task context.errand(23, state.size());
        on Q(k) | R { k } if context.guard(24, k + state.size()) => stay do [Note(25), Risk(26)];
        on T if context.guard(27, state.size()) => postpone;
        on T | Q(_) if context.guard(28, state.size()) && context.guard(29, state.size()) => postpone;
    }
    state E(x, _) {
        every context.clock(30, 2) => stay do [Tell(31, context.value(32, *x)), Slow(33)];
        on R { k: 2 } => C do [Note(34), Tell(35, *x)];
        on W | P if context.guard(36, *x) => postpone;
        on Error(why) if context.guard(37, *x + why.code()) => D { m: why.code(), n: context.value(38, why.code()) };
    }
    state F { n } {
        on_entry do [Note(39), Tell(40, context.value(41, *n))];
        on_exit do [Tell(42, *n), Tell(43, context.value(44, *n))];
        every context.clock(45, *n) => C do [Tell(46, context.value(47, *n)), Tell(48, 8)];
        timeout context.clock(49, *n) => stay;
        on Q(k) | U(k) if context.guard(50, *n + k) => postpone;
        on P => postpone do [Tell(51, 1), Tell(52, *n)];
        on Error(why) if context.guard(53, *n + why.code()) => B(1) do [Tell(54, 7), Note(55)];
    }
    superstate Outer {
        on_entry do [Risk(56), Tell(57, context.value(58, state.size()))];
        timeout context.clock(59, state.size());
        on timeout if context.guard(60, state.size()) => C;
        on timeout => Good(7);
        task context.errand(61, 7);
        on P => D { m: context.value(62, 4), n: context.value(63, state.size()) } do [Tell(64, context.value(65, state.size())), Slow(66)];
        on Q(k) => reject;
        state A { n } {
            on_entry do [Risk(67), Tell(68, context.value(69, *n))];
            timeout context.clock(70, 2) => stay { n: context.value(71, *n) };
            on U(_) => D { m: 8, n: *n } do [Tell(72, *n), Note(73)];
            on T if context.guard(74, *n) => reject;
            on W | R => D { m: context.value(75, *n), n: 8 } do [Note(76)];
        }
        state D { m, .. } {
            on_entry do [Risk(77), Note(78)];
            task context.errand(79, *m);
            on U(k) => F { n: context.value(80, *m + k) };
            on Q if context.guard(81, 5) && context.guard(82, *m) => reject;
            on Error(why) if context.guard(83, *m + why.code()) => A { n: why.code() } do [Risk(84)];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(85, 4) };
        on Jump(1) => B(context.value(86, 4));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(87, state.size()), n: context.value(88, 7) };
        on Jump(4) => E(context.value(89, state.size()), context.value(90, state.size()));
        on Jump(5) => F { n: context.value(91, 4) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(92, 6)]; }
    failure state Bad;
}
