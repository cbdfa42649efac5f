//! A random machine, number 2. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M02 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state D { m, .. } {
        on_exit do [Tell(1, context.value(2, *m)), Note(3)];
        timeout context.clock(4, 2);
        on timeout => D { m: *m, n: 4 } do [Risk(5)];
        task context.errand(6, *m);
        on W if context.guard(7, *m) => F { n: *m };
        on T => C;
        on U(1) if context.guard(8, *m) => postpone;
        on Error(why) if context.guard(9, *m) => A { n: context.value(10, *m + why.code()) };
    }
    state A {
        on_entry do [Tell(11, context.value(12, 3)), Slow(13)];
        on_exit do [Note(14)];
        every context.clock(15, state.size()) => D { m: 7, n: context.value(16, 8) };
        timeout context.clock(17, 3) => stay { n: context.value(18, state.size()) };
        on P | Q(_) => E(context.value(19, 5), context.value(20, 2));
        on Error(why) if context.guard(21, why.code() + state.size()) => C;
    }
    state B {
        on_entry do [Tell(22, context.value(23, 1)), Tell(24, context.value(25, 4))];
        on_exit do [Slow(26), Tell(27, context.value(28, 6))];
        timeout context.clock(29, state.size());
        on timeout => C;
        on P | W if context.guard(30, state.size()) => reject;
        on T if context.guard(31, state.size()) && context.guard(32, 5) => postpone do [Risk(33)];
        on W if context.guard(34, state.size()) => stay do [Slow(35), Tell(36, context.value(37, 1))];
    }
    state E {
        timeout context.clock(38, state.size());
        on timeout if context.guard(39, 4) => E(0, context.value(40, 6)) do [Tell(41, context.value(42, 4))];
        on P | Q(_) => postpone do [Risk(43), Tell(44, context.value(45, 6))];
        on T => Good(7);
        on Error(why) if context.guard(46, why.code() + state.size()) => stay do [Note(47)];
    }
    superstate Outer {
        on_exit do [Note(48)];
        timeout context.clock(49, state.size()) => A { n: 2 };
        on T | Q(_) if context.guard(50, state.size()) && context.guard(51, 6) => E(context.value(52, state.size()), 1) do [Tell(53, context.value(54, state.size())), Tell(55, 3)];
        superstate Inner {
            on_entry do [Tell(56, context.value(57, state.size())), Tell(58, context.value(59, state.size()))];
            on timeout if context.guard(60, state.size()) => F { n: context.value(61, 1) } do [Tell(62, context.value(63, 3))];
            unhandled => postpone;
            on W | U(_) => postpone do [Risk(64)];
            state C {
                on_entry do [Tell(65, context.value(66, 3))];
                on_exit do [Tell(67, context.value(68, 1))];
                timeout context.clock(69, state.size());
                on timeout => F { n: context.value(70, 3) };
                task context.errand(71, 8);
                unhandled => stay;
                on T => A { n: context.value(72, 5) } do [Note(73), Tell(74, 8)];
                on W => C do [Note(75)];
                on Error(why) if context.guard(76, why.code() + state.size()) => C;
            }
            state F { n } {
                on_exit do [Tell(77, context.value(78, *n))];
                timeout context.clock(79, *n);
                on timeout => B(context.value(80, *n));
                on R => postpone;
                on W if context.guard(81, *n) => D { m: context.value(82, *n), n: 5 };
            }
            terminal state Good(n) { on_entry do [Tell(83, *n)]; }
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(84, state.size()) };
        on Jump(1) => B(context.value(85, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(86, state.size()), n: context.value(87, state.size()) };
        on Jump(4) => E(context.value(88, state.size()), 6);
        on Jump(5) => F { n: context.value(89, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(90, 5) => C do [Tell(91, context.value(92, state.size())), Tell(93, context.value(94, 6))];
        on timeout => A { n: 2 } do [Tell(95, context.value(96, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
