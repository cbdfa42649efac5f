//! A random machine, from seed 16. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M16 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state D { m, .. } {
        on_entry do [Slow(1)];
        on_exit do [Tell(2, context.value(3, *m)), Note(4)];
        on T => A { n: 5 } do [Note(5), Tell(6, *m)];
        on Q(0) if context.guard(7, *m) => stay do [Risk(8)];
    }
    state E {
        on_exit do [Tell(9, context.value(10, 8)), Note(11)];
        on R { k: 2 } => F { n: context.value(12, 2) };
        on U(0) if context.guard(13, state.size()) => A { n: 0 } do [Tell(14, context.value(15, 0))];
        on R { k: j } if context.guard(16, j + state.size()) => E(context.value(17, j), context.value(18, j)) do [Note(19), Tell(20, context.value(21, j))];
    }
    state B(b) {
        on_entry do [Tell(22, *b)];
        on_exit do [Tell(23, *b)];
        on T => stay;
        on P => reject;
        on W | R => stay;
        on Error(why) if context.guard(24, *b) => E(8, why.code());
    }
    superstate Outer {
        on_entry do [Note(25)];
        on_exit do [Tell(26, context.value(27, state.size())), Note(28)];
        on U(k) => B(context.value(29, k)) do [Risk(30), Risk(31)];
        on Q if context.guard(32, state.size()) => postpone do [Tell(33, context.value(34, state.size())), Tell(35, context.value(36, state.size()))];
        state A { n: a } {
            timeout context.clock(37, *a) => stay do [Slow(38), Tell(39, context.value(40, *a))];
            task context.errand(41, *a);
            on U(_) if context.guard(42, 1) => A { n: context.value(43, 7) };
        }
        superstate Inner {
            on_entry do [Tell(44, 1), Tell(45, context.value(46, state.size()))];
            every context.clock(47, 3) => D { m: 5, n: context.value(48, 0) };
            timeout context.clock(49, state.size()) => stay do [Tell(50, context.value(51, state.size()))];
            on W => C;
            state F {
                on_entry do [Tell(52, context.value(53, 1))];
                on timeout if context.guard(54, state.size()) => F { n: context.value(55, 0) };
                on U(k) if context.guard(56, k + state.size()) => postpone do [Tell(57, k)];
            }
        }
    }
    superstate Other {
        on_entry do [Note(58)];
        on_exit do [Tell(59, 4), Tell(60, context.value(61, 7))];
        timeout context.clock(62, 1) => A { n: context.value(63, 0) };
        on Q(_) if context.guard(64, 5) => C do [Tell(65, context.value(66, state.size()))];
        on U(1) => stay;
        on R { k: j } => F { n: j } do [Tell(67, context.value(68, j + state.size())), Tell(69, context.value(70, j))];
        state C {
            on_entry do [Tell(71, context.value(72, 3)), Tell(73, context.value(74, 4))];
            on_exit do [Tell(75, context.value(76, 0))];
            timeout context.clock(77, state.size()) => B(context.value(78, 4));
            every context.clock(79, 7) => D { m: 0, n: 1 } do [Tell(80, 8)];
            on T => D { m: context.value(81, 2), n: context.value(82, 4) };
            on Q(k) => E(0, context.value(83, 7)) do [Tell(84, k), Tell(85, context.value(86, 0))];
            on U(k) | R { k } => postpone;
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(87, 6) };
        on Jump(1) => B(2);
        on Jump(2) => C;
        on Jump(3) => D { m: 5, n: context.value(88, state.size()) };
        on Jump(4) => E(8, context.value(89, state.size()));
        on Jump(5) => F { n: 5 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(90, *n), Tell(91, context.value(92, *n))]; }
    failure state Bad;
}
