//! A random machine, from seed 6. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M06 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state C {
        on_entry do [Risk(1)];
        on_exit do [Tell(2, 1)];
        timeout context.clock(3, state.size());
        on timeout => B(context.value(4, 4)) do [Tell(5, context.value(6, 2)), Tell(7, 8)];
        every context.clock(8, 5) => A { n: context.value(9, 5) };
        on P if context.guard(10, 8) => F { n: context.value(11, 5) } do [Tell(12, 5), Slow(13)];
        on W if context.guard(14, state.size()) => postpone;
        on P | W if context.guard(15, state.size()) => stay do [Tell(16, context.value(17, 4))];
        on P if context.guard(18, state.size()) && context.guard(19, state.size()) => F { n: 7 } do [Tell(20, context.value(21, 5))];
        on Error(why) if context.guard(22, 7) => C do [Tell(23, why.code()), Slow(24)];
    }
    state D { n, m } {
        on Q(k) if context.guard(25, *n + k) => stay;
        on Error(why) if context.guard(26, *n + *m) => stay;
    }
    superstate Outer {
        on_entry do [Note(27), Note(28)];
        on R if context.guard(29, state.size()) => F { n: context.value(30, state.size()) } do [Tell(31, context.value(32, state.size())), Tell(33, context.value(34, state.size()))];
        on T => reject;
        on R { k: j } => C;
        superstate Inner {
            timeout context.clock(35, state.size()) => Good(7);
            on P | Q(_) if context.guard(36, state.size()) => reject;
            on W if context.guard(37, state.size()) => postpone do [Risk(38), Tell(39, context.value(40, state.size()))];
            on R { k: 0 } if context.guard(41, state.size()) => postpone do [Tell(42, context.value(43, state.size()))];
            state B(_) {
                on_entry do [Note(44)];
                every context.clock(45, 0) => B(8);
                task context.errand(46, state.size());
                on W if context.guard(47, state.size()) && context.guard(48, 2) => F { n: 8 };
                on T => stay;
                on W | Q => postpone do [Tell(49, context.value(50, 1))];
            }
            state E {
                on_entry do [Note(51), Tell(52, context.value(53, 3))];
                on_exit do [Slow(54), Tell(55, context.value(56, 2))];
                every context.clock(57, state.size()) => E(7, context.value(58, 1));
                task context.errand(59, state.size());
                on Q(1) if context.guard(60, state.size()) => stay do [Risk(61)];
            }
            state F {
                timeout context.clock(62, state.size());
                on P | timeout if context.guard(63, state.size()) => stay;
                on timeout => stay;
                on W => reject;
                on U(_) | T if context.guard(64, state.size()) => reject;
                on P => D { m: context.value(65, 2), n: context.value(66, 8) } do [Tell(67, context.value(68, 5)), Slow(69)];
                on T if context.guard(70, 4) => reject;
            }
        }
    }
    superstate Other {
        on_entry do [Tell(71, context.value(72, state.size())), Tell(73, 2)];
        timeout context.clock(74, state.size()) => stay do [Slow(75), Note(76)];
        every context.clock(77, state.size()) => stay;
        task context.errand(78, state.size());
        on W if context.guard(79, 0) => B(context.value(80, 2)) do [Note(81)];
        on W if context.guard(82, 8) => F { n: context.value(83, state.size()) } do [Tell(84, 5), Tell(85, 4)];
        on U(_) => postpone do [Note(86)];
        state A { n } {
            on_exit do [Note(87)];
            timeout context.clock(88, *n);
            on P | timeout if context.guard(89, *n) => stay;
            on P | timeout if context.guard(90, *n) => stay do [Tell(91, *n), Tell(92, 0)];
            on timeout => Good(7) do [Tell(93, 0)];
            on W => C;
        }
    }
    any {
        on Jump(0) => A { n: context.value(94, state.size()) };
        on Jump(1) => B(context.value(95, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(96, state.size()), n: 4 };
        on Jump(4) => E(context.value(97, 2), 1);
        on Jump(5) => F { n: context.value(98, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on U => stay;
        on W => stay do [Tell(99, context.value(100, state.size()))];
        on P | Q | R => stay do [Tell(101, context.value(102, state.size())), Tell(103, context.value(104, state.size()))];
        on T => F { n: context.value(105, state.size()) };
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(106, *n), Note(107)]; }
    failure state Bad;
}
