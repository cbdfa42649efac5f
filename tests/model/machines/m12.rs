//! A random machine, number 12. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
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
        timeout context.clock(24, *m);
        on timeout if context.guard(25, *m) => A { n: context.value(26, *m) };
        on timeout if context.guard(27, *m) => stay;
        on timeout if context.guard(28, 4) => F { n: 7 };
        on P | timeout if context.guard(29, 5) => D { m: 7, n: *m };
        on R { k: 2 } if context.guard(30, *m) && context.guard(31, *m) => stay { n: context.value(32, *m) } do [Tell(33, context.value(34, *m)), Tell(35, context.value(36, 7))];
        on R { k: 0 } if context.guard(37, *m) => reject;
    }
    superstate Outer {
        on_exit do [Tell(38, context.value(39, 3))];
        timeout context.clock(40, 4);
        on P | timeout if context.guard(41, state.size()) => stay;
        on timeout if context.guard(42, state.size()) => stay;
        on timeout if context.guard(43, 0) => D { m: context.value(44, state.size()), n: context.value(45, state.size()) };
        on timeout if context.guard(46, state.size()) => stay;
        task context.errand(47, state.size());
        on R => reject;
        on P => stay do [Note(48)];
        state E(x, _) {
            on_entry do [Slow(49)];
            on W | Q => stay do [Note(50), Risk(51)];
            on U(_) => reject;
        }
        state F { n } {
            on_entry do [Tell(52, context.value(53, *n)), Tell(54, context.value(55, *n))];
            on_exit do [Note(56), Tell(57, context.value(58, *n))];
            on timeout if context.guard(59, *n) => stay { n: context.value(60, 2) };
            on Q(_) if context.guard(61, *n) => F { n: context.value(62, *n) };
            on U(0) if context.guard(63, *n) => stay;
            on P if context.guard(64, 8) => stay do [Tell(65, context.value(66, *n))];
            on Q(0) if context.guard(67, *n) => stay { n: context.value(68, *n) } do [Note(69), Note(70)];
        }
        superstate Inner {
            on_entry do [Note(71)];
            on_exit do [Tell(72, 5), Tell(73, context.value(74, state.size()))];
            on timeout if context.guard(75, state.size()) => D { m: context.value(76, state.size()), n: context.value(77, 1) };
            on T => postpone do [Risk(78), Tell(79, context.value(80, state.size()))];
            on W => E(context.value(81, 3), context.value(82, state.size()));
            on Error(why) if context.guard(83, why.code() + state.size()) => B(context.value(84, state.size()));
            state C {
                on_entry do [Tell(85, context.value(86, 5))];
                on_exit do [Note(87)];
                timeout context.clock(88, 6);
                every context.clock(89, state.size()) => A { n: context.value(90, 6) } do [Tell(91, context.value(92, 1)), Tell(93, context.value(94, 2))];
                task context.errand(95, state.size());
                on Q(k) => stay;
                on R if context.guard(96, 8) => stay do [Risk(97), Note(98)];
                on R { k: j } => reject;
            }
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(99, state.size()) };
        on Jump(1) => B(1);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(100, 7), n: 5 };
        on Jump(4) => E(4, context.value(101, state.size()));
        on Jump(5) => F { n: 4 };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(102, state.size()) => B(context.value(103, 4));
        on timeout => stay do [Tell(104, context.value(105, 3))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(106, *n)]; }
    failure state Bad;
}
