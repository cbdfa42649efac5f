//! A random machine, from seed 15. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M15 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state B(_) {
        on_entry do [Note(1)];
        on_exit do [Tell(2, context.value(3, 8))];
        timeout context.clock(4, 2) => D { m: 1, n: context.value(5, 1) };
        task context.errand(6, 7);
        on Q(_) | T => stay;
        on Error(why) if context.guard(7, why.code() + state.size()) => D { m: 8, n: context.value(8, why.code()) } do [Slow(9), Tell(10, why.code())];
    }
    state F { n } {
        on_entry do [Risk(11)];
        timeout context.clock(12, *n);
        on timeout if context.guard(13, 5) && context.guard(14, *n) => F { n: context.value(15, *n) } do [Tell(16, *n)];
        on timeout => F { n: *n };
        unhandled => stay;
        on R { k: 2 } => C;
        on Jump(k) | Q(k) => stay do [Tell(17, k)];
    }
    superstate Outer {
        on_exit do [Note(18)];
        on W => stay;
        state A {
            on_entry do [Note(19)];
            on W if context.guard(20, 6) => stay;
            on W | P if context.guard(21, state.size()) => stay do [Slow(22), Risk(23)];
            on R { k } | U(k) if context.guard(24, k) => postpone;
            on Error(why) if context.guard(25, why.code()) => stay do [Tell(26, context.value(27, why.code()))];
        }
        state C {
            on_entry do [Tell(28, context.value(29, 3)), Tell(30, context.value(31, 6))];
            on_exit do [Slow(32), Note(33)];
            timeout context.clock(34, 1) => B(context.value(35, 3));
            every context.clock(36, state.size()) => A { n: context.value(37, 7) };
            task context.errand(38, state.size());
            unhandled => stay;
            on T if context.guard(39, 1) => A { n: context.value(40, 1) };
            on R { k } | Q(k) if context.guard(41, k + state.size()) => stay do [Tell(42, context.value(43, k)), Tell(44, context.value(45, k))];
            on W if context.guard(46, 6) => A { n: context.value(47, 6) } do [Tell(48, context.value(49, 7))];
        }
        state E(x, _) {
            on_entry do [Tell(50, context.value(51, 7))];
            on_exit do [Note(52), Tell(53, 7)];
            every context.clock(54, *x) => A { n: 1 };
            task context.errand(55, *x);
            on Q(k) => E(context.value(56, *x + k), 5) do [Tell(57, context.value(58, *x + k)), Note(59)];
            on W if context.guard(60, *x) && context.guard(61, 5) => stay;
        }
    }
    superstate Other {
        on_exit do [Slow(62)];
        timeout context.clock(63, state.size());
        on timeout => stay do [Tell(64, 5)];
        on P => postpone do [Tell(65, context.value(66, state.size()))];
        on U(0) => D { m: context.value(67, 2), n: context.value(68, state.size()) };
        on Q(k) if context.guard(69, 7) => F { n: k };
        on W | T => B(context.value(70, state.size()));
        state D { m, .. } {
            on_entry do [Note(71)];
            timeout context.clock(72, *m) => B(2) do [Note(73)];
            task context.errand(74, *m);
            on T if context.guard(75, *m) && context.guard(76, *m) => reject;
            on R { k: 0 } => B(context.value(77, 6)) do [Tell(78, *m)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(79, 8) };
        on Jump(1) => B(context.value(80, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 1, n: context.value(81, state.size()) };
        on Jump(4) => E(context.value(82, state.size()), context.value(83, state.size()));
        on Jump(5) => F { n: context.value(84, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | Q => postpone;
        on R => stay;
        on U => stay;
        on W => C;
        on Error(why) if context.guard(85, why.code() + state.size()) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Risk(86), Tell(87, 5)]; }
    failure state Bad { n } { on_entry do [Tell(88, *n), Risk(89)]; }
}
