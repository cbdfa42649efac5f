//! Holds: a module whose own names are those of the prelude and of the primitive types
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

mod mine {
    use ::steadfast::{EventVariant, StateVariant, fsm, supervisor};

    pub struct Ok;
    pub struct Err;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct Option;
    pub struct Vec;
    pub struct Box;
    pub struct String;
    pub struct From;
    pub struct Fault;
    pub struct Machine;
    pub struct Future;
    pub struct Duration;
    pub struct Execute;
    pub struct u16;
    pub struct usize;
    pub type bool = ();
    pub struct str;
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait FnOnce {}
    pub trait Into {}
    pub trait Clone {}
    mod core {}
    mod std {}
    mod steadfast {}
    mod tokio {}

    #[derive(::std::clone::Clone, StateVariant)]
    pub enum State {
        Send,
        Some { bool: ::std::primitive::bool },
        None(::std::string::String),
    }
    #[derive(EventVariant)]
    pub enum Event {
        Ok(::std::primitive::u32),
        Err,
        Error(::steadfast::Fault),
    }
    pub enum Action {
        Vec,
    }
    pub struct Context;

    fsm! {
        pub struct Shadowed;
        pub trait ShadowedWork;
        state: State;
        event: Event;
        context: Context;
        action: Action;
        initial: Send;
        error: Event::Error;
        closed: Event::Err;
        stop: Event::Err;

        state Send: Poll {
            task async { Event::Err };
            timeout ::std::time::Duration::MAX => stay;
            on_entry do [Vec];
            on_exit do [Vec];
            on Ok(0) => stay;
            on Ok(_) if state.is_send() => Some { bool: true };
            on Ok(_) | Err => None("".into());
        }
        state Some { bool } {
            on Ok(_) if *bool => stay { bool: false };
            on Ok(_) => move Send;
            on Err => Send do [Vec];
        }
        any { on Error(_) => Send; }
        terminal state None;
    }

    impl State {
        fn is_send(&self) -> ::std::primitive::bool {
            matches!(self, State::Send)
        }
    }

    #[supervisor(Shadowed, completed = Keeper::completed, mailbox = 3)]
    pub struct Keeper;

    impl Keeper {
        async fn completed(&mut self, _: &::steadfast::Exit<State, Event>, _: &mut Context) {}
    }

    impl ShadowedWork for Keeper {
        async fn send(&mut self, _: &State, _: &mut Context) -> ::steadfast::Next<Event> {
            ::std::result::Result::Ok(::steadfast::next::again())
        }
    }

    impl ::steadfast::Execute<Action> for Context {
        async fn execute(
            &mut self,
            action: Action,
        ) -> ::std::result::Result<(), ::steadfast::BoxError> {
            match action {
                Action::Vec => ::std::result::Result::Ok(()),
            }
        }
    }

    pub fn machine() -> ::steadfast::StateMachine<State, Event, Context, Action> {
        fsm! {
            state: State;
            event: Event;
            context: Context;
            action: Action;
            initial: Send;
            state Send {
                on_entry do [Vec];
                on Ok(_) => Some { bool: true };
                on Err => |_state: &State, _event: &Event, _context: &mut Context| {
                    ::std::boxed::Box::pin(async move {
                        ::std::result::Result::Ok(::steadfast::Transition {
                            next_state: State::Send,
                            actions: ::std::vec::Vec::new(),
                        })
                    })
                };
            }
            state Some { .. } { on Err => None(::std::string::String::new()); }
            terminal state None;
        }
    }
}

fn main() {
    let _spawn = mine::Keeper::spawn;
    let _machine = mine::machine();
}
