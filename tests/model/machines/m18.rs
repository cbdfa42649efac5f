//! A random machine, number 18. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change the generator, not this.

crate::model::family::expression_member! {
    M18 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: E(1, 1);

    state A { n } {
        on_entry do [Tell(1, context.value(2, *n)), Tell(3, 5)];
        on R { k: j } if context.guard(4, *n + j) => postpone do [Tell(5, context.value(6, j))];
        on U(0) => postpone do [Note(7), Note(8)];
        on Error(why) if context.guard(9, *n) => D { m: 2, n: context.value(10, *n + why.code()) };
    }
    superstate Outer {
        timeout context.clock(11, state.size()) => B(context.value(12, state.size())) do [Tell(13, 1)];
        on R { k } | Q(k) => F { n: 0 } do [Tell(14, k)];
        on T if context.guard(15, state.size()) && context.guard(16, state.size()) => E(context.value(17, state.size()), context.value(18, state.size()));
        on U(_) if context.guard(19, state.size()) => F { n: context.value(20, 5) };
        state B {
            on_entry |state: &Life, context: &mut World| context.hook(21, state.size());
            on_exit do [Tell(22, context.value(23, 0))];
            every context.clock(24, 7) => F { n: context.value(25, 8) };
            timeout context.clock(26, state.size()) => stay do [Tell(27, context.value(28, 7)), Note(29)];
            every context.clock(30, 7) => C;
            unhandled => reject;
            on Q(1) => postpone do [Tell(31, context.value(32, 0)), Tell(33, 5)];
            on R { k: 2 } => stay;
            on Error(why) if context.guard(34, state.size()) => F { n: context.value(35, why.code()) } do [Risk(36)];
        }
    }
    superstate Inner {
        every context.clock(37, state.size()) => B(context.value(38, state.size())) do [Tell(39, context.value(40, 2)), Tell(41, context.value(42, state.size()))];
        every context.clock(43, state.size()) => D { m: context.value(44, 6), n: context.value(45, state.size()) } do [Tell(46, context.value(47, state.size())), Tell(48, 5)];
        on T => postpone do [Risk(49)];
        state D {
            on_entry move |state: &Life, context: &mut World| context.hook(50, state.size() + home);
            on_exit do [Tell(51, context.value(52, 4))];
            timeout context.clock(53, state.size()) => A { n: context.value(54, 5) };
            task context.errand(55, state.size());
            unhandled => postpone;
            on R => A { n: context.value(56, 3) } do [Tell(57, context.value(58, 3)), Tell(59, context.value(60, 0))];
            on W if context.guard(61, state.size()) => stay do [Note(62)];
            on U(1) if context.guard(63, 1) => |state: &Life, event: &Event, context: &mut World| context.travel(64, state.size() + event.size());
        }
        state F {
            on_entry do [Tell(65, context.value(66, 0)), Tell(67, context.value(68, 0))];
            on_exit do [Slow(69), Note(70)];
            timeout context.clock(71, state.size()) => B(context.value(72, 6)) do [Slow(73), Tell(74, context.value(75, 4))];
            on W | P if context.guard(76, 4) => C;
        }
    }
    superstate Other {
        on_entry do [Tell(77, context.value(78, 0))];
        on_exit do [Tell(79, context.value(80, state.size()))];
        on W => |state: &Life, event: &Event, context: &mut World| context.travel(81, state.size() + event.size());
        on U(_) if context.guard(82, 0) => E(context.value(83, state.size()), 0) do [Slow(84)];
        on T => postpone;
        on Error(why) if context.guard(85, why.code() + state.size()) => C do [Tell(86, 3), Tell(87, context.value(88, why.code()))];
        state C {
            on_entry do [Note(89), Tell(90, context.value(91, 7))];
            on_exit do [Slow(92)];
            timeout context.clock(93, 5) => stay do [Tell(94, context.value(95, 8)), Note(96)];
            task context.errand(97, state.size());
            on R { k: 2 } if context.guard(98, state.size()) => Good(7);
            on P | U(_) if context.guard(99, state.size()) => F { n: context.value(100, 6) } do [Tell(101, context.value(102, 6))];
            on Q(0) => stay do [Note(103)];
            on R { k: j } => A { n: context.value(104, 2) };
        }
        state E(x, y) {
            on_exit |state: &Life, context: &mut World| context.hook(105, state.size());
            on R if context.guard(106, *x + *y) => |state: &Life, event: &Event, context: &mut World| context.travel(107, state.size() + event.size());
            on P if context.guard(108, *x + *y) => stay;
            on Error(why) if context.guard(109, *x + why.code()) && context.guard(110, *x + *y + why.code()) => move |state: &Life, event: &Event, context: &mut World| context.travel(111, state.size() + event.size() + home);
        }
    }
    any {
        on Jump(0) => A { n: context.value(112, 4) };
        on Jump(1) => B(context.value(113, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(114, 6), n: context.value(115, state.size()) };
        on Jump(4) => E(context.value(116, state.size()), context.value(117, 4));
        on Jump(5) => F { n: context.value(118, state.size()) };
        on Jump(6) => Good(context.value(0, 6));
        on T => Good(3) do [Note(1)];
        on Jump(_) => reject;
        on P | R | W => postpone;
        on U => stay do [Tell(119, context.value(120, state.size()))];
        on Q => C;
        on Error(why) if context.guard(121, state.size()) => stay;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good(n) { on_entry do [Slow(122)]; }
    failure state Bad { n } { on_entry do [Note(123)]; }
}
