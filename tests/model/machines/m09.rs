//! A random machine, number 9. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M09 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state B(b) {
        on_entry do [Tell(1, *b)];
        every context.clock(2, 2) => stay do [Risk(3), Tell(4, 8)];
        on R => stay do [Tell(5, *b)];
        on Error(why) if context.guard(6, why.code()) => stay do [Tell(7, 1)];
    }
    state D { m, .. } {
        on_entry do [Note(8), Tell(9, *m)];
        on_exit do [Tell(10, *m)];
        every context.clock(11, *m) => stay do [Tell(12, context.value(13, 8)), Slow(14)];
        timeout context.clock(15, *m);
        on timeout => B(context.value(16, 1)) do [Note(17), Note(18)];
        on U(_) => postpone do [Note(19)];
        on P | W if context.guard(20, 4) => C;
        on R { k: 2 } => reject;
        on W | R if context.guard(21, *m) && context.guard(22, *m) => reject;
        on Error(why) if context.guard(23, *m) => stay;
    }
    superstate Outer {
        on_entry do [Risk(24)];
        every context.clock(25, 3) => stay;
        on R { k: j } => D { m: context.value(26, state.size()), n: j } do [Note(27), Risk(28)];
        on U(_) | T if context.guard(29, state.size()) => B(context.value(30, 4)) do [Tell(31, context.value(32, state.size())), Tell(33, context.value(34, state.size()))];
        state A { n: a } {
            on_entry do [Slow(35)];
            on_exit do [Tell(36, 4), Tell(37, context.value(38, *a))];
            timeout context.clock(39, 8) => F { n: context.value(40, 0) } do [Tell(41, context.value(42, 6))];
            every context.clock(43, 7) => A { n: context.value(44, *a) } do [Note(45), Tell(46, *a)];
            on T => D { m: 8, n: context.value(47, *a) } do [Tell(48, context.value(49, *a))];
            on W | U(_) => postpone do [Tell(50, *a), Note(51)];
        }
        superstate Inner {
            on_exit do [Tell(52, context.value(53, state.size())), Tell(54, context.value(55, state.size()))];
            every context.clock(56, state.size()) => C;
            timeout context.clock(57, 6);
            on timeout => E(context.value(58, state.size()), context.value(59, state.size()));
            every context.clock(60, state.size()) => stay do [Tell(61, context.value(62, state.size()))];
            unhandled => stay;
            on W | P if context.guard(63, 5) => reject;
            on T | R if context.guard(64, 7) => stay do [Tell(65, context.value(66, state.size()))];
            on R if context.guard(67, state.size()) => reject;
            on R { k } => stay;
            on Error(why) if context.guard(68, state.size()) => C do [Slow(69)];
            state E(x, _) {
                on_entry do [Note(70)];
                every context.clock(71, *x) => C do [Tell(72, 8)];
                timeout context.clock(73, *x) => E(context.value(74, *x), 7);
                on W | R => postpone;
                on U(_) if context.guard(75, 4) && context.guard(76, 5) => Good(7) do [Tell(77, context.value(78, *x)), Risk(79)];
            }
            failure state Bad { n } { on_entry do [Tell(80, *n)]; }
        }
    }
    superstate Other {
        on_entry do [Tell(81, context.value(82, state.size()))];
        on P => stay;
        on R { k: j } => stay do [Note(83)];
        state C {
            on_entry do [Note(84), Note(85)];
            unhandled => reject;
            on Q(0) if context.guard(86, 1) => stay;
            on Error(why) if context.guard(87, state.size()) && context.guard(88, why.code()) => stay;
        }
        state F {
            on W | Q(_) => postpone;
            on T | P if context.guard(89, 8) => stay;
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(90, state.size()) };
        on Jump(1) => B(context.value(91, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 8, n: 4 };
        on Jump(4) => E(context.value(92, state.size()), 0);
        on Jump(5) => F { n: context.value(93, 2) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
