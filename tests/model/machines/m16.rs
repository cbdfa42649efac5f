//! A random machine, number 16. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::item_member! {
    M16 { error: Error; stop: T; }

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
        on Q if context.guard(44, state.size()) => A { n: 7 };
        on R | U(_) => stay;
        state A {
            on_entry do [Note(45)];
            on_exit do [Risk(46)];
            on W if context.guard(47, state.size()) => postpone;
            on U(0) => stay;
            on R { k } | Q(k) => postpone do [Tell(48, 2), Tell(49, 3)];
            on Jump(k) | U(k) if context.guard(50, state.size()) => stay do [Tell(51, context.value(52, k)), Tell(53, k)];
        }
        superstate Inner {
            on_entry do [Note(54), Note(55)];
            on W | U(_) => stay do [Note(56)];
            on P if context.guard(57, 8) => stay do [Tell(58, context.value(59, state.size())), Note(60)];
            state F {
                on_entry do [Tell(61, context.value(62, 2))];
                on_exit do [Note(63), Tell(64, 1)];
                on W => B(context.value(65, 4));
                on U(k) => D { m: context.value(66, k), n: context.value(67, k) } do [Tell(68, context.value(69, k)), Tell(70, context.value(71, 4))];
            }
        }
    }
    superstate Other {
        on_exit do [Note(72), Risk(73)];
        on R { k } | U(k) => stay;
        on T | Q => A { n: context.value(74, state.size()) };
        state C {
            on_entry do [Tell(75, context.value(76, 0)), Tell(77, context.value(78, 3))];
            timeout context.clock(79, state.size()) => B(8) do [Tell(80, context.value(81, 2)), Tell(82, context.value(83, 6))];
            task context.errand(84, state.size());
            on U(_) | R => postpone do [Note(85), Note(86)];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(87, 6) };
        on Jump(1) => B(context.value(88, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(89, 5), n: context.value(90, 0) };
        on Jump(4) => E(context.value(91, state.size()), context.value(92, 4));
        on Jump(5) => F { n: context.value(93, 6) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(94, why.code()) => B(6);
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(95, 5)]; }
}
