//! A random machine, from seed 101. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M17 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: D { m: 1, n: 1 };

    state E {
        every context.clock(1, 4) => D { m: 3, n: context.value(2, 1) };
        task context.errand(3, state.size());
        on P | W if context.guard(4, 4) => |state: &Life, event: &Event, context: &mut World| context.travel(5, state.size() + event.size());
        on Q(0) => stay do [Risk(6)];
        on U(_) if context.guard(7, state.size()) && context.guard(8, 4) => F { n: context.value(9, 8) } do [Slow(10)];
        on W | R if context.guard(11, state.size()) && context.guard(12, state.size()) => stay do [Note(13)];
        on Error(why) if context.guard(14, 6) => stay do [Tell(15, context.value(16, why.code()))];
    }
    state F { n } {
        on_exit do [Tell(17, 2), Tell(18, context.value(19, 6))];
        timeout context.clock(20, *n) => A { n: context.value(21, *n) };
        every context.clock(22, 6) => F { n: context.value(23, *n) } do [Tell(24, context.value(25, 5)), Tell(26, 0)];
        task context.errand(27, *n);
        unhandled => move |state: &Life, event: &Event, context: &mut World| context.refuse(28, state.size() + event.size() + home);
        on P | Q(_) => postpone do [Note(29), Tell(30, context.value(31, *n))];
        on R if context.guard(32, *n) => postpone do [Note(33), Tell(34, *n)];
        on Error(why) if context.guard(35, why.code()) => |state: &Life, event: &Event, context: &mut World| context.travel(36, state.size() + event.size());
    }
    state A {
        on_entry move |state: &Life, context: &mut World| context.hook(37, state.size() + home);
        timeout context.clock(38, state.size());
        on timeout => A { n: 1 };
        on W if context.guard(39, 4) => D { m: context.value(40, 5), n: context.value(41, 6) };
        on Q => E(8, 6);
        on U(k) | R { k } if context.guard(42, k + state.size()) => stay do [Note(43)];
    }
    state C {
        on_entry do [Tell(44, context.value(45, 8))];
        on_exit |state: &Life, context: &mut World| context.hook(46, state.size());
        on P => stay do [Tell(47, context.value(48, 8))];
    }
    superstate Inner {
        on_entry do [Tell(49, 1), Tell(50, context.value(51, 6))];
        on_exit |state: &Life, context: &mut World| context.hook(52, state.size());
        every context.clock(53, 2) => stay;
        on W | U(_) => postpone do [Slow(54), Tell(55, 4)];
        on T if context.guard(56, 5) => |state: &Life, event: &Event, context: &mut World| context.travel(57, state.size() + event.size());
        on T if context.guard(58, state.size()) => reject;
        on R => |state: &Life, event: &Event, context: &mut World| context.travel(59, state.size() + event.size());
        on Error(why) if context.guard(60, why.code() + state.size()) && context.guard(61, why.code() + state.size()) => E(why.code(), context.value(62, why.code())) do [Tell(63, context.value(64, 8)), Tell(65, context.value(66, why.code()))];
        state D { n, m } {
            timeout context.clock(67, *n + *m);
            on timeout => move |state: &Life, context: &mut World| context.travel(68, state.size() + home);
            unhandled => |state: &Life, event: &Event, context: &mut World| context.refuse(69, state.size() + event.size());
            on Q => C;
            on R { k } | U(k) if context.guard(70, *m + k) && context.guard(71, *n + *m + k) => postpone;
            on T => Good(7) do [Tell(72, context.value(73, *m)), Tell(74, 4)];
            on W if context.guard(75, *n + *m) => stay do [Tell(76, *n)];
            on R => stay;
        }
    }
    superstate Other {
        on_exit do [Note(77)];
        every context.clock(78, state.size()) => stay do [Note(79), Risk(80)];
        task context.errand(81, state.size());
        on P if context.guard(82, state.size()) && context.guard(83, state.size()) => reject;
        on P if context.guard(84, 6) => stay;
        on Error(why) if context.guard(85, why.code()) => E(why.code(), why.code()) do [Tell(86, context.value(87, state.size())), Note(88)];
        state B(_) {
            on_exit do [Slow(89)];
            task context.errand(90, state.size());
            on Q(_) => postpone;
            on T | R if context.guard(91, state.size()) => A { n: context.value(92, 7) };
            on Error(why) if context.guard(93, why.code() + state.size()) => C do [Tell(94, context.value(95, why.code())), Tell(96, context.value(97, why.code()))];
        }
    }
    any {
        on Jump(0) => A { n: context.value(98, state.size()) };
        on Jump(1) => B(context.value(99, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(100, state.size()), n: context.value(101, state.size()) };
        on Jump(4) => E(6, context.value(102, state.size()));
        on Jump(5) => F { n: context.value(103, 6) };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on Q | T => stay do [Risk(104), Tell(105, 0)];
        on R | W => postpone do [Tell(106, context.value(107, state.size())), Tell(108, context.value(109, state.size()))];
        on P => F { n: 2 } do [Tell(110, context.value(111, state.size()))];
        on U => postpone do [Tell(112, context.value(113, 4))];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad { n } { on_entry do [Note(114), Tell(115, 0)]; }
}
