//! A random machine, from seed 18. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::member! {
    M18 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state A { n } {
        on_entry do [Risk(1)];
        timeout context.clock(2, 7);
        on timeout => E(*n, context.value(3, 6));
        task context.errand(4, *n);
        on P if context.guard(5, *n) => stay;
        on U(k) => stay;
    }
    state B {
        on_entry do [Note(6)];
        on_exit do [Note(7), Tell(8, context.value(9, 8))];
        timeout context.clock(10, 1) => A { n: 8 } do [Tell(11, context.value(12, 2))];
        on P | U(_) if context.guard(13, 0) => E(0, context.value(14, 2)) do [Tell(15, context.value(16, 0))];
    }
    superstate Outer {
        on_exit do [Slow(17)];
        timeout context.clock(18, 6) => A { n: context.value(19, state.size()) } do [Risk(20), Tell(21, context.value(22, state.size()))];
        on R { k: j } => stay;
        state C {
            timeout context.clock(23, state.size()) => E(context.value(24, 0), context.value(25, 6));
            task context.errand(26, state.size());
            on Q(_) | P => postpone;
            on Error(why) if context.guard(27, why.code() + state.size()) => stay do [Tell(28, why.code()), Note(29)];
        }
    }
    superstate Inner {
        on_exit do [Slow(30)];
        timeout context.clock(31, 5);
        on timeout => stay;
        every context.clock(32, state.size()) => E(context.value(33, state.size()), context.value(34, state.size())) do [Slow(35)];
        task context.errand(36, state.size());
        on Jump(_) => stay;
        on T if context.guard(37, 5) => stay do [Risk(38)];
        on R { k: j } if context.guard(39, j + state.size()) => B(j) do [Tell(40, j), Note(41)];
        state E {
            on_entry do [Note(42)];
            on_exit do [Slow(43), Tell(44, context.value(45, 5))];
            every context.clock(46, state.size()) => E(context.value(47, 3), context.value(48, 1)) do [Tell(49, context.value(50, 0)), Tell(51, context.value(52, 8))];
            on T | P if context.guard(53, state.size()) => B(context.value(54, 0));
        }
    }
    superstate Other {
        on_entry do [Note(55)];
        on_exit do [Tell(56, 6), Tell(57, 6)];
        timeout context.clock(58, state.size());
        on timeout if context.guard(59, state.size()) => A { n: context.value(60, state.size()) } do [Tell(61, context.value(62, 3)), Note(63)];
        on timeout if context.guard(64, 5) => stay;
        on timeout => A { n: context.value(65, 7) } do [Note(66), Tell(67, context.value(68, state.size()))];
        every context.clock(69, 1) => stay;
        on W | Q if context.guard(70, state.size()) && context.guard(71, 0) => D { m: context.value(72, state.size()), n: context.value(73, state.size()) } do [Tell(74, 1)];
        on W | U(_) => B(1) do [Risk(75), Note(76)];
        state D {
            on_exit do [Tell(77, context.value(78, 4))];
            on U(k) => reject;
            on R { k } | Q(k) => D { m: context.value(79, 4), n: k };
            on Error(why) if context.guard(80, 7) => A { n: 5 };
        }
        state F { n } {
            on_entry do [Tell(81, context.value(82, *n)), Slow(83)];
            timeout context.clock(84, *n);
            on timeout => A { n: 5 };
            on Q => stay;
            on R { k: j } => postpone do [Tell(85, j)];
            on W => F { n: 7 } do [Tell(86, *n)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(87, state.size()) };
        on Jump(1) => B(context.value(88, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(89, state.size()), n: context.value(90, 2) };
        on Jump(4) => E(4, 2);
        on Jump(5) => F { n: context.value(91, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on Q => stay do [Tell(92, context.value(93, state.size()))];
        on P | W => D { m: context.value(94, state.size()), n: context.value(95, 0) };
        on R => reject;
        on U => E(context.value(96, state.size()), context.value(97, 1)) do [Tell(98, context.value(99, state.size()))];
        on Error(why) if context.guard(100, state.size()) => E(6, 2) do [Tell(101, 0), Tell(102, context.value(103, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Note(104), Note(105)]; }
    failure state Bad { n } { on_entry do [Note(106)]; }
}
