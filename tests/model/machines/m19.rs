//! A random machine, from seed 103. Written by the test
//! `the_files_are_what_the_generator_writes` with UPDATE_EXPECT=1: change `generate.rs`, not this.

crate::model::family::expression_member! {
    M19 { let home = 4; }

    state: Life; event: Event; context: World; action: Act;
    initial: A { n: 1 };

    state A { n: a } {
        on_entry |state: &Life, context: &mut World| context.hook(1, state.size());
        on_exit do [Tell(2, *a)];
        every context.clock(3, 1) => E(context.value(4, *a), *a) do [Slow(5)];
        on Q(_) => |state: &Life, event: &Event, context: &mut World| context.travel(6, state.size() + event.size());
    }
    state D { n, m } {
        on_entry |state: &Life, context: &mut World| context.hook(7, state.size());
        on_exit |state: &Life, context: &mut World| context.hook(8, state.size());
        every context.clock(9, *n + *m) => C;
        timeout context.clock(10, *n) => |state: &Life, context: &mut World| context.travel(11, state.size());
        every context.clock(12, *n + *m) => stay;
        on W if context.guard(13, *m) => reject;
        on Q(0) => |state: &Life, event: &Event, context: &mut World| context.travel(14, state.size() + event.size());
        on Error(why) if context.guard(15, *n + *m + why.code()) => F { n: context.value(16, *m + why.code()) } do [Tell(17, context.value(18, *n + *m + why.code()))];
    }
    state E {
        on_entry do [Risk(19)];
        task context.errand(20, state.size());
        on U(_) | T if context.guard(21, 4) => D { m: context.value(22, 8), n: context.value(23, 2) };
        on R { k } | Q(k) => F { n: context.value(24, k) } do [Note(25)];
        on W | U(_) => |state: &Life, event: &Event, context: &mut World| context.travel(26, state.size() + event.size());
    }
    superstate Outer {
        on R { k: j } if context.guard(27, j + state.size()) => |state: &Life, event: &Event, context: &mut World| context.travel(28, state.size() + event.size());
        on U(_) if context.guard(29, state.size()) => C do [Risk(30), Tell(31, context.value(32, state.size()))];
        state B(_) {
            on_exit do [Note(33)];
            on P if context.guard(34, 8) => stay;
        }
    }
    superstate Other {
        on_entry do [Tell(35, context.value(36, 1))];
        every context.clock(37, state.size()) => B(6) do [Tell(38, context.value(39, state.size()))];
        on T | Q => move |state: &Life, event: &Event, context: &mut World| context.travel(40, state.size() + event.size() + home);
        on U(_) => A { n: context.value(41, state.size()) };
        state C {
            on_entry do [Tell(42, context.value(43, 7)), Tell(44, 6)];
            on_exit do [Tell(45, context.value(46, 1))];
            every context.clock(47, 2) => stay do [Note(48)];
            task context.errand(49, state.size());
            on R { k: j } => |state: &Life, event: &Event, context: &mut World| context.travel(50, state.size() + event.size());
            on Q(k) => postpone;
            on P => move |state: &Life, event: &Event, context: &mut World| context.travel(51, state.size() + event.size() + home);
        }
        state F { n } {
            on_entry do [Tell(52, 6), Tell(53, *n)];
            on_exit do [Tell(54, 6), Note(55)];
            on W if context.guard(56, *n) && context.guard(57, *n) => postpone;
            on T => stay;
            on R { k: j } if context.guard(58, *n + j) => C;
        }
    }
    any {
        on Jump(0) => A { n: context.value(59, 8) };
        on Jump(1) => B(context.value(60, state.size()));
        on Jump(2) => C;
        on Jump(3) => D { m: context.value(61, 4), n: context.value(62, 0) };
        on Jump(4) => E(context.value(63, state.size()), context.value(64, state.size()));
        on Jump(5) => F { n: 3 };
        on Jump(6) => Good(context.value(0, 6));
        on Jump(_) => reject;
        on T => stay do [Tell(65, 5)];
        on P | Q | U => move |state: &Life, event: &Event, context: &mut World| context.travel(66, state.size() + event.size() + home);
        on R => stay;
        on W => postpone;
        on Error(why) => Bad { n: why.code() };
    }
    terminal state Good;
    failure state Bad;
}
