//! A random machine, from seed 103. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M19 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state C {
        on_entry do [Tell(1, context.value(2, 1))];
        on_exit do [Slow(3)];
        timeout context.clock(4, 8) => C do [Note(5), Note(6)];
        on Q(k) if context.guard(7, k + state.size()) => stay do [Note(8), Slow(9)];
        on Q(k) | U(k) => stay;
        on R { k: 2 } if context.guard(10, 5) && context.guard(11, state.size()) => reject;
    }
    state D {
        every context.clock(12, state.size()) => Good(7);
        every context.clock(13, state.size()) => |state: &Life, context: &mut World| context.travel(14, state.size());
        task context.errand(15, state.size());
        on Q(_) if context.guard(16, state.size()) => stay do [Tell(17, context.value(18, 0)), Slow(19)];
    }
    state F { n } {
        on_entry |state: &Life, context: &mut World| context.hook(20, state.size());
        on_exit move |state: &Life, context: &mut World| context.hook(21, state.size() + home);
        on U(1) => E(context.value(22, *n), context.value(23, *n)) do [Tell(24, 0), Note(25)];
    }
    superstate Outer {
        on_entry do [Note(26), Note(27)];
        on Q if context.guard(28, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(29, state.size() + event.size() + home);
        on Error(why) if context.guard(30, state.size()) => D { m: why.code(), n: 5 } do [Tell(31, 6)];
        state A { n } {
            on_entry do [Tell(32, context.value(33, *n))];
            on U(0) => postpone do [Risk(34), Tell(35, context.value(36, *n))];
        }
    }
    superstate Other {
        every context.clock(37, state.size()) => stay do [Slow(38)];
        on R { k: j } => move |state: &Life, event: &Event, context: &mut World| context.travel(39, state.size() + event.size() + home);
        state B {
            on_entry do [Tell(40, context.value(41, 1))];
            every context.clock(42, state.size()) => B(6) do [Tell(43, context.value(44, 0))];
            on T | Q => move |state: &Life, event: &Event, context: &mut World| context.travel(45, state.size() + event.size() + home);
            on U(_) => A { n: context.value(46, 4) };
        }
        state E {
            on_entry do [Tell(47, context.value(48, 7)), Tell(49, 6)];
            on_exit do [Tell(50, context.value(51, 1))];
            every context.clock(52, 2) => stay do [Note(53)];
            task context.errand(54, state.size());
            on R { k: j } => |state: &Life, event: &Event, context: &mut World| context.travel(55, state.size() + event.size());
            on Q(k) => postpone;
            on P => move |state: &Life, event: &Event, context: &mut World| context.travel(56, state.size() + event.size() + home);
        }
    }
    any {
        on Jump(0) => A { n: context.value(57, 2) };
        on Jump(1) => B(context.value(58, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 6, n: context.value(59, state.size()) };
        on Jump(4) => E(6, context.value(60, state.size()));
        on Jump(5) => F { n: context.value(61, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(62, state.size()) => stay do [Tell(63, 3)];
        on timeout => B(context.value(64, state.size()));
        on P | R | U => E(context.value(65, state.size()), context.value(66, state.size()));
        on Q | T => |state: &Life, event: &Event, context: &mut World| context.travel(67, state.size() + event.size());
        on W => D { m: context.value(68, state.size()), n: 8 };
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
