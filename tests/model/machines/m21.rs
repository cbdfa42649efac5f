//! A random machine, number 21. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
    M21 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: B(1);

    state C {
        on_entry do [Tell(1, 8), Tell(2, context.value(3, 4))];
        on_exit do [Tell(4, context.value(5, 0))];
        timeout context.clock(6, state.size()) => |state: &Life, context: &mut World| context.travel(7, state.size());
        every context.clock(8, 8) => stay do [Note(9)];
        task context.errand(10, state.size());
        on Q if context.guard(11, state.size()) => stay;
        on T => stay do [Note(12), Note(13)];
    }
    state E(x, y) {
        on_entry |state: &Life, context: &mut World| context.hook(14, state.size());
        on_exit do [Tell(15, context.value(16, 0))];
        timeout context.clock(17, *x + *y) => A { n: context.value(18, 3) } do [Note(19)];
        task context.errand(20, *y);
        unhandled => stay;
        on R { k } => A { n: context.value(21, *y + k) } do [Tell(22, k), Tell(23, context.value(24, *y))];
        on Error(why) if context.guard(25, *x + why.code()) => A { n: 4 };
    }
    state F {
        on_entry do [Note(26)];
        on_exit do [Tell(27, context.value(28, 7)), Slow(29)];
        on P => stay { n: context.value(30, 8) };
        on Q(1) => stay { n: context.value(31, 0) };
        on U(0) => |state: &Life, event: &Event, context: &mut World| context.travel(32, state.size() + event.size());
    }
    superstate Outer {
        on_entry do [Tell(33, context.value(34, 5))];
        on_exit |state: &Life, context: &mut World| context.hook(35, state.size());
        every context.clock(36, state.size()) => E(context.value(37, 1), context.value(38, state.size()));
        on W if context.guard(39, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(40, state.size() + event.size());
        on R { k: 0 } => move |state: &Life, event: &Event, context: &mut World| context.travel(41, state.size() + event.size() + home);
        on R { k: j } => stay do [Risk(42)];
        state A { n } {
            on_exit do [Note(43), Tell(44, context.value(45, 1))];
            timeout context.clock(46, *n);
            on timeout if context.guard(47, 6) => A { n: context.value(48, *n) };
            on timeout => stay { n: context.value(49, *n) } do [Risk(50), Note(51)];
            every context.clock(52, *n) => D { m: context.value(53, *n), n: 0 } do [Tell(54, context.value(55, 7))];
            on U(k) | R { k } if context.guard(56, *n) => B(3) do [Note(57)];
            on W if context.guard(58, *n) => A { n: *n };
            on P => postpone;
            on R { k } | U(k) if context.guard(59, *n + k) => stay;
            on Jump(_) => move |state: &Life, event: &Event, context: &mut World| context.travel(60, state.size() + event.size() + home);
        }
        state B(b) {
            on_exit do [Tell(61, context.value(62, *b)), Tell(63, context.value(64, *b))];
            on T => |state: &Life, event: &Event, context: &mut World| context.travel(65, state.size() + event.size());
            on U(k) if context.guard(66, *b + k) => move |state: &Life, event: &Event, context: &mut World| context.travel(67, state.size() + event.size() + home);
            on Jump(k) if context.guard(68, *b + k) => Good(7);
        }
    }
    superstate Inner {
        on_entry do [Note(69)];
        on_exit do [Slow(70), Note(71)];
        on P | Q(_) if context.guard(72, 1) && context.guard(73, 8) => postpone do [Note(74)];
        on P if context.guard(75, 7) && context.guard(76, state.size()) => postpone;
        on U(_) if context.guard(77, state.size()) => postpone do [Tell(78, 7)];
        state D { n, m } {
            on U(_) | W if context.guard(79, *n + *m) => postpone do [Slow(80)];
        }
        failure state Bad;
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(81, state.size()) };
        on Jump(1) => B(context.value(82, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(83, state.size()), n: context.value(84, state.size()) };
        on Jump(4) => E(context.value(85, 4), 5);
        on Jump(5) => F { n: context.value(86, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
