//! A random machine, from seed 104. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M20 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state A { n } {
        on_entry move |state: &Life, context: &mut World| context.hook(1, state.size() + home);
        on_exit do [Risk(2)];
        timeout context.clock(3, *n);
        every context.clock(4, *n) => A { n: context.value(5, *n) } do [Tell(6, context.value(7, 2)), Tell(8, context.value(9, 8))];
        on Q(_) => |state: &Life, event: &Event, context: &mut World| context.travel(10, state.size() + event.size());
        on P | U(_) if context.guard(11, 8) => stay do [Note(12), Note(13)];
    }
    superstate Outer {
        on_exit do [Tell(14, context.value(15, state.size())), Risk(16)];
        every context.clock(17, state.size()) => D { m: context.value(18, state.size()), n: context.value(19, state.size()) };
        on U(k) | R { k } => C do [Tell(20, 6), Note(21)];
        on W if context.guard(22, 2) => C;
        state C {
            on_entry move |state: &Life, context: &mut World| context.hook(23, state.size() + home);
            on_exit do [Risk(24), Tell(25, context.value(26, 2))];
            timeout context.clock(27, 0) => stay do [Risk(28)];
            every context.clock(29, state.size()) => D { m: 6, n: context.value(30, 2) } do [Tell(31, context.value(32, 6))];
            on Q(k) if context.guard(33, k + state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(34, state.size() + event.size() + home);
            on R if context.guard(35, 7) => stay do [Note(36)];
        }
        superstate Inner {
            on_entry do [Tell(37, context.value(38, state.size()))];
            on_exit |state: &Life, context: &mut World| context.hook(39, state.size());
            task context.errand(40, 5);
            unhandled => reject;
            on U(0) if context.guard(41, state.size()) => reject;
            on R { k } | Q(k) if context.guard(42, k + state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(43, state.size() + event.size() + home);
            state B(b) {
                on_exit |state: &Life, context: &mut World| context.hook(44, state.size());
                every context.clock(45, 6) => stay;
                timeout context.clock(46, *b) => stay;
                task context.errand(47, *b);
                unhandled => postpone;
                on U(_) | R => stay do [Tell(48, *b)];
                on Error(why) if context.guard(49, *b + why.code()) => |state: &Life, event: &Event, context: &mut World| context.travel(50, state.size() + event.size());
            }
            state E {
                on_entry do [Tell(51, 5)];
                on W if context.guard(52, state.size()) => stay do [Tell(53, context.value(54, 0)), Tell(55, context.value(56, 1))];
            }
            state F { n } {
                on_entry |state: &Life, context: &mut World| context.hook(57, state.size());
                on_exit do [Tell(58, 3), Tell(59, 3)];
                on R { k: 0 } if context.guard(60, 5) => B(6);
                on W if context.guard(61, *n) => C do [Tell(62, context.value(63, *n)), Tell(64, context.value(65, 7))];
                on Q(1) if context.guard(66, 4) => stay do [Risk(67), Tell(68, context.value(69, *n))];
            }
        }
    }
    superstate Other {
        on_exit |state: &Life, context: &mut World| context.hook(70, state.size());
        every context.clock(71, 6) => F { n: 2 } do [Note(72)];
        on U(_) | Q(_) if context.guard(73, 5) => stay do [Slow(74)];
        on P => stay;
        on Q(1) => |state: &Life, event: &Event, context: &mut World| context.travel(75, state.size() + event.size());
        on Error(why) if context.guard(76, why.code()) => stay do [Note(77), Slow(78)];
        state D { m, .. } {
            every context.clock(79, 6) => |state: &Life, context: &mut World| context.travel(80, state.size());
            timeout context.clock(81, 7);
            on timeout if context.guard(82, *m) => F { n: *m };
            on P | timeout if context.guard(83, *m) => D { m: context.value(84, *m), n: *m };
            every context.clock(85, *m) => move |state: &Life, context: &mut World| context.travel(86, state.size() + home);
            on R { k } if context.guard(87, *m + k) && context.guard(88, *m + k) => reject;
            on W if context.guard(89, 6) => C do [Note(90), Note(91)];
            on P if context.guard(92, 7) => |state: &Life, event: &Event, context: &mut World| context.travel(93, state.size() + event.size());
            on T => postpone do [Tell(94, *m), Tell(95, 3)];
        }
    }
    any {
        on Jump(0) => A { n: context.value(96, state.size()) };
        on Jump(1) => B(context.value(97, 3));
        on Jump(2) => C;
        on Jump(3) => D { m: 0, n: context.value(98, state.size()) };
        on Jump(4) => E(1, context.value(99, 0));
        on Jump(5) => F { n: 2 };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on timeout if context.guard(100, state.size()) => A { n: 3 };
        on timeout => A { n: context.value(101, state.size()) } do [Tell(102, context.value(103, state.size()))];
        on P | Q | R => move |state: &Life, event: &Event, context: &mut World| context.travel(104, state.size() + event.size() + home);
        on W => E(0, context.value(105, state.size())) do [Note(106), Tell(107, context.value(108, state.size()))];
        on T | U => |state: &Life, event: &Event, context: &mut World| context.travel(109, state.size() + event.size());
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Tell(110, context.value(111, *n)), Note(112)]; }
}
