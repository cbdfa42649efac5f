//! A random machine, from seed 13. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M13 { error: Error; stop: T; }

    state: Life; event: Event; context: World; action: Act;
    initial: B(1);

    state E {
        on_entry do [Tell(1, 1)];
        on_exit do [Slow(2)];
        on Q(k) => postpone do [Tell(3, context.value(4, 0))];
        on T | R => postpone;
        on U(k) => stay do [Tell(5, k)];
        on Error(why) if context.guard(6, why.code() + state.size()) => C;
    }
    superstate Inner {
        on_entry do [Tell(7, context.value(8, 8)), Note(9)];
        every context.clock(10, state.size()) => F { n: context.value(11, state.size()) } do [Note(12), Note(13)];
        on U(_) | P if context.guard(14, state.size()) => postpone;
        on P | R => stay do [Tell(15, context.value(16, state.size())), Tell(17, context.value(18, 1))];
        state A {
            on_entry do [Tell(19, context.value(20, 8))];
            on_exit do [Note(21)];
            every context.clock(22, 1) => D { m: context.value(23, 8), n: context.value(24, 8) };
            on P => reject;
            on U(1) if context.guard(25, state.size()) => stay;
            on Jump(_) | T if context.guard(26, state.size()) => F { n: context.value(27, 2) } do [Slow(28)];
        }
        state B(b) {
            every context.clock(29, *b) => stay;
            task context.errand(30, *b);
            on Q | P if context.guard(31, *b) && context.guard(32, *b) => postpone do [Tell(33, *b), Tell(34, *b)];
            on P if context.guard(35, *b) && context.guard(36, *b) => postpone do [Risk(37)];
        }
    }
    superstate Other {
        on_exit do [Note(38), Slow(39)];
        every context.clock(40, state.size()) => D { m: 4, n: context.value(41, state.size()) };
        on P if context.guard(42, state.size()) => stay do [Tell(43, context.value(44, state.size()))];
        on U(_) => E(context.value(45, state.size()), context.value(46, state.size()));
        on Error(why) if context.guard(47, why.code() + state.size()) => A { n: why.code() } do [Tell(48, 4)];
        state C {
            on_entry do [Tell(49, 8), Note(50)];
            on_exit do [Risk(51), Tell(52, context.value(53, 2))];
            timeout context.clock(54, state.size()) => C;
            task context.errand(55, 4);
            on Q(_) => stay;
            on W if context.guard(56, 1) => D { m: context.value(57, 0), n: context.value(58, 0) } do [Tell(59, context.value(60, 1))];
            on T => B(context.value(61, 0));
            on P => stay do [Tell(62, context.value(63, 0)), Tell(64, context.value(65, 5))];
        }
        state D {
            on W if context.guard(66, state.size()) && context.guard(67, state.size()) => F { n: context.value(68, 2) } do [Tell(69, context.value(70, 7)), Tell(71, context.value(72, 7))];
            on T | Q => D { m: context.value(73, 3), n: context.value(74, 0) };
        }
        state F {
            on_exit do [Risk(75)];
            timeout context.clock(76, state.size());
            on P | timeout if context.guard(77, state.size()) => F { n: context.value(78, 0) } do [Risk(79)];
            on timeout => F { n: context.value(80, 0) } do [Tell(81, context.value(82, 1)), Risk(83)];
            every context.clock(84, state.size()) => E(context.value(85, 3), 3) do [Slow(86)];
            on U(k) if context.guard(87, k + state.size()) => F { n: context.value(88, k) };
            on W | T if context.guard(89, state.size()) => A { n: context.value(90, 5) } do [Tell(91, 0), Tell(92, context.value(93, 2))];
            on Q(_) => C do [Tell(94, context.value(95, 0)), Note(96)];
            on R { k: j } => B(context.value(97, j)) do [Tell(98, 5)];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: 8 };
        on Jump(1) => B(context.value(99, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 6, n: context.value(100, state.size()) };
        on Jump(4) => E(context.value(101, state.size()), context.value(102, 1));
        on Jump(5) => F { n: context.value(103, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(104, context.value(105, *n)), Note(106)]; }
    failure state Bad;
}
