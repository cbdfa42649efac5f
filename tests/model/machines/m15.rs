//! A random machine, number 15. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::item_member! {
    M15 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state A {
        on_entry do [Note(1)];
        every context.clock(2, 3) => E(0, context.value(3, 7)) do [Note(4), Tell(5, context.value(6, 1))];
        timeout context.clock(7, 7) => stay do [Tell(8, 7)];
        unhandled => stay;
        on Q => F { n: context.value(9, 3) } do [Slow(10), Tell(11, context.value(12, 7))];
        on Error(why) if context.guard(13, why.code() + state.size()) && context.guard(14, 5) => A { n: context.value(15, why.code()) };
    }
    state E(x, y) {
        on_entry do [Tell(16, *x), Tell(17, context.value(18, *x + *y))];
        on_exit do [Tell(19, context.value(20, *x)), Tell(21, *y)];
        timeout context.clock(22, *x + *y) => D { m: 5, n: *x };
        task context.errand(23, *x);
        on P | W if context.guard(24, *y) && context.guard(25, 3) => Good(7) do [Tell(26, *y), Tell(27, *y)];
        on T if context.guard(28, *y) => move F { n: 3 } do [Tell(29, y)];
        on Error(why) if context.guard(30, *x + *y + why.code()) => move A { n: context.value(31, x + y + why.code()) } do [Note(32), Tell(33, context.value(34, x + why.code()))];
    }
    state F { n } {
        on_entry do [Risk(35)];
        on_exit do [Tell(36, *n)];
        unhandled => postpone;
        on P | T if context.guard(37, *n) => postpone;
        on Error(why) if context.guard(38, why.code()) => move A { n: context.value(39, n) } do [Note(40)];
    }
    superstate Outer {
        on_exit do [Risk(41)];
        timeout context.clock(42, state.size()) => E(2, context.value(43, 7));
        task context.errand(44, state.size());
        unhandled => stay;
        on T if context.guard(45, 1) => A { n: context.value(46, 8) } do [Slow(47)];
        state B(_) {
            on_entry do [Tell(48, context.value(49, 6))];
            on_exit do [Tell(50, context.value(51, 7))];
            every context.clock(52, state.size()) => F { n: context.value(53, 3) };
            on timeout if context.guard(54, 6) => stay do [Tell(55, context.value(56, 7))];
            unhandled => postpone;
            on U(_) => D { m: context.value(57, 5), n: context.value(58, 7) } do [Tell(59, context.value(60, 0)), Tell(61, context.value(62, 1))];
            on T => postpone do [Tell(63, context.value(64, 5))];
        }
        state D {
            on_entry do [Tell(65, context.value(66, 7))];
            on_exit do [Tell(67, context.value(68, 1))];
            on timeout if context.guard(69, state.size()) => A { n: 8 } do [Note(70), Slow(71)];
            unhandled => stay;
            on T => stay { m: context.value(72, state.size()) } do [Tell(73, 2)];
            on P => postpone do [Tell(74, context.value(75, 1))];
            on Error(why) if context.guard(76, why.code() + state.size()) => stay;
        }
    }
    superstate Other {
        on T if context.guard(77, 3) => reject;
        on T if context.guard(78, 2) => stay;
        state C {
            on_exit do [Note(79), Tell(80, context.value(81, 1))];
            on T => reject;
            on R | U(_) => reject;
            on Q(1) => stay do [Note(82), Tell(83, context.value(84, 5))];
        }
        failure state Bad { n } { on_entry do [Tell(85, context.value(86, *n)), Risk(87)]; }
    }
    any {
        on Jump(0) => A { n: context.value(88, 3) };
        on Jump(1) => B(context.value(89, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 5, n: context.value(90, state.size()) };
        on Jump(4) => E(context.value(91, state.size()), 3);
        on Jump(5) => F { n: context.value(92, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on Q | R => postpone;
        on P | U => D { m: 8, n: context.value(93, state.size()) } do [Tell(94, 0), Note(95)];
        on W => stay do [Note(96), Tell(97, context.value(98, state.size()))];
        on Error(why) if context.guard(99, why.code() + state.size()) => stay do [Tell(100, why.code()), Note(101)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
