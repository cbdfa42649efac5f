//! A random machine, number 6. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::member! {
    M06 { error: Error; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state B(b) {
        on_entry do [Tell(1, context.value(2, *b)), Tell(3, context.value(4, *b))];
        on_exit do [Tell(5, context.value(6, *b))];
        timeout context.clock(7, *b);
        on U(k) => stay do [Tell(8, context.value(9, *b + k)), Slow(10)];
        on P if context.guard(11, 4) => F { n: 2 };
        on W if context.guard(12, 6) && context.guard(13, *b) => B(context.value(14, *b)) do [Note(15)];
    }
    state C {
        on_entry do [Note(16), Tell(17, context.value(18, 8))];
        on_exit do [Tell(19, context.value(20, 1)), Tell(21, context.value(22, 4))];
        every context.clock(23, state.size()) => stay;
        every context.clock(24, state.size()) => C;
        on P | U(_) if context.guard(25, state.size()) => stay do [Tell(26, context.value(27, 0)), Tell(28, context.value(29, 8))];
    }
    superstate Outer {
        on_entry do [Note(30), Risk(31)];
        on_exit do [Note(32)];
        task context.errand(33, state.size());
        unhandled => postpone;
        on U(0) if context.guard(34, 6) && context.guard(35, state.size()) => postpone;
        on W => C do [Tell(36, context.value(37, state.size())), Note(38)];
        superstate Inner {
            on_entry do [Note(39), Note(40)];
            unhandled => reject;
            on P if context.guard(41, 4) => C do [Note(42)];
            on T => E(context.value(43, state.size()), context.value(44, state.size()));
            on Error(why) if context.guard(45, why.code() + state.size()) && context.guard(46, state.size()) => E(context.value(47, state.size()), context.value(48, state.size())) do [Tell(49, why.code())];
            state A { n } {
                on_entry do [Tell(50, *n), Note(51)];
                on_exit do [Tell(52, context.value(53, *n))];
                on P | R => D { m: 5, n: context.value(54, 2) } do [Tell(55, 8)];
                on Q(_) | W => B(context.value(56, *n)) do [Tell(57, *n)];
            }
            state D { n, m } {
                timeout context.clock(58, *n + *m) => stay do [Note(59)];
                every context.clock(60, *m) => stay;
                unhandled => postpone;
                on Q(_) if context.guard(61, *n + *m) => stay { m: context.value(62, *n + *m) };
                on T if context.guard(63, *n + *m) => stay do [Note(64), Tell(65, *n)];
            }
            state E(x, _) {
                on_entry do [Tell(66, context.value(67, *x)), Slow(68)];
                every context.clock(69, *x) => E(*x, *x) do [Tell(70, *x), Tell(71, *x)];
                timeout context.clock(72, *x) => D { m: 8, n: context.value(73, *x) } do [Tell(74, *x)];
                task context.errand(75, *x);
                unhandled => reject;
                on T | Q(_) if context.guard(76, *x) => F { n: *x };
            }
            state F { n } {
                timeout context.clock(77, *n);
                on timeout if context.guard(78, *n) => stay { n: context.value(79, *n) };
                on timeout if context.guard(80, *n) => stay { n: context.value(81, *n) };
                task context.errand(82, 7);
                on R { k } if context.guard(83, k) && context.guard(84, *n + k) => stay do [Tell(85, context.value(86, k))];
                on P if context.guard(87, *n) => C do [Note(88), Tell(89, *n)];
                on Error(why) if context.guard(90, why.code()) => F { n: why.code() } do [Tell(91, 5), Tell(92, 4)];
            }
            terminal state Good;
        }
    }
    any {
        on Jump(0) => A { n: 6 };
        on Jump(1) => B(context.value(93, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(94, state.size()), n: 7 };
        on Jump(4) => E(context.value(95, state.size()), 1);
        on Jump(5) => F { n: context.value(96, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(97, state.size()) => F { n: context.value(98, state.size()) };
        on timeout => E(8, context.value(99, state.size()));
        on P | T | U => stay do [Tell(100, context.value(101, state.size())), Note(102)];
        on Q | W => postpone;
        on R => postpone;
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
