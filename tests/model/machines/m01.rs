//! A random machine, number 1. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
    M01 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state C {
        on_exit do [Tell(1, context.value(2, 2))];
        every context.clock(3, state.size()) => C;
        timeout context.clock(4, state.size());
        task context.errand(5, 5);
        on W => D { m: context.value(6, 5), n: context.value(7, 1) };
        on P if context.guard(8, 7) => E(context.value(9, 0), context.value(10, 2));
        on Error(why) if context.guard(11, why.code() + state.size()) && context.guard(12, why.code() + state.size()) => B(context.value(13, why.code())) do [Tell(14, why.code()), Tell(15, why.code())];
    }
    state E {
        on U(k) => reject;
    }
    state F {
        on_exit do [Note(16), Note(17)];
        timeout context.clock(18, state.size());
        on P | timeout if context.guard(19, state.size()) => D { m: context.value(20, 8), n: context.value(21, 2) };
        on Q if context.guard(22, 6) && context.guard(23, state.size()) => reject;
        on P | W if context.guard(24, state.size()) => A { n: context.value(25, 5) };
        on R => stay do [Note(26)];
        on W => F { n: context.value(27, 4) };
        on Error(why) if context.guard(28, why.code() + state.size()) => C;
    }
    superstate Outer {
        on_entry do [Tell(29, context.value(30, state.size())), Tell(31, context.value(32, 3))];
        timeout context.clock(33, state.size());
        unhandled => postpone;
        on W if context.guard(34, state.size()) => postpone do [Note(35), Risk(36)];
        on W if context.guard(37, state.size()) => F { n: context.value(38, state.size()) } do [Note(39), Tell(40, context.value(41, state.size()))];
        on Error(why) if context.guard(42, why.code()) => E(context.value(43, state.size()), context.value(44, why.code())) do [Tell(45, context.value(46, why.code() + state.size()))];
        state A { n: a } {
            on_exit do [Note(47)];
            timeout context.clock(48, *a);
            on Q if context.guard(49, *a) => stay;
            on U(_) | P => postpone do [Tell(50, context.value(51, *a))];
            on W | T => stay;
        }
    }
    superstate Other {
        on_entry do [Risk(52)];
        on_exit do [Tell(53, context.value(54, state.size()))];
        every context.clock(55, state.size()) => C do [Tell(56, context.value(57, state.size()))];
        timeout context.clock(58, state.size());
        unhandled => postpone;
        on W | Q => postpone;
        on P => postpone do [Note(59), Note(60)];
        on R { k } if context.guard(61, k) && context.guard(62, k) => postpone;
        on U(_) if context.guard(63, state.size()) => B(6);
        state B {
            on_entry do [Tell(64, context.value(65, 3))];
            on_exit do [Risk(66)];
            timeout context.clock(67, state.size());
            every context.clock(68, 2) => stay do [Tell(69, context.value(70, 0)), Tell(71, 7)];
            task context.errand(72, state.size());
            unhandled => postpone;
            on P if context.guard(73, 5) => reject;
            on R { k } => postpone;
            on Q => reject;
        }
        state D { n, m } {
            timeout context.clock(74, *m);
            every context.clock(75, *n + *m) => B(context.value(76, *n)) do [Tell(77, 8), Tell(78, context.value(79, *n + *m))];
            on W if context.guard(80, *m) => B(context.value(81, *n)) do [Tell(82, context.value(83, *n + *m))];
            on R { k: 2 } if context.guard(84, *n) => stay;
        }
        terminal state Good;
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(85, state.size()) };
        on Jump(1) => B(context.value(86, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(87, state.size()), n: 6 };
        on Jump(4) => E(context.value(88, state.size()), context.value(89, state.size()));
        on Jump(5) => F { n: context.value(90, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(91, state.size()) => stay do [Slow(92)];
        on timeout => stay do [Tell(93, context.value(94, state.size()))];
        on Error(why) if context.guard(95, state.size()) => stay do [Tell(96, context.value(97, why.code() + state.size())), Note(98)];
        on Error(why) if context.guard(99, 7) => F { n: 8 } do [Tell(100, context.value(101, why.code() + state.size()))];
        on Error(why) if context.guard(102, why.code() + state.size()) => E(why.code(), context.value(103, why.code() + state.size())) do [Note(104), Tell(105, context.value(106, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Tell(107, context.value(108, *n)), Tell(109, context.value(110, 1))]; }
}
