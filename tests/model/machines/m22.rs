//! A random machine, number 22. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
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
    }
    state D { n, m } {
        on_entry do [Note(17), Note(18)];
        on_exit do [Tell(19, *n)];
        on W => F { n: context.value(20, *n) } do [Tell(21, context.value(22, *n + *m))];
    }
    state C {
        on_entry do [Tell(23, context.value(24, 2)), Note(25)];
        on_exit do [Note(26), Note(27)];
        on R | T => |state: &Life, event: &Event, context: &mut World| context.travel(28, state.size() + event.size());
        on U(0) => D { m: context.value(29, 3), n: context.value(30, 8) };
        on U(k) if context.guard(31, k + state.size()) => stay;
    }
    superstate Outer {
        on_entry do [Note(32)];
        on Jump(k) => F { n: context.value(33, state.size()) } do [Tell(34, context.value(35, k)), Tell(36, 3)];
        on P if context.guard(37, state.size()) && context.guard(38, state.size()) => F { n: context.value(39, state.size()) } do [Tell(40, context.value(41, 4))];
        on U(1) => postpone do [Tell(42, context.value(43, state.size()))];
        on W if context.guard(44, state.size()) && context.guard(45, state.size()) => C do [Note(46)];
        on Error(why) if context.guard(47, why.code() + state.size()) && context.guard(48, why.code() + state.size()) => stay do [Tell(49, context.value(50, state.size())), Tell(51, 6)];
        superstate Inner {
            on_entry |state: &Life, context: &mut World| context.hook(52, state.size());
            timeout context.clock(53, state.size());
            on timeout => stay do [Risk(54), Tell(55, context.value(56, state.size()))];
            task context.errand(57, 3);
            on P if context.guard(58, state.size()) && context.guard(59, state.size()) => F { n: context.value(60, state.size()) };
            on T => stay;
            on Error(why) if context.guard(61, state.size()) => Good(7) do [Note(62), Slow(63)];
            state E {
                on_entry |state: &Life, context: &mut World| context.hook(64, state.size());
                timeout context.clock(65, state.size()) => B(context.value(66, 1));
                task context.errand(67, 8);
                on T if context.guard(68, state.size()) => stay do [Note(69)];
                on R if context.guard(70, 0) => stay;
                on Q(_) => stay do [Tell(71, context.value(72, 4)), Tell(73, context.value(74, 5))];
                on P | W => stay do [Tell(75, context.value(76, 0))];
            }
            state F {
                on_entry |state: &Life, context: &mut World| context.hook(77, state.size());
                on_exit do [Tell(78, 0), Tell(79, context.value(80, 5))];
                every context.clock(81, state.size()) => stay do [Tell(82, context.value(83, 0))];
                task context.errand(84, 8);
                on R { k } | U(k) => |state: &Life, event: &Event, context: &mut World| context.travel(85, state.size() + event.size());
            }
            terminal state Good;
        }
    }
    any {
        on Jump(0) => A { n: context.value(86, state.size()) };
        on Jump(1) => B(context.value(87, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(88, state.size()), n: context.value(89, state.size()) };
        on Jump(4) => E(context.value(90, state.size()), context.value(91, state.size()));
        on Jump(5) => F { n: context.value(92, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on T | U => postpone do [Note(93)];
        on Q | R | W => stay;
        on P => |state: &Life, event: &Event, context: &mut World| context.travel(94, state.size() + event.size());
        on Error(why) => Bad { n: why.code() };
    }
    failure state Bad;
}
