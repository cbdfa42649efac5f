//! Holds: `completed` that only looks at the component or the context, or is no method of the struct
#![deny(warnings)]
#![allow(dead_code)]

use steadfast::prelude::*;

#[derive(Clone, StateVariant)]
enum Door {
    Open,
    Closed,
}
#[derive(EventVariant)]
enum Hand {
    Push,
    Pull,
    Error(String),
}

fsm! {
    struct DoorMachine;
    trait DoorWork;
    state: Door;
    event: Hand;
    context: ();
    initial: Closed;
    error: Hand::Error;

    state Closed { on Pull => Open; on Push => stay; }
    state Open { on Push => Closed; on Pull => stay; }
    any { on Error(_) => Closed; }
}

#[supervisor(DoorMachine, completed = Reader::completed)]
struct Reader;

impl Reader {
    async fn completed(&self, _: &Exit<Door, Hand>, _: &mut ()) {}
}

impl DoorWork for Reader {}

#[supervisor(DoorMachine, completed = Self::completed)]
struct Looker;

impl Looker {
    async fn completed(&mut self, _: &Exit<Door, Hand>, _: &()) {}
}

impl DoorWork for Looker {}

#[supervisor(DoorMachine, completed = Self::completed)]
struct Guest;

impl Guest {
    async fn completed(&self, _: &Exit<Door, Hand>, _: &()) -> Result<(), std::io::Error> {
        Ok(())
    }
}

impl DoorWork for Guest {}

#[supervisor(DoorMachine, completed = Host::completed)]
struct Host;

impl Host {
    async fn completed(
        &mut self,
        exit: &Exit<impl Sized, impl Sized>,
        _: &mut (),
    ) -> Result<(), String> {
        let _ = exit.kind();
        Ok(())
    }
}

impl DoorWork for Host {}

#[supervisor(DoorMachine, completed = note)]
struct Noted<T: Send + 'static>(T);

async fn note<T: Send + 'static>(_: &mut Noted<T>, _: &Exit<Door, Hand>, _: &mut ()) {}

impl<T: Send + 'static> DoorWork for Noted<T> {}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let _ = Reader.spawn(()).stop();
    let _ = Looker.spawn(()).stop();
    let _ = Guest.spawn(()).stop();
    let _ = Host.spawn(()).stop();
    let noted = Noted(3);
    assert_eq!(noted.0, 3);
    let _ = noted.spawn(()).stop();
}
