//! A random machine, number 6. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::member! {
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
        timeout context.clock(33, state.size()) => stay;
        on P => C do [Tell(34, context.value(35, state.size()))];
        on W => reject;
        superstate Inner {
            on_exit do [Note(36), Tell(37, context.value(38, 4))];
            on timeout if context.guard(39, 1) => E(context.value(40, 5), context.value(41, 4));
            on R { k: j } => postpone do [Tell(42, context.value(43, j + state.size()))];
            state A {
                on_entry do [Note(44)];
                on_exit do [Tell(45, context.value(46, 4)), Tell(47, context.value(48, 7))];
                on timeout if context.guard(49, state.size()) => F { n: context.value(50, 1) } do [Note(51), Note(52)];
                unhandled => stay;
                on U(k) => postpone do [Slow(53)];
                on R => stay do [Tell(54, context.value(55, 0))];
                on Q(0) if context.guard(56, state.size()) => stay do [Tell(57, context.value(58, 1))];
                on Error(why) if context.guard(59, state.size()) => stay { n: context.value(60, state.size()) } do [Risk(61), Note(62)];
            }
            state D {
                on_entry do [Tell(63, context.value(64, 2))];
                on_exit do [Slow(65)];
                on timeout if context.guard(66, state.size()) => C;
                on Q(k) => stay { m: context.value(67, k + state.size()) };
                on Error(why) if context.guard(68, why.code() + state.size()) => E(context.value(69, why.code()), context.value(70, why.code()));
            }
            state E(x, y) {
                on_entry do [Tell(71, 6)];
                timeout context.clock(72, *x);
                on timeout if context.guard(73, *y) => D { m: context.value(74, *x), n: *x };
                on P | timeout if context.guard(75, *x + *y) => stay do [Note(76), Tell(77, context.value(78, *x + *y))];
                on timeout => stay;
                task context.errand(79, *x + *y);
                on T | Q(_) if context.guard(80, *x + *y) => B(context.value(81, *x + *y));
                on P => postpone do [Note(82), Tell(83, context.value(84, *x))];
                on R if context.guard(85, *x + *y) => Good(7) do [Tell(86, context.value(87, *x))];
                on W | U(_) => postpone;
                on Error(why) if context.guard(88, *x + *y + why.code()) => stay do [Note(89), Tell(90, why.code())];
            }
            state F { n } {
                on_exit do [Tell(91, context.value(92, 6)), Note(93)];
                on W => reject;
                on U(k) if context.guard(94, *n + k) => D { m: context.value(95, *n), n: context.value(96, *n) };
                on P | R if context.guard(97, *n) => C;
                on P if context.guard(98, *n) && context.guard(99, *n) => postpone do [Tell(100, *n)];
                on Error(why) if context.guard(101, *n + why.code()) && context.guard(102, why.code()) => stay { n: context.value(103, *n) };
            }
        }
    }
    any {
        on Jump(0) => A { n: 0 };
        on Jump(1) => B(0);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(104, state.size()), n: context.value(105, state.size()) };
        on Jump(4) => E(context.value(106, 8), context.value(107, state.size()));
        on Jump(5) => F { n: context.value(108, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(109, 3) => stay do [Note(110)];
        on timeout => F { n: context.value(111, state.size()) };
        on Q | R => B(context.value(112, state.size()));
        on P | T | W => D { m: 0, n: context.value(113, state.size()) } do [Note(114), Tell(115, context.value(116, state.size()))];
        on U => A { n: context.value(117, state.size()) };
        on Error(why) if context.guard(118, why.code() + state.size()) => stay;
        on Error(why) if context.guard(119, why.code()) => stay do [Tell(120, context.value(121, why.code() + state.size()))];
        on Error(why) if context.guard(122, state.size()) => stay do [Tell(123, context.value(124, why.code() + state.size())), Tell(125, context.value(126, why.code()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
