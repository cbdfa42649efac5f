//! A random machine, number 23. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::expression_member! {
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
        on Error(why) if context.guard(13, why.code()) => E(why.code(), context.value(14, state.size()));
        state A {
            on_entry do [Note(15)];
            on_exit do [Risk(16), Note(17)];
            on U(k) | R { k } => F { n: context.value(18, k) };
        }
        state C {
            on_exit do [Slow(19), Note(20)];
            every context.clock(21, state.size()) => D { m: context.value(22, 3), n: context.value(23, 1) } do [Note(24)];
            on Q(k) | R { k } if context.guard(25, k) => |state: &Life, event: &Event, context: &mut World| context.travel(26, state.size() + event.size());
        }
        terminal state Good(n) { on_entry do [Tell(27, context.value(28, *n))]; }
    }
    superstate Inner {
        on_entry |state: &Life, context: &mut World| context.hook(29, state.size());
        timeout context.clock(30, 5) => B(7) do [Note(31), Note(32)];
        task context.errand(33, state.size());
        on Q(k) => stay;
        on R | U(_) if context.guard(34, state.size()) => E(7, context.value(35, state.size())) do [Tell(36, context.value(37, state.size())), Tell(38, 5)];
        state D {
            on_exit do [Note(39)];
            timeout context.clock(40, state.size());
            on timeout => E(4, context.value(41, 8));
            every context.clock(42, state.size()) => E(8, 2) do [Risk(43), Tell(44, context.value(45, 0))];
            on P if context.guard(46, state.size()) => D { m: context.value(47, 5), n: context.value(48, 5) };
            on R { k } if context.guard(49, k + state.size()) => E(context.value(50, 2), context.value(51, k)) do [Tell(52, context.value(53, k))];
            on P | W => postpone;
            on T => stay;
        }
        state E {
            on_entry do [Tell(54, context.value(55, 3))];
            on_exit do [Note(56)];
            every context.clock(57, 1) => B(context.value(58, 1)) do [Note(59), Tell(60, context.value(61, 0))];
            on timeout if context.guard(62, state.size()) => |state: &Life, context: &mut World| context.travel(63, state.size());
            every context.clock(64, state.size()) => stay;
            on Q => postpone do [Tell(65, context.value(66, 4))];
            on Error(why) if context.guard(67, why.code() + state.size()) => A { n: context.value(68, why.code()) };
        }
    }
    any {
        on Jump(0) => A { n: context.value(69, 5) };
        on Jump(1) => B(context.value(70, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(71, state.size()), n: context.value(72, 0) };
        on Jump(4) => E(0, 6);
        on Jump(5) => F { n: 2 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | U => stay do [Tell(73, context.value(74, state.size()))];
        on Q | W => move |state: &Life, event: &Event, context: &mut World| context.travel(75, state.size() + event.size() + home);
        on R => F { n: context.value(76, state.size()) } do [Tell(77, 8), Tell(78, context.value(79, 6))];
        on Error(why) if context.guard(80, why.code()) => F { n: why.code() };
        on Error(why) if context.guard(81, why.code()) => E(context.value(82, why.code() + state.size()), 2) do [Slow(83), Tell(84, context.value(85, state.size()))];
        on Error(why) if context.guard(86, state.size()) => C;
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad { n } { on_entry do [Tell(87, 0)]; }
}
