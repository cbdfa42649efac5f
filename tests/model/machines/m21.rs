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
        on P => stay do [Tell(30, context.value(31, 6))];
        on W | T => reject;
        on Error(why) if context.guard(32, why.code() + state.size()) => B(6) do [Slow(33), Tell(34, context.value(35, why.code()))];
    }
    superstate Outer {
        on_exit |state: &Life, context: &mut World| context.hook(36, state.size());
        every context.clock(37, state.size()) => E(context.value(38, 1), context.value(39, state.size()));
        on W if context.guard(40, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(41, state.size() + event.size());
        on R { k: 0 } => move |state: &Life, event: &Event, context: &mut World| context.travel(42, state.size() + event.size() + home);
        on R { k: j } => stay do [Risk(43)];
        state A { n } {
            on_exit do [Note(44), Tell(45, context.value(46, 1))];
            timeout context.clock(47, *n);
            on timeout if context.guard(48, 6) => A { n: context.value(49, *n) };
            on timeout => stay { n: context.value(50, *n) } do [Risk(51), Note(52)];
            every context.clock(53, *n) => D { m: context.value(54, *n), n: 0 } do [Tell(55, context.value(56, 7))];
            on U(k) | R { k } if context.guard(57, *n) => B(3) do [Note(58)];
            on W if context.guard(59, *n) => A { n: *n };
            on P => postpone;
            on R { k } | U(k) if context.guard(60, *n + k) => stay;
            on Jump(_) => move |state: &Life, event: &Event, context: &mut World| context.travel(61, state.size() + event.size() + home);
        }
        state B(b) {
            on_exit do [Tell(62, context.value(63, *b)), Tell(64, context.value(65, *b))];
            on T => |state: &Life, event: &Event, context: &mut World| context.travel(66, state.size() + event.size());
            on U(k) if context.guard(67, *b + k) => move |state: &Life, event: &Event, context: &mut World| context.travel(68, state.size() + event.size() + home);
            on Jump(k) if context.guard(69, *b + k) => Good(7);
        }
    }
    superstate Inner {
        on_exit |state: &Life, context: &mut World| context.hook(70, state.size());
        every context.clock(71, 3) => stay do [Tell(72, context.value(73, 3))];
        task context.errand(74, state.size());
        unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(75, state.size() + event.size());
        on Q(k) | R { k } => Good(7);
        state D {
            on_entry do [Tell(76, context.value(77, 4)), Tell(78, context.value(79, 0))];
            on_exit do [Tell(80, context.value(81, 4)), Note(82)];
            on Q(k) if context.guard(83, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(84, state.size() + event.size());
        }
    }
    unhandled => move |state: &Life, event: &Event, context: &mut World| context.refuse(85, state.size() + event.size() + home);
    any {
        on Jump(0) => A { n: context.value(86, state.size()) };
        on Jump(1) => B(context.value(87, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(88, state.size()), n: 2 };
        on Jump(4) => E(context.value(89, state.size()), 3);
        on Jump(5) => F { n: context.value(90, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(91, state.size()) => A { n: context.value(92, why.code() + state.size()) } do [Tell(93, context.value(94, why.code() + state.size())), Note(95)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(96, *n)]; }
    failure state Bad;
}
