//! The family: each machine's tokens are given to `fsm!`, in both forms, and as text to the reader.

use steadfast::Observe;
use steadfast::graph::Graph;
use steadfast::prelude::*;

use super::world::{Act, Event, Life, World};

pub(crate) type Machine = StateMachine<Life, Event, World, Act>;

/// One machine of the family.
#[derive(Clone, Copy)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    /// The headers that only the item form has.
    pub(crate) headers: &'static str,
    pub(crate) text: &'static str,
    /// The initial state is not entered yet. One form at least is there.
    pub(crate) expression: Option<fn() -> Machine>,
    pub(crate) item: Option<Item>,
}

/// What the item form of a machine gives.
#[derive(Clone, Copy)]
pub(crate) struct Item {
    /// As above.
    pub(crate) machine: fn() -> Machine,
    pub(crate) resume: fn(Life) -> Machine,
    pub(crate) spawn: fn(World, Watcher) -> Handle<Event, Life>,
    pub(crate) step: Step,
    pub(crate) graph: &'static Graph,
}

/// One step of the bare machine.
type Step = fn(
    &mut Slot<Life>,
    steadfast::Trigger<Event>,
    &World,
    &mut Vec<Act>,
) -> Result<steadfast::Step<Event>, FsmError>;

impl std::fmt::Debug for Member {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Looks on at a component; what it sees goes to `tell`.
pub(crate) struct Watcher(pub(crate) Box<dyn FnMut(Look<'_>) + Send>);

pub(crate) enum Look<'a> {
    Before(&'a Life, &'a Trigger<Event>),
    After(&'a Life, &'a [Act]),
    Postponed,
    Rejected(&'a Life, &'a FsmError),
    Fault(&'a Fault),
}

impl Observe<Life, Event, Act> for Watcher {
    fn before(&mut self, state: &Life, trigger: &Trigger<Event>) {
        (self.0)(Look::Before(state, trigger));
    }

    fn after(&mut self, state: &Life, actions: &[Act]) {
        (self.0)(Look::After(state, actions));
    }

    fn postponed(&mut self, _: &Life) {
        (self.0)(Look::Postponed);
    }

    fn rejected(&mut self, state: &Life, error: &FsmError) {
        (self.0)(Look::Rejected(state, error));
    }

    fn fault(&mut self, fault: &Fault) {
        (self.0)(Look::Fault(fault));
    }
}

/// A machine in both forms. The first group holds the headers that only the item form has.
macro_rules! member {
    ($name:ident { $($header:tt)* } $($body:tt)*) => {
        crate::family::item! { $name { $($header)* } $($body)* }
        crate::family::expression! { {} $($body)* }

        pub(crate) const MEMBER: crate::family::Member = crate::family::Member {
            name: stringify!($name),
            headers: stringify!($($header)*),
            text: stringify!($($body)*),
            expression: Some(expression),
            item: Some(ITEM),
        };
    };
}

/// A machine that only the item form can be.
macro_rules! item_member {
    ($name:ident { $($header:tt)* } $($body:tt)*) => {
        crate::family::item! { $name { $($header)* } $($body)* }

        pub(crate) const MEMBER: crate::family::Member = crate::family::Member {
            name: stringify!($name),
            headers: stringify!($($header)*),
            text: stringify!($($body)*),
            expression: None,
            item: Some(ITEM),
        };
    };
}

/// A machine with closures. The first group holds what they capture.
macro_rules! expression_member {
    ($name:ident { $($captured:tt)* } $($body:tt)*) => {
        crate::family::expression! { { $($captured)* } $($body)* }

        pub(crate) const MEMBER: crate::family::Member = crate::family::Member {
            name: stringify!($name),
            headers: "",
            text: stringify!($($captured)* $($body)*),
            expression: Some(expression),
            item: None,
        };
    };
}

macro_rules! item {
    ($name:ident { $($header:tt)* } $($body:tt)*) => {
        use crate::world::{Act, Event, Life, World};

        ::steadfast::fsm! {
            pub(crate) struct $name;
            pub(crate) trait Dispatch;
            $($header)*
            $($body)*
        }

        #[::steadfast::supervisor($name)]
        pub(crate) struct Component;

        impl Dispatch for Component {}

        const ITEM: crate::family::Item = crate::family::Item {
            machine: || {
                let initial = <$name as ::steadfast::Machine>::initial();
                <$name as ::steadfast::Machine>::machine(initial)
            },
            resume: <$name as ::steadfast::Machine>::resume,
            spawn: |world, watcher| {
                Component::spawn_with_observed(|_| (Component, world), watcher)
            },
            step: <$name as ::steadfast::Machine>::step,
            graph: &<$name as ::steadfast::Machine>::GRAPH,
        };
    };
}

macro_rules! expression {
    ({ $($captured:tt)* } $($body:tt)*) => {
        #[allow(unused_variables)] // Not every machine has a closure that captures.
        fn expression() -> crate::family::Machine {
            use crate::world::{Act, Event, Life, World};

            $($captured)*
            ::steadfast::fsm! { $($body)* }
        }
    };
}

pub(crate) use {expression, expression_member, item, item_member, member};
