//! A random machine, number 21. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::family::expression_member! {
    M21 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: B(1);

    state C {
        on_entry do [Tell(1, 8), Tell(2, context.value(3, 4))];
        on_exit do [Tell(4, context.value(5, 0))];
        timeout context.clock(6, state.size()) => |state: &Life, context: &mut World| context.travel(7, state.size());
        every context.clock(8, 8) => stay do [Note(9)];
        task context.errand(10, state.size());
        on Q if context.guard(11, state.size()) => stay;
        on T => stay do [Note(12), Note(13)];
    }
    state E(x, y) {
        on_entry |state: &Life, context: &mut World| context.hook(14, state.size());
        on_exit do [Tell(15, context.value(16, 0))];
        timeout context.clock(17, *x + *y) => A { n: context.value(18, 3) } do [Note(19)];
        task context.errand(20, *y);
        unhandled => stay;
        on R { k } => A { n: context.value(21, *y + k) } do [Tell(22, k), Tell(23, context.value(24, *y))];
        on Error(why) if context.guard(25, *x + why.code()) => E(context.value(26, *x + why.code()), 0) do [Tell(27, why.code()), Tell(28, 6)];
    }
    state F { n } {
        on_entry do [Note(29), Tell(30, context.value(31, *n))];
        on_exit do [Tell(32, 4), Tell(33, 8)];
        timeout context.clock(34, *n);
        on timeout => F { n: 5 } do [Tell(35, 3)];
        every context.clock(36, *n) => A { n: context.value(37, *n) } do [Tell(38, context.value(39, *n))];
        on U(1) => stay do [Tell(40, context.value(41, 1)), Tell(42, context.value(43, *n))];
        on P | T if context.guard(44, *n) => stay do [Note(45), Note(46)];
        on P | R => stay do [Tell(47, *n)];
    }
    superstate Outer {
        on_exit do [Note(48), Tell(49, context.value(50, 1))];
        timeout context.clock(51, state.size());
        on timeout if context.guard(52, 6) => A { n: context.value(53, state.size()) };
        on timeout => stay;
        every context.clock(54, state.size()) => B(context.value(55, state.size()));
        on R { k: j } => |state: &Life, event: &Event, context: &mut World| context.travel(56, state.size() + event.size());
        on T if context.guard(57, state.size()) => postpone;
        on T => C;
        on P | W if context.guard(58, state.size()) => A { n: context.value(59, 1) };
        state A { n: a } {
            on_exit do [Tell(60, 6)];
            timeout context.clock(61, *a);
            on timeout if context.guard(62, *a) => |state: &Life, context: &mut World| context.travel(63, state.size());
            on timeout => stay;
            every context.clock(64, *a) => stay { n: context.value(65, *a) } do [Tell(66, context.value(67, *a)), Tell(68, context.value(69, *a))];
            on P if context.guard(70, *a) => |state: &Life, event: &Event, context: &mut World| context.travel(71, state.size() + event.size());
            on P => A { n: context.value(72, *a) };
            on W => postpone;
            on R { k } if context.guard(73, *a) => |state: &Life, event: &Event, context: &mut World| context.travel(74, state.size() + event.size());
        }
        state B(b) {
            on_entry |state: &Life, context: &mut World| context.hook(75, state.size());
            on_exit |state: &Life, context: &mut World| context.hook(76, state.size());
            on timeout if context.guard(77, *b) => stay;
            task context.errand(78, *b);
            on Q(k) | R { k } => Good(7);
            on W => stay;
            on P if context.guard(79, *b) => postpone;
        }
    }
    superstate Inner {
        on_entry do [Tell(80, 7)];
        on_exit do [Note(81), Tell(82, 0)];
        every context.clock(83, state.size()) => |state: &Life, context: &mut World| context.travel(84, state.size());
        on W if context.guard(85, state.size()) => C;
        on R { k } => move |state: &Life, event: &Event, context: &mut World| context.travel(86, state.size() + event.size() + home);
        on W | Q(_) => stay do [Tell(87, context.value(88, 3)), Slow(89)];
        state D { n, m } {
            on_entry do [Tell(90, 2)];
            every context.clock(91, *n) => stay;
            every context.clock(92, *n + *m) => stay { n: context.value(93, *n + *m) };
            on T | U(_) if context.guard(94, *n + *m) => stay { n: context.value(95, *m) } do [Tell(96, *n)];
        }
        failure state Bad { n } { on_entry do [Tell(97, context.value(98, *n))]; }
    }
    unhandled => reject;
    any {
        on Jump(0) => A { n: context.value(99, 1) };
        on Jump(1) => B(context.value(100, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(101, 7), n: context.value(102, 1) };
        on Jump(4) => E(1, context.value(103, state.size()));
        on Jump(5) => F { n: context.value(104, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Error(why) if context.guard(105, why.code()) => B(context.value(106, why.code() + state.size())) do [Tell(107, 1), Note(108)];
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Note(109)]; }
}
