//! A random machine, number 19. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::expression_member! {
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
        on Error(why) if context.guard(10, why.code() + state.size()) && context.guard(11, why.code()) => stay { n: context.value(12, why.code()) };
    }
    state E(x, y) {
        on_exit |state: &Life, context: &mut World| context.hook(13, state.size());
        every context.clock(14, *x + *y) => move |state: &Life, context: &mut World| context.travel(15, state.size() + home);
        on R { k } => reject;
        on Q(0) if context.guard(16, *y) => reject;
        on U(k) => B(5) do [Tell(17, 5), Tell(18, context.value(19, *y + k))];
        on Error(why) if context.guard(20, *y + why.code()) && context.guard(21, *x) => stay do [Note(22), Tell(23, context.value(24, why.code()))];
    }
    superstate Outer {
        on_exit |state: &Life, context: &mut World| context.hook(25, state.size());
        timeout context.clock(26, state.size()) => move |state: &Life, context: &mut World| context.travel(27, state.size() + home);
        task context.errand(28, 2);
        unhandled => stay;
        on P => |state: &Life, event: &Event, context: &mut World| context.travel(29, state.size() + event.size());
        state B(b) {
            on_exit do [Tell(30, 2), Note(31)];
            on timeout if context.guard(32, 3) && context.guard(33, *b) => A { n: context.value(34, *b) };
            unhandled => reject;
            on T => |state: &Life, event: &Event, context: &mut World| context.travel(35, state.size() + event.size());
        }
        superstate Inner {
            timeout context.clock(36, 0) => |state: &Life, context: &mut World| context.travel(37, state.size());
            on T => E(4, context.value(38, state.size()));
            on Q(0) => reject;
            state C {
                on_entry move |state: &Life, context: &mut World| context.hook(39, state.size() + home);
                on_exit move |state: &Life, context: &mut World| context.hook(40, state.size() + home);
                timeout context.clock(41, 7) => F { n: context.value(42, 6) } do [Tell(43, context.value(44, 0))];
                unhandled => reject;
                on R if context.guard(45, state.size()) && context.guard(46, 3) => F { n: 4 };
                on P | U(_) => move |state: &Life, event: &Event, context: &mut World| context.travel(47, state.size() + event.size() + home);
                on Error(why) if context.guard(48, why.code() + state.size()) => A { n: context.value(49, why.code()) } do [Note(50)];
            }
            state F { n } {
                on_exit |state: &Life, context: &mut World| context.hook(51, state.size());
                timeout context.clock(52, 3) => stay do [Tell(53, context.value(54, *n)), Tell(55, context.value(56, *n))];
                on R { k: j } if context.guard(57, *n + j) && context.guard(58, *n) => reject;
                on T => |state: &Life, event: &Event, context: &mut World| context.travel(59, state.size() + event.size());
                on P => stay { n: context.value(60, *n) };
                on R { k: j } if context.guard(61, 8) => stay do [Risk(62)];
            }
        }
    }
    any {
        on Jump(0) => A { n: 7 };
        on Jump(1) => B(1);
        on Jump(2) => C;
        on Jump(3) => D { m: 2, n: context.value(63, 5) };
        on Jump(4) => E(4, context.value(64, state.size()));
        on Jump(5) => F { n: context.value(65, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on Q | R => F { n: context.value(66, 5) };
        on P | U => E(0, context.value(67, 7)) do [Note(68), Tell(69, context.value(70, 0))];
        on W => B(2) do [Tell(71, context.value(72, state.size()))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
