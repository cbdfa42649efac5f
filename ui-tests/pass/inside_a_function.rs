//! Holds: a machine and all that belongs to it, inside a function
#![deny(warnings)]

fn main() {
    use steadfast::prelude::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    enum Door {
        Open,
        Closed,
    }
    #[derive(EventVariant)]
    enum Hand {
        Push,
        Pull,
        Error(Fault),
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
        state Open: Race { on Push => Closed; on Pull => stay; }
        any { on Error(fault) if fault.state() == "Open" => Closed; on Error(_) => stay; }
    }

    #[supervisor(DoorMachine)]
    struct Porter;

    impl DoorWork for Porter {
        async fn open(&mut self, _: &Door, _: &mut ()) -> Next<Hand> {
            Ok(next::again())
        }
    }

    let mut slot = Slot::new(DoorMachine::initial());
    for hand in [Hand::Pull, Hand::Push, Hand::Pull, Hand::Push] {
        let step = DoorMachine::step(&mut slot, Trigger::Event(hand), &(), &mut Vec::new());
        assert!(step.is_ok());
    }
    assert_eq!(slot.get(), Some(&Door::Closed));
    let _spawn = Porter::spawn;
}
