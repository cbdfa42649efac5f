//! A random machine, from seed 102. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M18 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state A { n } {
        on_entry |state: &Life, context: &mut World| context.hook(1, state.size());
        on_exit do [Tell(2, context.value(3, *n))];
        every context.clock(4, *n) => D { m: 7, n: context.value(5, *n) };
        on W => move |state: &Life, event: &Event, context: &mut World| context.travel(6, state.size() + event.size() + home);
    }
    state C {
        on_entry |state: &Life, context: &mut World| context.hook(7, state.size());
        on_exit |state: &Life, context: &mut World| context.hook(8, state.size());
        every context.clock(9, state.size()) => |state: &Life, context: &mut World| context.travel(10, state.size());
        task context.errand(11, state.size());
        on Q(_) | P => |state: &Life, event: &Event, context: &mut World| context.travel(12, state.size() + event.size());
        on R { k: 0 } if context.guard(13, state.size()) => F { n: context.value(14, 6) } do [Tell(15, 4), Tell(16, context.value(17, 4))];
    }
    state D {
        on_exit do [Risk(18), Slow(19)];
        on W => D { m: context.value(20, 6), n: context.value(21, 7) } do [Tell(22, context.value(23, 5)), Tell(24, context.value(25, 8))];
        on Q(k) => postpone;
        on R { k: j } if context.guard(26, state.size()) => postpone;
    }
    state E(x, y) {
        on_exit do [Note(27)];
        on U(k) | Q(k) => stay;
        on T if context.guard(28, 6) => F { n: 6 };
        on W => stay do [Tell(29, context.value(30, *x + *y))];
    }
    superstate Outer {
        on_entry do [Risk(31), Tell(32, context.value(33, state.size()))];
        on_exit do [Tell(34, context.value(35, state.size())), Tell(36, context.value(37, state.size()))];
        unhandled => reject;
        on U(_) | R => D { m: context.value(38, state.size()), n: context.value(39, state.size()) } do [Tell(40, context.value(41, state.size())), Tell(42, 8)];
        state B {
            on_exit do [Risk(43)];
            every context.clock(44, state.size()) => B(3) do [Tell(45, context.value(46, 1))];
            unhandled => postpone;
            on W if context.guard(47, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(48, state.size() + event.size() + home);
            on U(k) if context.guard(49, k + state.size()) => E(context.value(50, k), k) do [Tell(51, context.value(52, k))];
        }
        state F {
            every context.clock(53, state.size()) => C do [Tell(54, context.value(55, 2))];
            task context.errand(56, state.size());
            unhandled => stay;
            on W if context.guard(57, state.size()) && context.guard(58, state.size()) => stay;
            on P | R => A { n: context.value(59, 2) };
        }
    }
    any {
        on Jump(0) => A { n: context.value(60, state.size()) };
        on Jump(1) => B(context.value(61, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 5, n: 1 };
        on Jump(4) => E(context.value(62, state.size()), context.value(63, state.size()));
        on Jump(5) => F { n: 3 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | Q => postpone do [Tell(64, context.value(65, state.size())), Tell(66, 4)];
        on R | U => reject;
        on W => postpone do [Tell(67, 5), Tell(68, context.value(69, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
