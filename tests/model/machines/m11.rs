//! A random machine, number 11. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M11 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state E(x, _) {
        on_exit do [Note(1), Tell(2, 2)];
        timeout context.clock(3, *x) => C;
        every context.clock(4, *x) => stay do [Slow(5), Tell(6, context.value(7, 7))];
        on T | P if context.guard(8, *x) => A { n: 4 } do [Tell(9, context.value(10, *x))];
        on Jump(_) if context.guard(11, *x) && context.guard(12, *x) => postpone do [Tell(13, context.value(14, 0))];
    }
    superstate Outer {
        on_entry do [Note(15), Risk(16)];
        on_exit do [Note(17), Risk(18)];
        on U(_) if context.guard(19, state.size()) => A { n: context.value(20, state.size()) };
        on U(_) if context.guard(21, 7) => stay do [Tell(22, context.value(23, 0)), Tell(24, context.value(25, state.size()))];
        state C {
            on_entry do [Tell(26, context.value(27, 7))];
            on_exit do [Slow(28), Tell(29, context.value(30, 6))];
            on W => postpone;
            on U(_) if context.guard(31, 7) => stay;
            on T if context.guard(32, state.size()) => stay;
        }
        state F { n } {
            on_entry do [Tell(33, 7), Tell(34, 2)];
            on_exit do [Tell(35, context.value(36, *n)), Tell(37, context.value(38, 4))];
            every context.clock(39, *n) => E(context.value(40, *n), context.value(41, *n)) do [Tell(42, *n), Tell(43, *n)];
            task context.errand(44, *n);
            unhandled => postpone;
            on Jump(_) => stay do [Tell(45, context.value(46, *n))];
            on R { k: 2 } if context.guard(47, *n) => postpone;
            on R { k: 0 } if context.guard(48, *n) => stay { n: context.value(49, *n) };
            on Q(_) | P if context.guard(50, *n) => C do [Tell(51, context.value(52, *n)), Tell(53, context.value(54, 6))];
        }
    }
    superstate Inner {
        on_entry do [Risk(55), Tell(56, 2)];
        on_exit do [Tell(57, 4)];
        timeout context.clock(58, 0) => stay;
        on P => stay do [Risk(59)];
        on T if context.guard(60, state.size()) => postpone;
        on T => D { m: context.value(61, state.size()), n: 8 } do [Note(62)];
        state B(b) {
            on_exit do [Note(63), Tell(64, context.value(65, 1))];
            timeout context.clock(66, *b);
            on timeout if context.guard(67, 8) => stay do [Tell(68, context.value(69, 5))];
            on timeout => C;
            every context.clock(70, 1) => A { n: 8 } do [Risk(71)];
            on P | T => stay;
            on Q(k) => postpone;
            on W => A { n: *b } do [Note(72), Note(73)];
            on Error(why) if context.guard(74, *b) => E(context.value(75, *b + why.code()), context.value(76, why.code()));
        }
    }
    superstate Other {
        timeout context.clock(77, 4) => F { n: 1 } do [Risk(78), Tell(79, 0)];
        unhandled => postpone;
        on R => stay do [Tell(80, context.value(81, state.size()))];
        state A { n } {
            on_entry do [Tell(82, context.value(83, 4))];
            every context.clock(84, *n) => stay;
            on timeout if context.guard(85, *n) => stay do [Tell(86, *n), Risk(87)];
            every context.clock(88, *n) => stay { n: context.value(89, *n) } do [Note(90)];
            task context.errand(91, 3);
            on U(k) => B(context.value(92, *n + k)) do [Risk(93)];
        }
        state D { n, m } {
            on_exit do [Tell(94, context.value(95, 0)), Note(96)];
            every context.clock(97, *n) => B(context.value(98, *m));
            timeout context.clock(99, *n + *m);
            on P | timeout if context.guard(100, *n + *m) => F { n: 8 } do [Risk(101)];
            on P | timeout if context.guard(102, *n + *m) && context.guard(103, *n + *m) => C;
            on timeout if context.guard(104, *n + *m) => D { m: context.value(105, *n + *m), n: 3 } do [Note(106), Tell(107, context.value(108, *m))];
            on timeout if context.guard(109, *m) => F { n: context.value(110, *n + *m) };
            on timeout if context.guard(111, *n) => A { n: 5 };
            on timeout if context.guard(112, *m) => D { m: *m, n: *n } do [Tell(113, context.value(114, *n + *m)), Risk(115)];
            on timeout if context.guard(116, *n + *m) && context.guard(117, *n) => A { n: context.value(118, *n + *m) } do [Tell(119, *m)];
            on timeout => C do [Tell(120, context.value(121, 0))];
            task context.errand(122, *n + *m);
            on R | T if context.guard(123, *m) => D { m: 7, n: context.value(124, *n) };
            on W | Q(_) => Good(7);
            on U(_) => A { n: *m } do [Note(125)];
            on R { k: j } => postpone do [Slow(126)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(127, state.size()) };
        on Jump(1) => B(context.value(128, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(129, state.size()), n: context.value(130, 6) };
        on Jump(4) => E(context.value(131, state.size()), 2);
        on Jump(5) => F { n: context.value(132, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on T | U | W => F { n: 7 } do [Note(133)];
        on R => E(context.value(134, state.size()), context.value(135, state.size())) do [Tell(136, context.value(137, state.size())), Tell(138, context.value(139, state.size()))];
        on P => stay;
        on Q => stay do [Tell(140, 8)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Note(141)]; }
    failure state Bad;
}
