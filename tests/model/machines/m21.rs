//! A random machine, from seed 105. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M21 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: F { n: 1 };

    state D { n, m } {
        on_entry do [Tell(1, 4), Tell(2, 0)];
        on_exit |state: &Life, context: &mut World| context.hook(3, state.size());
        every context.clock(4, *n) => B(context.value(5, *n + *m));
        every context.clock(6, *n) => |state: &Life, context: &mut World| context.travel(7, state.size());
        every context.clock(8, *n + *m) => B(*n) do [Tell(9, 2)];
        on Q | T if context.guard(10, *m) => |state: &Life, event: &Event, context: &mut World| context.travel(11, state.size() + event.size());
        on P if context.guard(12, *n + *m) => C do [Note(13)];
    }
    superstate Outer {
        on_entry |state: &Life, context: &mut World| context.hook(14, state.size());
        on Q(k) if context.guard(15, 8) => stay do [Note(16), Note(17)];
        on R { k: 2 } if context.guard(18, state.size()) => E(context.value(19, 0), context.value(20, 8));
        on W if context.guard(21, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(22, state.size() + event.size());
        state E(x, y) {
            on_entry |state: &Life, context: &mut World| context.hook(23, state.size());
            on_exit do [Note(24), Note(25)];
            timeout context.clock(26, *x + *y) => E(context.value(27, *x + *y), context.value(28, *y));
            on P | U(_) => stay;
            on Jump(_) => postpone do [Note(29)];
            on Error(why) if context.guard(30, why.code()) => C;
        }
    }
    superstate Inner {
        on_exit do [Risk(31)];
        task context.errand(32, 1);
        on R { k } => postpone do [Note(33), Tell(34, context.value(35, k + state.size()))];
        on U(_) => A { n: 2 } do [Tell(36, 0)];
        on Q(1) => |state: &Life, event: &Event, context: &mut World| context.travel(37, state.size() + event.size());
        state A { n } {
            on_exit do [Tell(38, context.value(39, *n))];
            timeout context.clock(40, *n);
            on timeout => B(*n);
            every context.clock(41, *n) => A { n: *n };
            every context.clock(42, *n) => |state: &Life, context: &mut World| context.travel(43, state.size());
            on P => Good(7) do [Note(44), Tell(45, context.value(46, *n))];
            on W => D { m: context.value(47, *n), n: 0 };
            on U(k) if context.guard(48, *n) => Good(7) do [Note(49)];
        }
        state C {
            on_entry |state: &Life, context: &mut World| context.hook(50, state.size());
            every context.clock(51, state.size()) => |state: &Life, context: &mut World| context.travel(52, state.size());
            on Q(1) if context.guard(53, state.size()) => stay do [Note(54)];
            on Q if context.guard(55, 8) => stay do [Tell(56, 8)];
        }
    }
    superstate Other {
        on_entry do [Note(57), Tell(58, 6)];
        timeout context.clock(59, state.size()) => B(context.value(60, state.size())) do [Tell(61, context.value(62, state.size()))];
        every context.clock(63, 0) => C;
        every context.clock(64, state.size()) => stay do [Slow(65), Risk(66)];
        task context.errand(67, state.size());
        on P => F { n: 6 } do [Note(68)];
        on W => postpone;
        state B(_) {
            on_exit |state: &Life, context: &mut World| context.hook(69, state.size());
            timeout context.clock(70, 0);
            on timeout => A { n: 6 } do [Tell(71, context.value(72, 5))];
            task context.errand(73, state.size());
            on P if context.guard(74, 2) && context.guard(75, 4) => move |state: &Life, event: &Event, context: &mut World| context.travel(76, state.size() + event.size() + home);
            on P => E(context.value(77, 4), context.value(78, 2)) do [Note(79)];
            on W | U(_) if context.guard(80, state.size()) && context.guard(81, state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(82, state.size() + event.size());
            on T => B(4) do [Note(83)];
        }
        state F {
            on_entry do [Tell(84, 3), Note(85)];
            on_exit |state: &Life, context: &mut World| context.hook(86, state.size());
            on P | Q(_) => Good(7);
            on T | U(_) if context.guard(87, 4) => stay do [Tell(88, context.value(89, 1)), Tell(90, 4)];
            on Error(why) if context.guard(91, why.code() + state.size()) => F { n: context.value(92, why.code()) };
        }
    }
    any {
        on Jump(0) => A { n: context.value(93, state.size()) };
        on Jump(1) => B(context.value(94, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: 8, n: context.value(95, state.size()) };
        on Jump(4) => E(context.value(96, state.size()), context.value(97, 8));
        on Jump(5) => F { n: 2 };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on R => D { m: context.value(98, state.size()), n: context.value(99, 6) };
        on Q | U => postpone;
        on P => F { n: context.value(100, state.size()) } do [Tell(101, 2), Tell(102, context.value(103, state.size()))];
        on W => F { n: 5 } do [Note(104), Tell(105, context.value(106, 2))];
        on Error(why) if context.guard(107, why.code()) => B(why.code()) do [Note(108)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Tell(109, *n)]; }
    failure state Bad;
}
