//! A random machine, number 1. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M01 { error: Error; closed: ignore; }

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
        on W => stay;
        on T => E(context.value(34, state.size()), context.value(35, state.size()));
        state A { n: a } {
            on_entry do [Risk(36), Risk(37)];
            timeout context.clock(38, *a);
            on R { k: j } => E(context.value(39, *a + j), context.value(40, *a)) do [Note(41)];
            on Q(0) if context.guard(42, *a) => E(*a, *a);
        }
    }
    superstate Other {
        on_entry do [Tell(43, context.value(44, state.size()))];
        timeout context.clock(45, state.size()) => E(context.value(46, state.size()), 6);
        on R { k: j } if context.guard(47, j + state.size()) && context.guard(48, j + state.size()) => postpone;
        on Error(why) if context.guard(49, why.code() + state.size()) && context.guard(50, why.code() + state.size()) => A { n: 0 };
        state B(_) {
            on_exit do [Note(51), Tell(52, 4)];
            timeout context.clock(53, state.size());
            on timeout if context.guard(54, state.size()) => stay;
            on timeout if context.guard(55, state.size()) => B(context.value(56, 3));
            on timeout if context.guard(57, 5) && context.guard(58, state.size()) => B(context.value(59, 5));
            on timeout if context.guard(60, 7) => stay do [Slow(61), Tell(62, context.value(63, 3))];
            on W | Q => postpone do [Tell(64, context.value(65, 8))];
            on P | U(_) => A { n: context.value(66, 2) };
            on T | R if context.guard(67, state.size()) => Good(7) do [Tell(68, 5), Tell(69, context.value(70, 5))];
        }
        state D { n, m } {
            on_entry do [Note(71)];
            on_exit do [Tell(72, 1)];
            every context.clock(73, *n + *m) => D { m: context.value(74, *n + *m), n: 1 } do [Tell(75, context.value(76, *n + *m)), Slow(77)];
            every context.clock(78, *m) => Good(7) do [Tell(79, *m), Tell(80, context.value(81, *n + *m))];
            task context.errand(82, *m);
            unhandled => postpone;
            on U(_) => postpone do [Tell(83, *m), Note(84)];
            on T => E(7, context.value(85, *n + *m)) do [Tell(86, *n), Note(87)];
            on Error(why) if context.guard(88, *n + *m + why.code()) => F { n: 3 } do [Tell(89, 6)];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(90, state.size()) };
        on Jump(1) => B(5);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(91, state.size()), n: 4 };
        on Jump(4) => E(context.value(92, 6), context.value(93, 4));
        on Jump(5) => F { n: context.value(94, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on timeout if context.guard(95, state.size()) => F { n: context.value(96, state.size()) } do [Tell(97, context.value(98, state.size())), Tell(99, 3)];
        on timeout => E(context.value(100, 1), context.value(101, state.size())) do [Note(102), Tell(103, context.value(104, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(105, 7), Tell(106, context.value(107, *n))]; }
}
