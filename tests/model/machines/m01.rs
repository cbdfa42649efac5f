//! A random machine, number 1. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M01 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state C {
        on_exit do [Tell(1, context.value(2, 2))];
        every context.clock(3, state.size()) => C;
        task context.errand(4, state.size());
        on P => F { n: context.value(5, 2) } do [Note(6)];
        on R { k: j } if context.guard(7, j + state.size()) => postpone do [Tell(8, context.value(9, j))];
    }
    state E(x, _) {
        on_entry do [Tell(10, 8)];
        on_exit do [Note(11)];
        every context.clock(12, 0) => stay do [Tell(13, context.value(14, 4))];
        on W => postpone do [Tell(15, context.value(16, *x))];
        on R { k: j } => reject;
        on Error(why) if context.guard(17, *x + why.code()) => stay do [Slow(18)];
    }
    state F {
        on_entry do [Tell(19, context.value(20, 1))];
        on_exit do [Tell(21, context.value(22, 0)), Note(23)];
        timeout context.clock(24, state.size());
        on timeout if context.guard(25, state.size()) => C;
        on timeout => stay;
        on P if context.guard(26, state.size()) => A { n: context.value(27, 5) };
        on R => stay do [Note(28)];
        on W => F { n: context.value(29, 4) };
        on P => C;
    }
    superstate Outer {
        on_exit do [Tell(30, context.value(31, state.size())), Note(32)];
        timeout context.clock(33, state.size());
        unhandled => postpone;
        on W if context.guard(34, state.size()) => postpone do [Note(35), Risk(36)];
        on W if context.guard(37, state.size()) => F { n: context.value(38, state.size()) } do [Note(39), Tell(40, context.value(41, state.size()))];
        on Error(why) if context.guard(42, why.code()) => C do [Tell(43, 4)];
        state A { n } {
            timeout context.clock(44, *n);
            on timeout => Good(7) do [Tell(45, 6), Slow(46)];
            on Jump(_) if context.guard(47, *n) => postpone;
            on T => D { m: context.value(48, *n), n: 6 };
            on U(k) if context.guard(49, *n + k) => postpone;
            on Q(0) if context.guard(50, *n) => stay;
            on Q(1) => C;
        }
    }
    superstate Other {
        on_entry do [Risk(51), Tell(52, context.value(53, state.size()))];
        on_exit do [Tell(54, context.value(55, state.size()))];
        task context.errand(56, state.size());
        on Q(0) => D { m: context.value(57, 3), n: context.value(58, state.size()) } do [Tell(59, context.value(60, 2)), Risk(61)];
        on R { k } if context.guard(62, k + state.size()) => D { m: 6, n: k } do [Slow(63), Tell(64, 8)];
        on P if context.guard(65, state.size()) => B(context.value(66, state.size())) do [Note(67), Tell(68, context.value(69, 0))];
        state B {
            on_entry do [Tell(70, context.value(71, 0)), Slow(72)];
            on_exit do [Risk(73)];
            every context.clock(74, 5) => C do [Tell(75, 7)];
            task context.errand(76, state.size());
            on R { k: 2 } if context.guard(77, state.size()) && context.guard(78, state.size()) => postpone;
            on P => F { n: 2 };
        }
        state D { n, m } {
            timeout context.clock(79, *n);
            on timeout => F { n: *m };
            on Q(k) if context.guard(80, *m + k) => reject;
            on P if context.guard(81, *n) && context.guard(82, *n + *m) => postpone;
            on Q(1) if context.guard(83, *n + *m) => stay { m: context.value(84, *n + *m) } do [Tell(85, *n)];
            on P if context.guard(86, *n + *m) => postpone do [Note(87)];
            on P | T if context.guard(88, *n + *m) => B(context.value(89, *n + *m)) do [Tell(90, context.value(91, *n + *m)), Note(92)];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(93, 1) };
        on Jump(1) => B(context.value(94, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(95, 8), n: context.value(96, 3) };
        on Jump(4) => E(context.value(97, state.size()), context.value(98, 8));
        on Jump(5) => F { n: 7 };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(99, state.size()) => C do [Tell(100, context.value(101, state.size()))];
        on timeout => D { m: context.value(102, state.size()), n: context.value(103, state.size()) };
        on Error(why) if context.guard(104, why.code()) => F { n: why.code() };
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
