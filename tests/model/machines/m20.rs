//! A random machine, from seed 104. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M20 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state B {
        on_entry do [Tell(1, 0), Risk(2)];
        on_exit do [Slow(3)];
        task context.errand(4, state.size());
        on T if context.guard(5, state.size()) => stay do [Tell(6, context.value(7, 3))];
        on U(_) if context.guard(8, 8) => reject;
        on P | U(_) if context.guard(9, 8) => stay do [Note(10), Note(11)];
    }
    superstate Outer {
        on_exit do [Tell(12, context.value(13, state.size())), Risk(14)];
        every context.clock(15, state.size()) => D { m: context.value(16, state.size()), n: context.value(17, state.size()) };
        on U(k) | R { k } => C do [Tell(18, 6), Note(19)];
        on W if context.guard(20, 2) => C;
        state D {
            on_entry move |state: &Life, context: &mut World| context.hook(21, state.size() + home);
            on_exit do [Risk(22), Tell(23, context.value(24, 2))];
            timeout context.clock(25, 0) => stay do [Risk(26)];
            every context.clock(27, state.size()) => D { m: 6, n: context.value(28, 2) } do [Tell(29, context.value(30, 6))];
            on Q(k) if context.guard(31, k + state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(32, state.size() + event.size() + home);
            on R if context.guard(33, 7) => stay do [Note(34)];
        }
        superstate Inner {
            on_entry do [Tell(35, context.value(36, state.size()))];
            on_exit |state: &Life, context: &mut World| context.hook(37, state.size());
            task context.errand(38, 5);
            unhandled => reject;
            on U(0) if context.guard(39, state.size()) => reject;
            on R { k } | Q(k) if context.guard(40, k + state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(41, state.size() + event.size() + home);
            state A { n } {
                on_exit |state: &Life, context: &mut World| context.hook(42, state.size());
                every context.clock(43, 6) => stay { n: context.value(44, *n) } do [Tell(45, 4), Tell(46, 1)];
                timeout context.clock(47, *n);
                on timeout if context.guard(48, 8) && context.guard(49, *n) => stay do [Tell(50, *n)];
                on timeout => E(context.value(51, *n), context.value(52, 2)) do [Tell(53, context.value(54, 6)), Note(55)];
                task context.errand(56, *n);
                on Q | W => A { n: *n } do [Tell(57, *n), Tell(58, *n)];
                on P if context.guard(59, *n) => |state: &Life, event: &Event, context: &mut World| context.travel(60, state.size() + event.size());
            }
            state C {
                on_entry do [Risk(61)];
                task context.errand(62, state.size());
                on Q | P => stay;
                on Error(why) if context.guard(63, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(64, state.size() + event.size() + home);
            }
            state F { n } {
                on_exit do [Tell(65, context.value(66, *n)), Tell(67, context.value(68, 7))];
                timeout context.clock(69, *n);
                on timeout if context.guard(70, 4) && context.guard(71, *n) => stay do [Note(72), Slow(73)];
                on timeout => |state: &Life, context: &mut World| context.travel(74, state.size());
                every context.clock(75, *n) => stay do [Tell(76, context.value(77, *n))];
                on R { k } | U(k) => F { n: context.value(78, *n + k) };
                on W if context.guard(79, 7) && context.guard(80, 6) => reject;
                on Error(why) if context.guard(81, *n) && context.guard(82, why.code()) => C;
            }
        }
    }
    superstate Other {
        on_entry move |state: &Life, context: &mut World| context.hook(83, state.size() + home);
        every context.clock(84, 1) => C do [Slow(85), Tell(86, context.value(87, state.size()))];
        task context.errand(88, state.size());
        unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(89, state.size() + event.size());
        on T if context.guard(90, state.size()) => F { n: context.value(91, state.size()) };
        on R { k: j } if context.guard(92, j) => A { n: j };
        on W if context.guard(93, state.size()) => stay;
        on Q(_) => postpone do [Tell(94, 1)];
        on Error(why) if context.guard(95, why.code()) => |state: &Life, event: &Event, context: &mut World| context.travel(96, state.size() + event.size());
        state E(x, y) {
            on_entry |state: &Life, context: &mut World| context.hook(97, state.size());
            on Q if context.guard(98, *y) => D { m: 3, n: context.value(99, *x + *y) };
            on Q(0) if context.guard(100, *x + *y) => C;
            on T => stay;
        }
    }
    any {
        on Jump(0) => A { n: context.value(101, 0) };
        on Jump(1) => B(3);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(102, state.size()), n: context.value(103, state.size()) };
        on Jump(4) => E(0, context.value(104, state.size()));
        on Jump(5) => F { n: context.value(105, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on P | Q | U => postpone do [Tell(106, context.value(107, 6)), Note(108)];
        on R | W => stay;
        on T => postpone do [Note(109), Tell(110, context.value(111, 4))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
