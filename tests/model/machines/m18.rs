//! A random machine, number 18. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::expression_member! {
    M18 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state A { n } {
        on_entry do [Tell(1, context.value(2, *n)), Tell(3, 5)];
        on R { k: j } if context.guard(4, *n + j) => postpone do [Tell(5, context.value(6, j))];
        on U(0) => postpone do [Note(7), Note(8)];
        on Error(why) if context.guard(9, *n) => C;
    }
    superstate Outer {
        on_entry do [Slow(10), Tell(11, 8)];
        on Q(_) if context.guard(12, 8) => F { n: 3 } do [Note(13)];
        state B {
            on_entry do [Slow(14)];
            task context.errand(15, 3);
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(16, state.size() + event.size());
            on Q(_) if context.guard(17, state.size()) => reject;
            on U(0) => F { n: context.value(18, 2) } do [Slow(19)];
        }
        failure state Bad { n } { on_entry do [Tell(20, *n), Note(21)]; }
    }
    superstate Inner {
        on_entry move |state: &Life, context: &mut World| context.hook(22, state.size() + home);
        every context.clock(23, state.size()) => E(context.value(24, state.size()), context.value(25, state.size())) do [Tell(26, context.value(27, state.size()))];
        on P | Q(_) if context.guard(28, state.size()) => stay do [Tell(29, context.value(30, state.size()))];
        on U(k) if context.guard(31, k + state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(32, state.size() + event.size());
        on W => stay;
        on Error(why) if context.guard(33, state.size()) => B(why.code()) do [Tell(34, context.value(35, why.code())), Tell(36, context.value(37, why.code() + state.size()))];
        state D { n, m } {
            on_entry do [Tell(38, context.value(39, *n + *m)), Tell(40, 2)];
            on P => E(context.value(41, *n + *m), 5);
        }
        state F { n } {
            on_exit do [Note(42)];
            timeout context.clock(43, *n) => B(*n);
            on T if context.guard(44, 6) => stay do [Tell(45, 1)];
            on R => stay { n: context.value(46, *n) } do [Tell(47, context.value(48, 3)), Note(49)];
            on T | W if context.guard(50, *n) => stay { n: context.value(51, 7) } do [Note(52), Tell(53, context.value(54, *n))];
        }
    }
    superstate Other {
        on_entry |state: &Life, context: &mut World| context.hook(55, state.size());
        on_exit do [Note(56), Tell(57, 1)];
        timeout context.clock(58, state.size());
        on timeout if context.guard(59, 5) => move |state: &Life, context: &mut World| context.travel(60, state.size() + home);
        on timeout => |state: &Life, context: &mut World| context.travel(61, state.size());
        every context.clock(62, 4) => |state: &Life, context: &mut World| context.travel(63, state.size());
        unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(64, state.size() + event.size());
        on Q(_) if context.guard(65, 5) => B(context.value(66, state.size())) do [Note(67)];
        on U(0) => A { n: 2 } do [Tell(68, context.value(69, state.size())), Note(70)];
        state C {
            on_exit do [Tell(71, context.value(72, 7)), Tell(73, context.value(74, 7))];
            timeout context.clock(75, state.size()) => E(context.value(76, 3), 0) do [Slow(77)];
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(78, state.size() + event.size());
            on T if context.guard(79, state.size()) => reject;
            on T => move |state: &Life, event: &Event, context: &mut World| context.travel(80, state.size() + event.size() + home);
            on R { k: j } => E(context.value(81, j), context.value(82, 5));
            on U(_) | W => stay do [Tell(83, context.value(84, 0)), Note(85)];
            on Error(why) if context.guard(86, why.code() + state.size()) => stay;
        }
        state E(x, _) {
            on_entry do [Tell(87, *x)];
            on_exit do [Tell(88, *x)];
            every context.clock(89, 4) => E(6, context.value(90, *x));
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(91, state.size() + event.size());
            on W if context.guard(92, 1) && context.guard(93, *x) => E(*x, context.value(94, 2));
            on T if context.guard(95, *x) => stay do [Tell(96, 0), Tell(97, context.value(98, 0))];
            on T if context.guard(99, 8) && context.guard(100, 8) => postpone do [Tell(101, 0)];
            on T if context.guard(102, *x) => stay;
        }
    }
    any {
        on Jump(0) => A { n: context.value(103, state.size()) };
        on Jump(1) => B(context.value(104, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 6, n: context.value(105, state.size()) };
        on Jump(4) => E(context.value(106, state.size()), context.value(107, 4));
        on Jump(5) => F { n: context.value(108, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | R | W => postpone;
        on U => stay do [Tell(109, context.value(110, state.size()))];
        on Q => C;
        on Error(why) if context.guard(111, state.size()) => stay;
        on Error(why) if context.guard(112, why.code()) => |state: &Life, event: &Event, context: &mut World| context.travel(113, state.size() + event.size());
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
}
