//! A random machine, number 22. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::expression_member! {
    M22 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: C;

    state A { n } {
        on_exit do [Note(1)];
        on W if context.guard(2, 0) => postpone;
        on U(k) => stay { n: context.value(3, *n + k) } do [Risk(4), Slow(5)];
    }
    state B(b) {
        on_entry do [Tell(6, *b)];
        every context.clock(7, *b) => D { m: context.value(8, *b), n: context.value(9, *b) } do [Note(10)];
        on P => postpone do [Tell(11, context.value(12, *b)), Tell(13, context.value(14, *b))];
        on U(k) | R { k } if context.guard(15, *b) => reject;
        on W if context.guard(16, *b) => stay;
        on Error(why) if context.guard(17, why.code()) => E(why.code(), context.value(18, *b + why.code())) do [Tell(19, context.value(20, *b))];
    }
    state D {
        on_entry do [Slow(21)];
        on T => B(context.value(22, 7)) do [Note(23), Tell(24, context.value(25, 2))];
        on W => E(5, context.value(26, 7)) do [Note(27)];
    }
    state C {
        on_entry do [Note(28), Note(29)];
        timeout context.clock(30, state.size());
        on timeout => A { n: 3 } do [Tell(31, context.value(32, 0)), Risk(33)];
        on U(_) => B(0) do [Note(34)];
        on Q(_) => stay do [Tell(35, context.value(36, 6)), Note(37)];
        on R { k } => stay do [Tell(38, k)];
    }
    superstate Outer {
        on_entry |state: &Life, context: &mut World| context.hook(39, state.size());
        timeout context.clock(40, state.size());
        on P | timeout if context.guard(41, 3) => stay do [Tell(42, context.value(43, state.size())), Tell(44, context.value(45, state.size()))];
        on timeout => stay do [Note(46)];
        unhandled => postpone;
        on U(1) if context.guard(47, 2) => A { n: 6 } do [Tell(48, 5)];
        on Q => stay do [Risk(49), Tell(50, context.value(51, state.size()))];
        on U(_) => postpone do [Tell(52, context.value(53, state.size())), Note(54)];
        superstate Inner {
            timeout context.clock(55, state.size()) => Good(7) do [Note(56), Slow(57)];
            every context.clock(58, state.size()) => |state: &Life, context: &mut World| context.travel(59, state.size());
            on W | Q(_) => |state: &Life, event: &Event, context: &mut World| context.travel(60, state.size() + event.size());
            state E {
                timeout context.clock(61, state.size());
                on timeout => C;
                every context.clock(62, state.size()) => stay do [Note(63)];
                every context.clock(64, 4) => B(context.value(65, 2));
                unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(66, state.size() + event.size());
                on R if context.guard(67, state.size()) => postpone;
                on P | W => D { m: context.value(68, 6), n: context.value(69, 7) } do [Tell(70, context.value(71, 0))];
            }
            state F {
                on_entry do [Note(72)];
                on timeout if context.guard(73, 0) && context.guard(74, 8) => stay { n: context.value(75, state.size()) } do [Tell(76, context.value(77, 7))];
                unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(78, state.size() + event.size());
                on W if context.guard(79, state.size()) && context.guard(80, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(81, state.size() + event.size());
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(82, state.size()) };
        on Jump(1) => B(8);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(83, state.size()), n: 4 };
        on Jump(4) => E(1, context.value(84, 0));
        on Jump(5) => F { n: context.value(85, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on P | Q | R | T | U | W => move |state: &Life, event: &Event, context: &mut World| context.travel(86, state.size() + event.size() + home);
        on Error(why) if context.guard(87, why.code() + state.size()) => C;
        on Error(why) if context.guard(88, why.code() + state.size()) => stay;
        on Error(why) if context.guard(89, 0) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
