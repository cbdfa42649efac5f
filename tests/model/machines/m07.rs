//! A random machine, number 7. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M07 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state B(_) {
        on_exit do [Slow(1)];
        timeout context.clock(2, state.size()) => stay do [Tell(3, context.value(4, 0)), Tell(5, 5)];
        on T if context.guard(6, state.size()) => stay;
        on P | Q(_) => A { n: context.value(7, 2) };
    }
    state E(x, y) {
        on U(_) if context.guard(8, 1) => F { n: context.value(9, *x + *y) };
        on P if context.guard(10, *x) && context.guard(11, *x + *y) => reject;
    }
    state F { n } {
        timeout context.clock(12, *n);
        on timeout if context.guard(13, *n) => C do [Note(14), Tell(15, 7)];
        on timeout if context.guard(16, *n) => stay;
        on timeout if context.guard(17, *n) => stay { n: context.value(18, 5) };
        on P | timeout if context.guard(19, 4) => E(context.value(20, *n), 1) do [Slow(21), Tell(22, 0)];
        on P | timeout if context.guard(23, 7) => E(*n, *n) do [Tell(24, context.value(25, *n))];
        on timeout => stay { n: context.value(26, *n) };
        on W if context.guard(27, *n) => postpone;
        on U(k) => reject;
        on T if context.guard(28, *n) => A { n: context.value(29, 5) } do [Tell(30, context.value(31, 5)), Slow(32)];
        on Jump(k) if context.guard(33, *n) => reject;
    }
    state A { n: a } {
        on_entry do [Slow(34)];
        every context.clock(35, *a) => stay do [Tell(36, context.value(37, *a))];
        timeout context.clock(38, *a);
        on P | timeout if context.guard(39, *a) => stay do [Tell(40, context.value(41, *a))];
        on R { k: 0 } => postpone;
        on W if context.guard(42, *a) && context.guard(43, *a) => reject;
        on P | R if context.guard(44, 7) => reject;
        on R { k: 2 } => B(context.value(45, 1)) do [Tell(46, *a)];
        on T => E(context.value(47, *a), *a) do [Tell(48, context.value(49, *a)), Tell(50, context.value(51, 2))];
    }
    superstate Inner {
        on_exit do [Tell(52, context.value(53, 3)), Tell(54, context.value(55, 7))];
        timeout context.clock(56, 3);
        on timeout => A { n: 6 } do [Tell(57, context.value(58, state.size())), Tell(59, context.value(60, state.size()))];
        on U(0) if context.guard(61, state.size()) => B(context.value(62, state.size()));
        on R { k: 0 } if context.guard(63, 7) => C;
        on U(0) if context.guard(64, 2) => postpone do [Tell(65, 1), Tell(66, context.value(67, 8))];
        on W if context.guard(68, state.size()) => reject;
        state D { m, .. } {
            every context.clock(69, 6) => stay do [Tell(70, *m), Note(71)];
            on timeout if context.guard(72, *m) => C do [Tell(73, context.value(74, *m)), Tell(75, context.value(76, *m))];
            on P if context.guard(77, 8) => postpone do [Note(78)];
            on Q(1) if context.guard(79, 8) => stay;
        }
    }
    superstate Other {
        timeout context.clock(80, state.size()) => E(context.value(81, state.size()), 3) do [Note(82)];
        on P if context.guard(83, state.size()) && context.guard(84, 1) => B(context.value(85, state.size()));
        on W | R => stay;
        state C {
            on_entry do [Note(86)];
            on_exit do [Tell(87, context.value(88, 3)), Tell(89, context.value(90, 2))];
            timeout context.clock(91, state.size());
            on timeout if context.guard(92, 4) => A { n: context.value(93, 6) };
            on timeout if context.guard(94, state.size()) => stay do [Tell(95, context.value(96, 0)), Tell(97, 6)];
            on timeout => stay do [Tell(98, context.value(99, 6)), Note(100)];
            on W if context.guard(101, 1) && context.guard(102, state.size()) => B(context.value(103, 7)) do [Tell(104, 8)];
            on P if context.guard(105, 5) => C;
            on T => reject;
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(106, state.size()) };
        on Jump(1) => B(8);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(107, 8), n: 3 };
        on Jump(4) => E(context.value(108, 2), context.value(109, state.size()));
        on Jump(5) => F { n: context.value(110, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on timeout if context.guard(111, state.size()) && context.guard(112, state.size()) => E(context.value(113, state.size()), 1);
        on timeout => stay do [Slow(114)];
        on Error(why) if context.guard(115, 8) => E(8, 5);
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(116, *n)]; }
}
