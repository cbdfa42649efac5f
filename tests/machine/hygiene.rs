//! What generated code names is the library's and the language's, whatever the module around it
//! calls its own things; and the user's names are the user's.

/// A module in which the names of the prelude and of the library are something else.
mod decoyed {
    use ::steadfast::prelude::{fsm, supervisor};
    use ::steadfast::{EventVariant, StateVariant};

    #[allow(dead_code)]
    mod decoys {
        pub(super) struct Ok;
        pub(super) struct Err;
        pub(super) struct Some;
        pub(super) struct None;
        pub(super) struct Option;
        pub(super) struct Result;
        pub(super) struct Vec;
        pub(super) struct Box;
        pub(super) struct String;
        pub(super) struct Send;
        pub(super) struct Sync;
        pub(super) struct From;
        pub(super) struct Into;
        pub(super) struct Clone;
        pub(super) struct Iterator;
        pub(super) struct Default;
        pub(super) struct Future;
        pub(super) struct Duration;
        pub(super) struct Machine;
        pub(super) struct Slot;
        pub(super) struct Step;
        pub(super) struct Trigger;
        pub(super) struct Transition;
        pub(super) struct StateMachine;
        pub(super) struct Decision;
        pub(super) struct Input;
        pub(super) struct Topology;
        pub(super) struct Rules;
        pub(super) struct Fault;
        pub(super) struct NoAction;
        pub(super) mod core {}
        pub(super) mod std {}
        pub(super) mod steadfast {}
    }
    #[allow(unused_imports)]
    use decoys::*;

    #[allow(unused_macros)]
    macro_rules! vec {
        ($($any:tt)*) => {
            ::core::compile_error!("the user's own `vec!`")
        };
    }
    #[allow(unused_macros)]
    macro_rules! matches {
        ($($any:tt)*) => {
            ::core::compile_error!("the user's own `matches!`")
        };
    }

    #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, StateVariant)]
    pub(super) enum Lamp {
        Off,
        Dim { level: u8 },
        Held(::std::boxed::Box<u8>),
        Dead,
        Broken,
    }

    #[derive(::core::fmt::Debug, EventVariant)]
    pub(super) enum Press {
        Up(u8),
        Down,
        Hold(::std::boxed::Box<u8>),
        Later,
        Break,
        Fail(::steadfast::Fault),
    }

    #[derive(::core::fmt::Debug, ::core::cmp::PartialEq)]
    pub(super) enum Act {
        Glow(u8),
        Dark,
    }

    pub(super) struct Wires(pub(super) ::std::vec::Vec<Act>);

    impl ::steadfast::Execute<Act> for Wires {
        async fn execute(
            &mut self,
            action: Act,
        ) -> ::core::result::Result<(), ::steadfast::BoxError> {
            self.0.push(action);
            ::core::result::Result::Ok(())
        }
    }

    fsm! {
        pub(super) struct LampMachine;
        pub(super) trait LampDispatch;

        state: Lamp;
        event: Press;
        context: Wires;
        action: Act;
        initial: Off;
        error: Press::Fail;
        stop: Press::Break;

        superstate Whole {
            on_entry do [Dark];
            timeout ::core::time::Duration::from_secs(9) => Dead;

            state Off {
                on_exit do [Dark];
                on Up(level) if level > 0 => Dim { level };
                on Up(_) => stay;
                on Hold(item) => Held(item);
                on Later => postpone;
            }
            state Dim { level }: Race {
                every ::core::time::Duration::from_secs(4) => stay;
                on Up(by) => stay { level: *level + by } do [Glow(*level)];
                on Down => Off;
                on Later => Dead do [Glow(context.0.len() as u8)];
            }
            state Held(item) {
                task async { Press::Down };
                on Down => move Dim { level: *item };
            }
        }
        unhandled => reject;
        any {
            on Break => Dead;
            on Fail(fault) => Broken do [Glow(fault.state().len() as u8)];
        }
        terminal state Dead;
        failure state Broken;
    }

    #[supervisor(LampMachine, name = "lamp", completed = LampSupervisor::done, mailbox = 8)]
    pub(super) struct LampSupervisor {
        pub(super) told: ::tokio::sync::mpsc::UnboundedSender<Act>,
    }

    impl LampSupervisor {
        async fn done(
            &mut self,
            _: &::steadfast::Exit<Lamp, Press>,
            wires: &mut Wires,
        ) -> ::core::result::Result<(), ::steadfast::BoxError> {
            for act in ::core::iter::Iterator::rev(wires.0.drain(..)) {
                self.told.send(act)?;
            }
            ::core::result::Result::Ok(())
        }
    }

    impl LampDispatch for LampSupervisor {
        async fn dim(&mut self, _: &Lamp, _: &mut Wires) -> ::steadfast::Next<Press> {
            ::core::result::Result::Ok(::steadfast::next::emit(Press::Later))
        }
    }
}

/// A module in which nothing at all is in scope.
#[no_implicit_prelude]
mod bare {
    use ::steadfast::fsm;

    use super::decoyed::{Act, Lamp, Press, Wires};

    // No trait: what it says to those who forget a method needs the `diagnostic` tool in scope.
    fsm! {
        pub(super) struct PureLamp;

        state: Lamp;
        event: Press;
        context: Wires;
        action: Act;
        initial: Off;

        unhandled => reject;
        superstate Whole {
            timeout ::core::time::Duration::from_secs(9) => Dead;
            on_exit do [Dark];

            state Off {
                on Up(level) if level > 0 => Dim { level } do [Glow(level)];
                on Up(_) => stay;
                on Hold(item) => Held(item);
                on Later => postpone;
            }
            state Dim { level } {
                every ::core::time::Duration::from_secs(4) => stay { level: *level + 1 };
                on Down => Off;
            }
            state Held(item) {
                on Down => move Dim { level: *item };
                on Break => Broken;
            }
        }
        terminal state Dead;
        failure state Broken;
    }

    pub(super) fn expression() -> ::steadfast::StateMachine<Lamp, Press, Wires, Act> {
        fsm! {
            state: Lamp;
            event: Press;
            context: Wires;
            action: Act;
            initial: Lamp::Off;

            state Off {
                on Up(level) => Dim { level } do [Glow(level)];
                on Down => |_, _, _| {
                    ::std::boxed::Box::pin(async {
                        ::core::result::Result::Ok(::steadfast::Transition {
                            next_state: Lamp::Dead,
                            actions: ::std::vec::Vec::new(),
                        })
                    })
                };
            }
            state Dim { level } {
                timeout ::core::time::Duration::from_secs(1) => Off;
                on Up(by) => stay { level: *level + by };
                unhandled => stay;
            }
            state Held(_) {}
            terminal state Dead;
        }
    }
}

mod names {
    use steadfast::prelude::*;

    use crate::machine::fixture::ready;

    #[derive(Debug, PartialEq, StateVariant)]
    enum Outcome {
        None,
        Some(u8),
        Ok,
        Err(String),
        Self_,
    }

    #[derive(Debug, EventVariant)]
    enum Report {
        None,
        Some(u8),
        Ok,
        Err(String),
        Timeout,
    }

    #[derive(Debug, PartialEq)]
    enum Vec {
        Some(u8),
        Box,
    }

    fsm! {
        struct Named;
        state: Outcome;
        event: Report;
        context: ();
        action: Vec;
        initial: None;

        state None {
            on Some(n) => Some(n) do [Some(n), Box];
            on Ok | None | Err(_) => Ok;
            on Timeout => Self_;
        }
        state Some(n) {
            on None => None;
            on Some(more) => Some(*n + more);
            on Ok => Ok;
            on Err(why) => Err(why);
            on Timeout => stay do [Vec::Box];
        }
        state Ok {
            on Timeout => None;
            on Ok | Some(_) | None | Err(_) => stay;
        }
        terminal state Err;
        terminal state Self_;
    }

    #[test]
    fn variants_may_be_called_as_those_of_the_prelude() {
        let mut actions = std::vec::Vec::new();
        let mut machine = Named::start(&(), &mut actions);
        let said = ready(machine.handle(Report::Some(3), &mut ())).unwrap();
        assert_eq!(said, [Vec::Some(3), Vec::Box]);
        assert_eq!(machine.state(), &Outcome::Some(3));
        let more = [Report::Timeout, Report::None, Report::Ok, Report::Timeout];
        for event in more
            .into_iter()
            .chain([Report::Some(1), Report::Err("no".into())])
        {
            ready(machine.handle(event, &mut ())).unwrap();
        }
        assert_eq!(machine.state(), &Outcome::Err("no".into()));
    }
}

use std::time::Duration;

use steadfast::prelude::*;

use self::decoyed::{Act, Lamp, Press, Wires};
use super::fixture::{Do, ready, secs, words};

#[test]
fn a_machine_works_where_the_preludes_names_are_something_else() {
    let wires = Wires(Vec::new());
    let mut slot = Slot::new(decoyed::LampMachine::initial());
    let mut actions = Vec::new();
    let up = Trigger::Event(Press::Up(2));
    decoyed::LampMachine::step(&mut slot, up, &wires, &mut actions).unwrap();
    assert_eq!(slot.get(), Some(&Lamp::Dim { level: 2 }));
    assert_eq!(actions, [Act::Dark]);
}

#[test]
fn a_machine_works_where_nothing_is_in_scope() {
    let mut wires = Wires(Vec::new());
    let mut lamp = bare::PureLamp::start(&wires, &mut Vec::new());
    let said = ready(lamp.handle(Press::Up(2), &mut wires)).unwrap();
    assert_eq!(said, [Act::Glow(2)]);
    assert_eq!(ready(lamp.check_timeout(secs(4), &mut wires)).unwrap(), []);
    assert_eq!(lamp.state(), &Lamp::Dim { level: 3 });
    let said = ready(lamp.check_timeout(secs(9), &mut wires)).unwrap();
    assert_eq!(said, [Act::Dark]);
    assert_eq!(lamp.state(), &Lamp::Dead);
}

#[tokio::test(start_paused = true)]
async fn a_component_works_where_the_preludes_names_are_something_else() {
    let (told, mut acts) = tokio::sync::mpsc::unbounded_channel();
    let lamp = decoyed::LampSupervisor { told }.spawn(Wires(Vec::new()));
    lamp.send(Press::Hold(Box::new(5))).await.unwrap();
    let exit = lamp.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(lamp.name(), "lamp");
    // Dark on entering everything and on leaving `Off`, then the glow; told in reverse.
    assert_eq!(acts.recv().await, Some(Act::Glow(2)));
    assert_eq!(acts.recv().await, Some(Act::Dark));
    assert_eq!(acts.recv().await, Some(Act::Dark));
    drop((exit, lamp));
    assert_eq!(acts.recv().await, None);
}

#[test]
fn the_expression_form_works_where_nothing_is_in_scope() {
    let mut wires = Wires(Vec::new());
    let mut lamp = bare::expression();
    let said = ready(lamp.handle(Press::Up(4), &mut wires)).unwrap();
    assert_eq!(said, [Act::Glow(4)]);
    ready(lamp.check_timeout(secs(1), &mut wires)).unwrap();
    ready(lamp.handle(Press::Down, &mut wires)).unwrap();
    assert_eq!(lamp.state(), &Lamp::Dead);
}

#[derive(Debug, PartialEq, StateVariant)]
enum Toggle {
    On,
    Off,
}

#[derive(Debug, EventVariant)]
enum Flip {
    Flip,
    Rest,
}

fsm! {
    struct First;
    state: Toggle;
    event: Flip;
    context: ();
    action: Do;
    initial: On;
    state On { on Flip => Off do [Say("first")]; on Rest => stay; }
    state Off { on Flip => On; on Rest => stay; }
}

fsm! {
    struct Second;
    state: Toggle;
    event: Flip;
    context: ();
    action: Do;
    initial: On;
    state On { on Flip => stay do [Say("second")]; on Rest => Off; }
    state Off { on Flip | Rest => On; }
}

#[test]
fn two_machines_in_one_module_may_share_their_enums() {
    let mut first = First::start(&(), &mut Vec::new());
    let mut second = Second::start(&(), &mut Vec::new());
    let said = ready(first.handle(Flip::Flip, &mut ())).unwrap();
    assert_eq!(words(said), ["first"]);
    let said = ready(second.handle(Flip::Flip, &mut ())).unwrap();
    assert_eq!(words(said), ["second"]);
    assert_eq!((first.state(), second.state()), (&Toggle::Off, &Toggle::On));
    for machine in [&mut first, &mut second] {
        ready(machine.handle(Flip::Rest, &mut ())).unwrap();
        assert_eq!(machine.state(), &Toggle::Off);
    }
}

#[tokio::test(start_paused = true)]
async fn machine_trait_and_supervisor_may_stand_in_a_function_body() {
    #[derive(Clone, Debug, PartialEq, StateVariant)]
    enum Local {
        Begin,
        End,
    }
    #[derive(Debug, EventVariant)]
    enum Message {
        Go,
        Error(String),
    }

    fsm! {
        struct LocalMachine;
        trait LocalDispatch;
        state: Local;
        event: Message;
        context: ();
        initial: Begin;
        error: Message::Error;
        state Begin: Poll { on Go => End; on Error(why) if why.is_empty() => End; on Error(_) => End; }
        terminal state End;
    }
    #[supervisor(LocalMachine)]
    struct LocalSupervisor(u32);

    impl LocalDispatch for LocalSupervisor {
        async fn begin(&mut self, _: &Local, _: &mut ()) -> Next<Message> {
            self.0 += 1;
            Ok(if self.0 < 3 {
                next::idle(secs(1))
            } else {
                Message::Go.into()
            })
        }
    }
    let begin = tokio::time::Instant::now();
    let exit = LocalSupervisor(0).spawn(()).join().await;
    assert_eq!(exit.state(), Some(&Local::End));
    assert_eq!(begin.elapsed(), secs(2));
}

#[test]
fn the_users_own_locals_and_functions_are_what_expressions_of_a_machine_see() {
    // Names that generated code could have for its own.
    let (slot, input, next, actions, node, number) = (1, 2, 3, 4, 5, 6);
    let rules = move || slot + input + next + actions + node + number;

    let mut machine: StateMachine<Toggle, Flip, (), Do> = fsm! {
        state: Toggle;
        event: Flip;
        context: ();
        action: Do;
        initial: Toggle::On;
        state On {
            timeout Duration::from_secs(rules()) => stay do [Say("timeout")];
            on Flip if rules() == 21 => Off do [Tell(format!("{slot} {input} {next} {actions}"))];
        }
        state Off {
            on_entry do [Tell(format!("{node} {number}"))];
        }
    };
    ready(machine.enter(&mut ())).unwrap();
    assert_eq!(ready(machine.check_timeout(secs(20), &mut ())).unwrap(), []);
    let said = ready(machine.check_timeout(secs(21), &mut ())).unwrap();
    assert_eq!(words(said), ["timeout"]);
    let said = ready(machine.handle(Flip::Flip, &mut ())).unwrap();
    assert_eq!(words(said), ["1 2 3 4", "5 6"]);
}

#[test]
fn names_of_the_payload_may_be_the_words_of_the_language() {
    #[derive(Debug, PartialEq, StateVariant)]
    enum Words {
        Held {
            on: u8,
            timeout: u8,
            task: u8,
            every: u8,
            any: u8,
        },
        Done(u8),
    }
    #[derive(Debug, EventVariant)]
    enum Say {
        Add { stay: u8, postpone: u8, reject: u8 },
        Sum,
    }

    fsm! {
        struct WordMachine;
        state: Words;
        event: Say;
        context: ();
        initial: Held { on: 1, timeout: 2, task: 3, every: 4, any: 5 };

        state Held { on, timeout, task, every, any } {
            on Add { stay, postpone, reject } if stay < *timeout => stay { on: *on + stay + postpone + reject };
            on Add { .. } => reject;
            on Sum => Done(*on + *timeout + *task + *every + *any);
        }
        terminal state Done;
    }
    let mut machine = WordMachine::start(&(), &mut Vec::new());
    let add = Say::Add {
        stay: 1,
        postpone: 10,
        reject: 100,
    };
    ready(machine.handle(add, &mut ())).unwrap();
    ready(machine.handle(Say::Sum, &mut ())).unwrap();
    assert_eq!(machine.state(), &Words::Done(112 + 14));
}
