//! A random machine, number 19. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
    M19 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state A {
        on_entry do [Tell(1, context.value(2, 5))];
        every context.clock(3, state.size()) => move |state: &Life, context: &mut World| context.travel(4, state.size() + home);
        on R => E(context.value(5, 2), context.value(6, 6));
    }
    state D {
        timeout context.clock(7, state.size()) => move |state: &Life, context: &mut World| context.travel(8, state.size() + home);
        on P => stay { n: context.value(9, state.size()) };
    }
    state E(x, y) {
        on_entry move |state: &Life, context: &mut World| context.hook(10, state.size() + home);
        on_exit |state: &Life, context: &mut World| context.hook(11, state.size());
        unhandled => stay;
        on U(_) | Q => |state: &Life, event: &Event, context: &mut World| context.travel(12, state.size() + event.size());
        on P if context.guard(13, *x + *y) => reject;
        on T | R => |state: &Life, event: &Event, context: &mut World| context.travel(14, state.size() + event.size());
    }
    superstate Outer {
        on_entry do [Tell(15, context.value(16, state.size()))];
        on_exit do [Slow(17)];
        timeout context.clock(18, state.size());
        on timeout if context.guard(19, state.size()) => E(context.value(20, state.size()), context.value(21, 8));
        on timeout if context.guard(22, state.size()) => stay do [Note(23), Tell(24, context.value(25, 2))];
        on timeout => C do [Tell(26, context.value(27, state.size()))];
        on U(1) => B(context.value(28, state.size())) do [Note(29), Tell(30, context.value(31, state.size()))];
        on T => |state: &Life, event: &Event, context: &mut World| context.travel(32, state.size() + event.size());
        on Error(why) if context.guard(33, 6) => Good(7);
        state B(_) {
            on_entry do [Note(34), Tell(35, context.value(36, 6))];
            on_exit do [Slow(37), Tell(38, context.value(39, 3))];
            every context.clock(40, state.size()) => stay do [Tell(41, 5)];
            timeout context.clock(42, state.size());
            on timeout => stay do [Tell(43, context.value(44, 7))];
            every context.clock(45, 0) => E(context.value(46, 6), context.value(47, 5));
            task context.errand(48, state.size());
            on U(_) | R => C do [Tell(49, context.value(50, 7)), Tell(51, context.value(52, 0))];
            on T if context.guard(53, state.size()) => D { m: context.value(54, 3), n: 2 } do [Note(55), Tell(56, 3)];
            on Q | T => postpone do [Slow(57), Tell(58, 3)];
            on Error(why) if context.guard(59, why.code() + state.size()) && context.guard(60, why.code() + state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(61, state.size() + event.size());
        }
        superstate Inner {
            on_entry |state: &Life, context: &mut World| context.hook(62, state.size());
            every context.clock(63, state.size()) => stay do [Tell(64, context.value(65, 2))];
            on timeout if context.guard(66, state.size()) => C;
            on U(_) if context.guard(67, state.size()) && context.guard(68, state.size()) => stay do [Risk(69)];
            on U(k) | Q(k) if context.guard(70, k + state.size()) => reject;
            on T => |state: &Life, event: &Event, context: &mut World| context.travel(71, state.size() + event.size());
            on P => stay do [Tell(72, context.value(73, 1))];
            state C {
                on timeout if context.guard(74, 1) => stay;
                every context.clock(75, state.size()) => |state: &Life, context: &mut World| context.travel(76, state.size());
                on U(k) | Q(k) => stay do [Tell(77, context.value(78, k)), Tell(79, context.value(80, k))];
                on T if context.guard(81, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(82, state.size() + event.size() + home);
                on R { k: j } => postpone do [Slow(83), Tell(84, 8)];
            }
            state F {
                on_exit do [Tell(85, 0)];
                on timeout if context.guard(86, state.size()) && context.guard(87, 3) => |state: &Life, context: &mut World| context.travel(88, state.size());
                on T if context.guard(89, state.size()) => C do [Tell(90, context.value(91, 2))];
                on P | R => postpone;
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(92, state.size()) };
        on Jump(1) => B(5);
        on Jump(2) => C;
        on Jump(3) => D { m: 3, n: 6 };
        on Jump(4) => E(5, context.value(93, state.size()));
        on Jump(5) => F { n: context.value(94, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | R | W => stay;
        on Q => stay;
        on U => E(context.value(95, state.size()), 6);
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
