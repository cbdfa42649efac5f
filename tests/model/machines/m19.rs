//! A random machine, from seed 19. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M19 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state A { n: a } {
        on_entry do [Tell(1, 4), Note(2)];
        task context.errand(3, *a);
        on P => stay;
        on T => B(context.value(4, *a)) do [Tell(5, context.value(6, *a)), Tell(7, context.value(8, 0))];
        on U(k) | R { k } if context.guard(9, *a + k) => Good(7) do [Tell(10, context.value(11, k))];
        on W if context.guard(12, *a) && context.guard(13, *a) => C do [Tell(14, context.value(15, 0)), Tell(16, context.value(17, *a))];
        on Error(why) if context.guard(18, why.code()) && context.guard(19, *a) => stay do [Tell(20, context.value(21, *a + why.code())), Risk(22)];
    }
    state B {
        on R | P if context.guard(23, state.size()) => postpone do [Slow(24)];
        on T | Q if context.guard(25, 3) && context.guard(26, state.size()) => reject;
    }
    state E(x, y) {
        on_exit do [Tell(27, context.value(28, *x + *y))];
        every context.clock(29, 0) => B(context.value(30, 5)) do [Slow(31)];
        every context.clock(32, *y) => C;
        on U(1) => stay do [Tell(33, context.value(34, 3)), Tell(35, *x)];
        on T => stay do [Tell(36, 6)];
    }
    state F { n } {
        on_entry do [Tell(37, *n), Tell(38, context.value(39, *n))];
        every context.clock(40, *n) => D { m: context.value(41, *n), n: context.value(42, *n) } do [Note(43), Tell(44, context.value(45, *n))];
        every context.clock(46, 0) => D { m: 8, n: 0 };
        task context.errand(47, *n);
        on R { k } => F { n: 7 };
        on W if context.guard(48, *n) && context.guard(49, 3) => C do [Tell(50, context.value(51, *n)), Tell(52, *n)];
        on T if context.guard(53, *n) => reject;
    }
    superstate Outer {
        on_entry do [Note(54)];
        on_exit do [Note(55)];
        every context.clock(56, 3) => stay do [Risk(57), Tell(58, context.value(59, state.size()))];
        timeout context.clock(60, state.size()) => F { n: 4 };
        on W if context.guard(61, state.size()) => postpone;
        on T | Q(_) => F { n: context.value(62, 4) } do [Note(63)];
        on U(0) => A { n: context.value(64, state.size()) } do [Tell(65, context.value(66, state.size()))];
        state C {
            on_entry do [Tell(67, context.value(68, 8)), Tell(69, 3)];
            on_exit do [Tell(70, 4)];
            every context.clock(71, state.size()) => C;
            task context.errand(72, state.size());
            on P if context.guard(73, 3) => stay;
            on P | R if context.guard(74, state.size()) => postpone do [Tell(75, context.value(76, 5))];
            on U(k) => stay;
            on Error(why) if context.guard(77, why.code() + state.size()) && context.guard(78, why.code()) => stay do [Note(79)];
        }
        superstate Inner {
            on_exit do [Tell(80, context.value(81, state.size()))];
            on Q(0) if context.guard(82, state.size()) => stay;
            on R { k: j } => A { n: j };
            on U(_) => stay;
            state D { n, m } {
                unhandled => reject;
                on P => D { m: 1, n: context.value(83, *n + *m) } do [Note(84)];
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(85, state.size()) };
        on Jump(1) => B(context.value(86, 7));
        on Jump(2) => C;
        on Jump(3) => D { m: 6, n: 2 };
        on Jump(4) => E(context.value(87, 0), context.value(88, state.size()));
        on Jump(5) => F { n: context.value(89, 4) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | R | W => A { n: context.value(90, state.size()) };
        on Q => stay do [Note(91), Tell(92, context.value(93, state.size()))];
        on U => stay do [Tell(94, context.value(95, state.size()))];
        on Error(why) if context.guard(96, why.code() + state.size()) => stay do [Tell(97, context.value(98, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Note(99), Tell(100, *n)]; }
}
