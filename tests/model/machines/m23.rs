//! A random machine, number 23. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
    M23 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state F {
        on_exit |state: &Life, context: &mut World| context.hook(1, state.size());
        unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(2, state.size() + event.size());
        on R => F { n: context.value(3, 7) };
    }
    state B(_) {
        on_exit do [Tell(4, 7)];
        on U(k) => B(1) do [Tell(5, 0)];
        on Error(why) if context.guard(6, why.code()) => stay do [Note(7), Tell(8, context.value(9, why.code()))];
    }
    superstate Outer {
        on_entry do [Note(10), Note(11)];
        on_exit move |state: &Life, context: &mut World| context.hook(12, state.size() + home);
        on R { k } | Q(k) => postpone;
        state A {
            on_entry do [Tell(13, context.value(14, 4)), Tell(15, 8)];
            on_exit do [Tell(16, context.value(17, 2)), Note(18)];
            timeout context.clock(19, state.size()) => stay do [Note(20)];
            unhandled => postpone;
            on P if context.guard(21, 2) => |state: &Life, event: &Event, context: &mut World| context.travel(22, state.size() + event.size());
            on R if context.guard(23, state.size()) => A { n: 3 } do [Tell(24, 6), Risk(25)];
            on Error(why) if context.guard(26, state.size()) => stay { n: context.value(27, why.code() + state.size()) } do [Note(28)];
        }
        state C {
            on_entry move |state: &Life, context: &mut World| context.hook(29, state.size() + home);
            every context.clock(30, state.size()) => stay;
            on P if context.guard(31, 8) && context.guard(32, state.size()) => stay;
            on T => D { m: 6, n: context.value(33, 7) } do [Slow(34), Note(35)];
            on U(0) => D { m: context.value(36, 6), n: context.value(37, 4) };
            on P if context.guard(38, state.size()) => F { n: context.value(39, 4) };
        }
    }
    superstate Inner {
        task context.errand(40, 4);
        unhandled => reject;
        on R { k: j } if context.guard(41, state.size()) && context.guard(42, j + state.size()) => E(context.value(43, state.size()), j) do [Tell(44, context.value(45, j))];
        state D { n, m } {
            on_entry |state: &Life, context: &mut World| context.hook(46, state.size());
            on_exit do [Slow(47)];
            timeout context.clock(48, *n + *m);
            on timeout => D { m: context.value(49, *n + *m), n: context.value(50, *n) };
            on U(k) => |state: &Life, event: &Event, context: &mut World| context.travel(51, state.size() + event.size());
            on P | Q => postpone;
            on T => stay;
        }
        state E(x, _) {
            on_entry do [Risk(52), Tell(53, *x)];
            every context.clock(54, *x) => move |state: &Life, context: &mut World| context.travel(55, state.size() + home);
            on R { k: j } if context.guard(56, *x) => stay;
            on T => stay;
            on U(_) => D { m: *x, n: context.value(57, *x) } do [Note(58)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(59, state.size()) };
        on Jump(1) => B(context.value(60, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(61, state.size()), n: context.value(62, 2) };
        on Jump(4) => E(8, context.value(63, state.size()));
        on Jump(5) => F { n: context.value(64, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on R => postpone;
        on P | W => E(6, 3);
        on U => stay;
        on Q => |state: &Life, event: &Event, context: &mut World| context.travel(65, state.size() + event.size());
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(66, *n)]; }
}
