//! A random machine, from seed 106. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M22 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state B {
        on_entry move |state: &Life, context: &mut World| context.hook(1, state.size() + home);
        every context.clock(2, state.size()) => A { n: context.value(3, 8) };
        on R { k: j } if context.guard(4, j + state.size()) => reject;
        on Q if context.guard(5, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(6, state.size() + event.size());
    }
    state E {
        on_exit do [Tell(7, context.value(8, 3))];
        every context.clock(9, state.size()) => |state: &Life, context: &mut World| context.travel(10, state.size());
        on R { k: j } => C;
        on W => stay;
    }
    state C {
        on_entry move |state: &Life, context: &mut World| context.hook(11, state.size() + home);
        on_exit move |state: &Life, context: &mut World| context.hook(12, state.size() + home);
        every context.clock(13, state.size()) => B(context.value(14, 0));
        on R | U(_) if context.guard(15, state.size()) => stay do [Tell(16, context.value(17, 7))];
        on Error(why) if context.guard(18, 1) => stay do [Tell(19, 5)];
    }
    superstate Outer {
        on Jump(k) if context.guard(20, k + state.size()) && context.guard(21, k + state.size()) => postpone do [Tell(22, context.value(23, state.size())), Tell(24, k)];
        on W => D { m: context.value(25, state.size()), n: context.value(26, state.size()) } do [Tell(27, context.value(28, state.size()))];
        on R { k } => B(k) do [Tell(29, context.value(30, k))];
        state F { n } {
            on_entry do [Note(31), Tell(32, *n)];
            every context.clock(33, *n) => stay { n: context.value(34, *n) };
            timeout context.clock(35, *n);
            on timeout => C;
            every context.clock(36, 3) => C do [Slow(37)];
            on P | U(_) if context.guard(38, *n) && context.guard(39, 3) => |state: &Life, event: &Event, context: &mut World| context.travel(40, state.size() + event.size());
            on Q(k) => move |state: &Life, event: &Event, context: &mut World| context.travel(41, state.size() + event.size() + home);
            on W => |state: &Life, event: &Event, context: &mut World| context.travel(42, state.size() + event.size());
        }
    }
    superstate Other {
        on_entry do [Tell(43, 7)];
        timeout context.clock(44, state.size()) => |state: &Life, context: &mut World| context.travel(45, state.size());
        task context.errand(46, state.size());
        unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(47, state.size() + event.size());
        on Q(k) | U(k) if context.guard(48, k + state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(49, state.size() + event.size());
        state A {
            on_entry do [Tell(50, 5), Note(51)];
            on_exit move |state: &Life, context: &mut World| context.hook(52, state.size() + home);
            on R { k: j } if context.guard(53, j + state.size()) => reject;
            on Q(_) if context.guard(54, state.size()) => reject;
            on P | W if context.guard(55, state.size()) => A { n: context.value(56, 8) } do [Note(57), Tell(58, context.value(59, 7))];
        }
        state D { n, m } {
            on_exit do [Tell(60, *m), Note(61)];
            every context.clock(62, *n) => B(context.value(63, 4));
            task context.errand(64, *n + *m);
            on P | U(_) => postpone do [Tell(65, 7)];
            on Error(why) if context.guard(66, *m) && context.guard(67, *n + *m + why.code()) => D { m: context.value(68, *n + *m + why.code()), n: context.value(69, *n + *m + why.code()) } do [Tell(70, 7)];
        }
    }
    unhandled => postpone;
    any {
        on Jump(0) => A { n: context.value(71, state.size()) };
        on Jump(1) => B(context.value(72, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 8, n: context.value(73, state.size()) };
        on Jump(4) => E(context.value(74, state.size()), 2);
        on Jump(5) => F { n: context.value(75, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Slow(76), Tell(77, *n)]; }
    failure state Bad;
}
