//! A random machine, from seed 12. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M12 { error: Error; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state C {
        on_entry do [Tell(1, context.value(2, 3)), Tell(3, context.value(4, 6))];
        every context.clock(5, state.size()) => C do [Tell(6, 6), Tell(7, 5)];
        unhandled => stay;
        on T if context.guard(8, 7) => D { m: context.value(9, 6), n: context.value(10, 6) };
    }
    state B {
        on_exit do [Tell(11, context.value(12, 3))];
        timeout context.clock(13, state.size());
        on timeout if context.guard(14, state.size()) => stay;
        on timeout if context.guard(15, state.size()) => C do [Note(16), Tell(17, context.value(18, 2))];
        on timeout => A { n: context.value(19, 6) } do [Tell(20, context.value(21, 1))];
        on U(0) if context.guard(22, 5) => stay;
        on Q(1) if context.guard(23, state.size()) => stay;
        on P => postpone;
    }
    state E {
        on_exit do [Note(24), Note(25)];
        on T if context.guard(26, 4) => postpone do [Note(27), Tell(28, context.value(29, 1))];
        on W | U(_) => B(context.value(30, 3));
        on T => E(context.value(31, 3), 6);
        on Error(why) if context.guard(32, why.code()) => B(context.value(33, why.code()));
    }
    superstate Outer {
        on_entry do [Tell(34, context.value(35, state.size())), Note(36)];
        every context.clock(37, state.size()) => D { m: context.value(38, 7), n: 8 } do [Note(39)];
        timeout context.clock(40, state.size()) => stay do [Note(41), Tell(42, 2)];
        on R if context.guard(43, state.size()) => A { n: 0 } do [Risk(44), Tell(45, context.value(46, state.size()))];
        on W => stay;
        state F { n } {
            on_entry do [Note(47), Slow(48)];
            unhandled => reject;
            on Q(k) if context.guard(49, *n) => A { n: k } do [Note(50), Tell(51, k)];
            on Q | W => stay do [Note(52), Risk(53)];
            on U(_) => reject;
        }
        superstate Inner {
            on_exit do [Tell(54, context.value(55, state.size())), Tell(56, context.value(57, state.size()))];
            timeout context.clock(58, state.size()) => B(context.value(59, state.size()));
            every context.clock(60, state.size()) => C do [Note(61)];
            on Q(1) if context.guard(62, state.size()) => postpone do [Note(63), Tell(64, context.value(65, state.size()))];
            on Q(1) => postpone;
            on R { k } if context.guard(66, state.size()) => stay do [Tell(67, context.value(68, k))];
            state A { n } {
                on_entry do [Note(69)];
                on_exit do [Tell(70, context.value(71, *n))];
                on U(k) => stay do [Tell(72, context.value(73, *n))];
                on P if context.guard(74, *n) && context.guard(75, *n) => stay do [Tell(76, *n)];
                on W => A { n: 0 };
            }
            state D { m, .. } {
                on_exit do [Tell(77, context.value(78, *m)), Note(79)];
                task context.errand(80, *m);
                on Q(0) => B(context.value(81, 1));
                on R { k: j } if context.guard(82, *m) && context.guard(83, *m + j) => D { m: context.value(84, j), n: j } do [Tell(85, 3)];
                on U(1) if context.guard(86, 6) && context.guard(87, *m) => stay do [Tell(88, context.value(89, 1)), Tell(90, *m)];
                on R if context.guard(91, 8) => stay { m: context.value(92, 7) } do [Tell(93, context.value(94, *m)), Note(95)];
            }
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(96, state.size()) };
        on Jump(1) => B(5);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(97, state.size()), n: context.value(98, state.size()) };
        on Jump(4) => E(7, context.value(99, state.size()));
        on Jump(5) => F { n: context.value(100, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Risk(101)]; }
    failure state Bad;
}
