//! A random machine, from seed 105. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M21 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state C {
        on_entry |state: &Life, context: &mut World| context.hook(1, state.size());
        on_exit do [Tell(2, 0)];
        every context.clock(3, state.size()) => move |state: &Life, context: &mut World| context.travel(4, state.size() + home);
        every context.clock(5, 1) => C;
        on T if context.guard(6, state.size()) => postpone;
        on U(0) => E(context.value(7, 5), context.value(8, 0));
    }
    superstate Outer {
        on_entry do [Slow(9), Tell(10, context.value(11, state.size()))];
        on_exit |state: &Life, context: &mut World| context.hook(12, state.size());
        on U(_) | Q(_) => reject;
        on P if context.guard(13, 4) => D { m: 1, n: context.value(14, state.size()) } do [Note(15), Note(16)];
        state D { n, m } {
            on_entry do [Note(17), Tell(18, context.value(19, *n + *m))];
            on_exit do [Slow(20), Tell(21, *m)];
            every context.clock(22, *n) => stay { n: context.value(23, *m) };
            timeout context.clock(24, *n + *m) => E(context.value(25, 6), context.value(26, *n + *m));
            every context.clock(27, *n) => F { n: context.value(28, *n + *m) } do [Note(29), Slow(30)];
            on Q(k) if context.guard(31, *n + *m + k) => B(0);
            on Q | W => |state: &Life, event: &Event, context: &mut World| context.travel(32, state.size() + event.size());
        }
    }
    superstate Inner {
        on_entry do [Tell(33, context.value(34, 2))];
        on_exit move |state: &Life, context: &mut World| context.hook(35, state.size() + home);
        task context.errand(36, 1);
        on R { k } => postpone do [Note(37), Tell(38, context.value(39, k + state.size()))];
        on U(_) => A { n: 2 } do [Tell(40, 0)];
        on Q(1) => |state: &Life, event: &Event, context: &mut World| context.travel(41, state.size() + event.size());
        state B(b) {
            on_exit do [Tell(42, context.value(43, *b))];
            timeout context.clock(44, *b);
            on timeout => B(*b);
            every context.clock(45, *b) => A { n: *b };
            every context.clock(46, *b) => |state: &Life, context: &mut World| context.travel(47, state.size());
            on P => Good(7) do [Note(48), Tell(49, context.value(50, *b))];
            on W => D { m: context.value(51, *b), n: 0 };
            on U(k) if context.guard(52, *b) => Good(7) do [Note(53)];
        }
    }
    superstate Other {
        on_entry do [Tell(54, context.value(55, 8))];
        every context.clock(56, 2) => stay;
        task context.errand(57, state.size());
        on R | T => stay do [Tell(58, 8)];
        on Q if context.guard(59, state.size()) => postpone;
        on U(k) if context.guard(60, k) => move |state: &Life, event: &Event, context: &mut World| context.travel(61, state.size() + event.size() + home);
        on P => reject;
        state A { n } {
            on_exit |state: &Life, context: &mut World| context.hook(62, state.size());
            unhandled => stay;
            on W if context.guard(63, *n) => stay do [Tell(64, 0)];
            on U(_) if context.guard(65, 2) => E(*n, *n) do [Note(66)];
            on P if context.guard(67, *n) => E(5, 2) do [Note(68)];
        }
        state E {
            on_entry do [Tell(69, context.value(70, 0)), Tell(71, 4)];
            every context.clock(72, state.size()) => stay do [Tell(73, context.value(74, 8)), Tell(75, 2)];
            task context.errand(76, state.size());
            on U(k) => |state: &Life, event: &Event, context: &mut World| context.travel(77, state.size() + event.size());
            on T if context.guard(78, 1) => postpone do [Slow(79), Risk(80)];
            on R { k: j } => postpone;
        }
        state F { n } {
            on_entry do [Tell(81, context.value(82, *n)), Tell(83, *n)];
            timeout context.clock(84, 0) => stay do [Tell(85, context.value(86, 4))];
            every context.clock(87, *n) => stay { n: context.value(88, *n) } do [Tell(89, *n)];
            task context.errand(90, *n);
            on R { k } if context.guard(91, *n + k) => postpone;
            on R { k: 0 } if context.guard(92, *n) => C do [Tell(93, *n)];
        }
    }
    any {
        on Jump(0) => A { n: 3 };
        on Jump(1) => B(context.value(94, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(95, 6), n: context.value(96, 1) };
        on Jump(4) => E(context.value(97, 3), context.value(98, state.size()));
        on Jump(5) => F { n: context.value(99, 4) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on R => reject;
        on P | Q | U => B(context.value(100, state.size())) do [Slow(101), Tell(102, context.value(103, 7))];
        on W => A { n: context.value(104, 3) } do [Tell(105, context.value(106, 1))];
        on Error(why) if context.guard(107, why.code() + state.size()) && context.guard(108, state.size()) => B(7);
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Note(109), Note(110)]; }
    failure state Bad { n } { on_entry do [Note(111)]; }
}
