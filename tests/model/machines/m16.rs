//! A random machine, number 16. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::item_member! {
    M16 { error: Error; stop: T; closed: ignore; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state D { m, .. } {
        on_entry do [Slow(1)];
        on_exit do [Tell(2, context.value(3, *m)), Note(4)];
        on T => stay { m: context.value(5, *m) } do [Note(6), Tell(7, *m)];
        on Q(0) if context.guard(8, *m) => move A { n: 7 } do [Tell(9, 4), Risk(10)];
    }
    state E(x, _) {
        on_exit do [Tell(11, context.value(12, *x))];
        every context.clock(13, *x) => move D { m: context.value(14, 1), n: context.value(15, x) } do [Note(16), Tell(17, x)];
        on W | Q => D { m: context.value(18, *x), n: *x };
        on R { k } => F { n: context.value(19, k) } do [Tell(20, context.value(21, k)), Note(22)];
    }
    state B(b) {
        on_entry do [Note(23)];
        on_exit do [Tell(24, context.value(25, *b))];
        on T if context.guard(26, *b) => move B(context.value(27, 2)) do [Tell(28, context.value(29, b)), Tell(30, context.value(31, b))];
        on R { k } if context.guard(32, *b + k) && context.guard(33, *b) => stay;
        on U(1) if context.guard(34, *b) => B(context.value(35, *b)) do [Tell(36, context.value(37, *b))];
    }
    superstate Outer {
        every context.clock(38, state.size()) => B(context.value(39, state.size())) do [Tell(40, context.value(41, state.size())), Tell(42, context.value(43, 1))];
        unhandled => postpone;
        on W if context.guard(44, state.size()) => A { n: 7 };
        on R | U(_) => stay;
        state A {
            on_entry do [Note(45)];
            on_exit do [Risk(46)];
            on W if context.guard(47, state.size()) => postpone;
            on U(0) => stay;
            on R { k } | Q(k) => postpone do [Tell(48, 2), Tell(49, 3)];
            on Jump(k) | U(k) if context.guard(50, state.size()) => stay do [Tell(51, context.value(52, k)), Tell(53, k)];
        }
        failure state Bad { n } { on_entry do [Tell(54, context.value(55, *n)), Slow(56)]; }
        superstate Inner {
            on_exit do [Note(57), Note(58)];
            every context.clock(59, state.size()) => A { n: 1 };
            every context.clock(60, state.size()) => D { m: context.value(61, state.size()), n: 8 };
            on T | U(_) => reject;
            on W | Q(_) => stay;
            on P | R if context.guard(62, state.size()) => F { n: context.value(63, 6) } do [Tell(64, 8), Note(65)];
            state F { n } {
                timeout context.clock(66, *n) => stay;
                every context.clock(67, *n) => move F { n: context.value(68, 4) } do [Tell(69, context.value(70, 5)), Tell(71, 7)];
                unhandled => stay;
                on T if context.guard(72, 3) => move F { n: n } do [Tell(73, n)];
                on P if context.guard(74, *n) && context.guard(75, *n) => reject;
            }
        }
    }
    superstate Other {
        on_entry do [Tell(76, context.value(77, state.size())), Tell(78, context.value(79, 3))];
        on_exit do [Slow(80), Note(81)];
        on T => D { m: context.value(82, 7), n: context.value(83, state.size()) } do [Note(84), Note(85)];
        on U(k) => A { n: k };
        state C {
            every context.clock(86, state.size()) => B(context.value(87, 0));
            timeout context.clock(88, 7);
            on timeout => A { n: 2 };
            task context.errand(89, 8);
            on T => C do [Tell(90, context.value(91, 6)), Tell(92, context.value(93, 3))];
            on U(k) if context.guard(94, state.size()) => stay;
            on Q if context.guard(95, state.size()) => C;
            on P => C do [Note(96), Tell(97, context.value(98, 6))];
        }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(99, state.size()) };
        on Jump(1) => B(context.value(100, 5));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(101, state.size()), n: context.value(102, 3) };
        on Jump(4) => E(context.value(103, state.size()), context.value(104, state.size()));
        on Jump(5) => F { n: context.value(105, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(106, *n)]; }
}
