//! A random machine, from seed 102. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M18 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state B(b) {
        on_entry do [Tell(1, *b)];
        timeout context.clock(2, *b) => D { m: 7, n: context.value(3, *b) };
        on W => move |state: &Life, event: &Event, context: &mut World| context.travel(4, state.size() + event.size() + home);
        on Q | U(_) => |state: &Life, event: &Event, context: &mut World| context.travel(5, state.size() + event.size());
    }
    state D { m, .. } {
        on_entry do [Tell(6, 8), Tell(7, 4)];
        on_exit do [Tell(8, context.value(9, 8))];
        on T if context.guard(10, 2) => |state: &Life, event: &Event, context: &mut World| context.travel(11, state.size() + event.size());
        on W => A { n: context.value(12, 7) } do [Tell(13, context.value(14, 2))];
        on P if context.guard(15, *m) => D { m: context.value(16, *m), n: *m } do [Tell(17, context.value(18, *m)), Tell(19, context.value(20, *m))];
        on Q(k) => postpone;
        on Error(why) if context.guard(21, why.code()) => B(context.value(22, why.code()));
    }
    state E(x, y) {
        on_entry do [Note(23)];
        on_exit do [Note(24)];
        on U(k) | Q(k) => stay;
        on T if context.guard(25, 6) => F { n: 6 };
        on W => stay do [Tell(26, context.value(27, *x + *y))];
    }
    state F { n } {
        on_exit move |state: &Life, context: &mut World| context.hook(28, state.size() + home);
        on W => reject;
        on R { k: 0 } if context.guard(29, *n) => A { n: context.value(30, 5) } do [Tell(31, context.value(32, *n)), Note(33)];
    }
    superstate Outer {
        on_entry |state: &Life, context: &mut World| context.hook(34, state.size());
        on_exit do [Note(35)];
        timeout context.clock(36, 7);
        on timeout => |state: &Life, context: &mut World| context.travel(37, state.size());
        on Q(_) => stay;
        on R { k } | U(k) if context.guard(38, state.size()) && context.guard(39, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(40, state.size() + event.size());
        on U(_) if context.guard(41, 0) && context.guard(42, state.size()) => postpone do [Tell(43, 5)];
        state C {
            on_exit do [Tell(44, context.value(45, 8))];
            timeout context.clock(46, state.size());
            on timeout if context.guard(47, 1) => D { m: context.value(48, 5), n: context.value(49, 1) } do [Slow(50)];
            on P | timeout if context.guard(51, state.size()) => C;
            on timeout => move |state: &Life, context: &mut World| context.travel(52, state.size() + home);
            on R | W => stay;
            on U(_) | P => postpone do [Tell(53, context.value(54, 8)), Tell(55, context.value(56, 3))];
        }
        superstate Inner {
            on_exit do [Tell(57, context.value(58, state.size()))];
            every context.clock(59, state.size()) => move |state: &Life, context: &mut World| context.travel(60, state.size() + home);
            every context.clock(61, state.size()) => stay;
            on W if context.guard(62, state.size()) => reject;
            state A {
                on_entry |state: &Life, context: &mut World| context.hook(63, state.size());
                on_exit do [Risk(64), Slow(65)];
                timeout context.clock(66, state.size());
                on timeout if context.guard(67, 3) => D { m: 8, n: 3 } do [Tell(68, 8)];
                on timeout => |state: &Life, context: &mut World| context.travel(69, state.size());
                every context.clock(70, state.size()) => A { n: context.value(71, 5) };
                on Q(k) if context.guard(72, k + state.size()) => stay do [Tell(73, k), Tell(74, context.value(75, k))];
                on R { k: j } => D { m: j, n: 0 } do [Tell(76, context.value(77, j))];
                on U(_) if context.guard(78, state.size()) && context.guard(79, state.size()) => stay do [Tell(80, context.value(81, 6))];
                on T => stay do [Tell(82, context.value(83, 0))];
            }
        }
    }
    any {
        on Jump(0) => A { n: context.value(84, state.size()) };
        on Jump(1) => B(context.value(85, 6));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(86, state.size()), n: context.value(87, state.size()) };
        on Jump(4) => E(6, context.value(88, state.size()));
        on Jump(5) => F { n: context.value(89, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | U => |state: &Life, event: &Event, context: &mut World| context.travel(90, state.size() + event.size());
        on Q => postpone do [Tell(91, context.value(92, 0)), Note(93)];
        on R | W => B(7);
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(94, 6), Note(95)]; }
}
