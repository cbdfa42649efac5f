//! A random machine, from seed 106. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M22 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state A { n } {
        on_entry |state: &Life, context: &mut World| context.hook(1, state.size());
        on_exit do [Tell(2, context.value(3, *n)), Note(4)];
        task context.errand(5, 1);
        on Q | T => A { n: context.value(6, *n) } do [Note(7), Tell(8, context.value(9, 3))];
    }
    state D {
        on_entry do [Note(10), Tell(11, context.value(12, 2))];
        on_exit do [Risk(13), Tell(14, context.value(15, 6))];
        timeout context.clock(16, 5);
        on timeout => move |state: &Life, context: &mut World| context.travel(17, state.size() + home);
        task context.errand(18, state.size());
        on T | W if context.guard(19, state.size()) && context.guard(20, state.size()) => move |state: &Life, event: &Event, context: &mut World| context.travel(21, state.size() + event.size() + home);
        on Q(k) if context.guard(22, k + state.size()) => B(0) do [Tell(23, k)];
        on U(k) if context.guard(24, k + state.size()) => postpone;
        on U(k) if context.guard(25, state.size()) => postpone;
        on T => |state: &Life, event: &Event, context: &mut World| context.travel(26, state.size() + event.size());
        on Error(why) if context.guard(27, why.code()) => A { n: why.code() } do [Note(28), Note(29)];
    }
    state B {
        on_exit |state: &Life, context: &mut World| context.hook(30, state.size());
        task context.errand(31, state.size());
        on R { k } if context.guard(32, state.size()) => A { n: k };
        on W => D { m: context.value(33, 4), n: context.value(34, 4) } do [Slow(35), Tell(36, context.value(37, 0))];
    }
    superstate Outer {
        on_entry do [Tell(38, context.value(39, state.size())), Tell(40, context.value(41, 2))];
        on_exit do [Tell(42, context.value(43, state.size())), Tell(44, context.value(45, state.size()))];
        every context.clock(46, state.size()) => A { n: context.value(47, state.size()) };
        every context.clock(48, state.size()) => D { m: context.value(49, 0), n: context.value(50, state.size()) } do [Tell(51, context.value(52, state.size()))];
        every context.clock(53, state.size()) => |state: &Life, context: &mut World| context.travel(54, state.size());
        unhandled => stay;
        on T => move |state: &Life, event: &Event, context: &mut World| context.travel(55, state.size() + event.size() + home);
        on W => |state: &Life, event: &Event, context: &mut World| context.travel(56, state.size() + event.size());
        state E {
            on_entry do [Note(57), Tell(58, context.value(59, 8))];
            timeout context.clock(60, state.size());
            on timeout if context.guard(61, state.size()) && context.guard(62, state.size()) => stay;
            on P | timeout if context.guard(63, state.size()) => D { m: context.value(64, 1), n: context.value(65, 2) };
            on timeout => D { m: 5, n: context.value(66, 6) };
            every context.clock(67, 1) => C do [Tell(68, context.value(69, 1)), Tell(70, context.value(71, 0))];
            on W => |state: &Life, event: &Event, context: &mut World| context.travel(72, state.size() + event.size());
            on P => stay do [Risk(73), Tell(74, context.value(75, 6))];
            on Q(k) => reject;
            on Error(why) if context.guard(76, why.code()) => E(context.value(77, 4), context.value(78, why.code())) do [Note(79), Tell(80, why.code())];
        }
        state F {
            on_entry do [Tell(81, context.value(82, 4)), Note(83)];
            every context.clock(84, state.size()) => E(context.value(85, 4), context.value(86, 0));
            every context.clock(87, 6) => |state: &Life, context: &mut World| context.travel(88, state.size());
            on T | R => B(context.value(89, 8));
        }
    }
    superstate Other {
        on_entry |state: &Life, context: &mut World| context.hook(90, state.size());
        on_exit do [Risk(91)];
        task context.errand(92, state.size());
        on R { k: 0 } => move |state: &Life, event: &Event, context: &mut World| context.travel(93, state.size() + event.size() + home);
        on P if context.guard(94, state.size()) => reject;
        state C {
            on_entry do [Note(95)];
            on_exit |state: &Life, context: &mut World| context.hook(96, state.size());
            every context.clock(97, 0) => |state: &Life, context: &mut World| context.travel(98, state.size());
            task context.errand(99, state.size());
            on W => stay do [Note(100), Tell(101, 0)];
            on Q(_) | T if context.guard(102, state.size()) => D { m: context.value(103, 5), n: context.value(104, 2) } do [Tell(105, context.value(106, 8))];
            on T | P => stay do [Tell(107, context.value(108, 1))];
        }
    }
    unhandled => stay;
    any {
        on Jump(0) => A { n: context.value(109, state.size()) };
        on Jump(1) => B(1);
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(110, 1), n: 3 };
        on Jump(4) => E(context.value(111, state.size()), context.value(112, state.size()));
        on Jump(5) => F { n: context.value(113, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Note(114), Note(115)]; }
}
