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
            on Error(why) if context.guard(26, state.size()) => stay;
        }
        state C {
            on_exit |state: &Life, context: &mut World| context.hook(27, state.size());
            every context.clock(28, state.size()) => B(3);
            every context.clock(29, state.size()) => B(context.value(30, 0)) do [Note(31), Tell(32, context.value(33, 7))];
            every context.clock(34, state.size()) => stay;
            on R { k: j } if context.guard(35, j + state.size()) => Good(7);
            on T => |state: &Life, event: &Event, context: &mut World| context.travel(36, state.size() + event.size());
            on R | P if context.guard(37, state.size()) => E(7, context.value(38, 7)) do [Tell(39, context.value(40, 4)), Tell(41, 5)];
        }
    }
    superstate Inner {
        timeout context.clock(42, 4) => F { n: 1 } do [Note(43)];
        unhandled => move |state: &Life, event: &Event, context: &mut World| context.refuse(44, state.size() + event.size() + home);
        on U(k) => postpone;
        on P => postpone do [Note(45)];
        on W => F { n: context.value(46, state.size()) };
        on R { k } if context.guard(47, k + state.size()) => E(context.value(48, state.size()), context.value(49, k + state.size())) do [Tell(50, k), Slow(51)];
        on Error(why) if context.guard(52, why.code()) => C do [Note(53)];
        state D { m, .. } {
            on_exit move |state: &Life, context: &mut World| context.hook(54, state.size() + home);
            timeout context.clock(55, *m) => A { n: context.value(56, *m) } do [Note(57)];
            every context.clock(58, *m) => B(context.value(59, *m)) do [Risk(60), Tell(61, *m)];
            task context.errand(62, 0);
            on R { k } | U(k) => stay;
        }
        state E(x, _) {
            on_entry do [Tell(63, context.value(64, *x))];
            timeout context.clock(65, *x);
            on timeout => A { n: context.value(66, *x) };
            on R if context.guard(67, *x) => stay do [Tell(68, 2)];
            on T | Q => |state: &Life, event: &Event, context: &mut World| context.travel(69, state.size() + event.size());
            on R { k: 0 } => stay do [Tell(70, context.value(71, *x)), Note(72)];
            on W => postpone do [Tell(73, context.value(74, 6)), Tell(75, *x)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(76, 4) };
        on Jump(1) => B(context.value(77, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(78, state.size()), n: context.value(79, 7) };
        on Jump(4) => E(context.value(80, 2), 3);
        on Jump(5) => F { n: context.value(81, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on U | W => |state: &Life, event: &Event, context: &mut World| context.travel(82, state.size() + event.size());
        on R => postpone do [Slow(83), Slow(84)];
        on P | Q => stay;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(85, context.value(86, *n))]; }
    failure state Bad;
}
