//! What can stand behind `on`: patterns of the event's payload, owned bindings, `|`, guards, the
//! event itself by `name @ Event(..)`.

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, secs, words};

/// Not `Clone`: a binding of it can only be the event's own.
#[derive(Debug, PartialEq)]
struct Seal(&'static str);

#[derive(Debug, PartialEq, StateVariant)]
enum Chest {
    Empty,
    Sealed(Seal, u32),
    Kept(Item),
    Gone { with: Seal, weight: u32 },
}

#[derive(Debug, PartialEq, EventVariant)]
enum Item {
    Letter(Seal),
    Packet {
        seal: Seal,
        weight: u32,
        fragile: bool,
    },
    Coin(u32),
    Note(u32),
    Pair(u32, u32),
    Feather,
    Empty,
}

const HEAVY: u32 = 100;

both! {
    fn chests() -> StateMachine<Chest, Item, u32, Do>;
    struct ChestMachine;

    state: Chest;
    event: Item;
    context: u32;
    action: Do;
    initial: Empty;

    state Empty {
        timeout secs(5);
        on Letter(seal) if seal.0 == "royal" => Sealed(seal, 0);
        on Letter(Seal("torn" | "blank")) => reject;
        on Packet { seal, weight, fragile: false } if weight > *context => Gone { with: seal, weight };
        on Packet { weight: HEAVY.., .. } => stay do [Say("heavy")];
        on whole @ Packet { fragile: true, .. } => Kept(whole);
        on Coin(n) | Note(n) if n > 50 => stay do [Tell(format!("rich by {n}"))];
        on Coin(0) | Note(0) => stay do [Say("worthless")];
        on Coin(1..=9) => stay do [Say("small coin")];
        on Coin(mut n) => stay do [Tell({ n *= 2; format!("{n} half coins") })];
        on Pair(left, right) if left == right => stay do [Tell(format!("a pair of {left}"))];
        on Pair(_, last) => stay do [Tell(format!("up to {last}"))];
        on Feather | timeout if *context == 0 => stay do [Say("a draught")];
        on Feather | timeout => stay do [Say("nothing moves")];
    }

    state Sealed(seal, times) {
        on other @ Letter(_) => Kept(other);
        on Note(more) => move Sealed(seal, times + more);
    }

    state Kept(_) {
        on Empty => Empty;
    }

    state Gone {
        on Empty => Empty;
    }

    any {
        on Letter(seal) => Sealed(seal, 1);
        on Packet { .. } | Coin(_) | Note(_) | Pair(..) | Feather | Empty => reject;
        on timeout => reject;
    }
}

type Chests = StateMachine<Chest, Item, u32, Do>;

fn put(chest: &mut Chests, event: Item) -> Vec<String> {
    words(ready(chest.handle(event, &mut 10)).unwrap())
}

fn packet(weight: u32, fragile: bool) -> Item {
    Item::Packet {
        seal: Seal("wax"),
        weight,
        fragile,
    }
}

#[test]
fn bindings_of_the_event_are_owned() {
    for mut chest in chests() {
        put(&mut chest, Item::Letter(Seal("royal")));
        assert_eq!(chest.state(), &Chest::Sealed(Seal("royal"), 0));
    }
}

#[test]
fn an_event_that_a_guard_on_an_owned_binding_refuses_reaches_the_next_arm_whole() {
    for mut chest in chests() {
        put(&mut chest, Item::Letter(Seal("plain")));
        assert_eq!(chest.state(), &Chest::Sealed(Seal("plain"), 1), "by `any`");
    }
}

#[test]
fn patterns_may_look_into_the_payload() {
    for mut chest in chests() {
        for seal in ["torn", "blank"] {
            let event = Item::Letter(Seal(seal));
            let error = ready(chest.handle(event, &mut 10)).unwrap_err();
            assert_eq!(error.to_string(), "state `Empty` does not take `Letter`");
        }
        assert_eq!(put(&mut chest, Item::Coin(7)), ["small coin"]);
    }
}

#[test]
fn guards_see_the_events_payload_and_the_context() {
    for mut chest in chests() {
        put(&mut chest, packet(11, false));
        let gone = Chest::Gone {
            with: Seal("wax"),
            weight: 11,
        };
        assert_eq!(chest.state(), &gone, "more than the ten of the context");
        put(&mut chest, Item::Empty);
        let error = ready(chest.handle(packet(10, false), &mut 10)).unwrap_err();
        assert_eq!(error.to_string(), "state `Empty` does not take `Packet`");
    }
}

#[test]
fn patterns_may_hold_constants_and_ranges() {
    for mut chest in chests() {
        let said = words(ready(chest.handle(packet(100, false), &mut 1000)).unwrap());
        assert_eq!(said, ["heavy"]);
    }
}

#[test]
fn a_name_before_an_at_binds_the_whole_event() {
    for mut chest in chests() {
        put(&mut chest, packet(5, true));
        assert_eq!(chest.state(), &Chest::Kept(packet(5, true)));
        put(&mut chest, Item::Empty);
        put(&mut chest, Item::Letter(Seal("royal")));
        put(&mut chest, Item::Letter(Seal("second")));
        let kept = Chest::Kept(Item::Letter(Seal("second")));
        assert_eq!(chest.state(), &kept);
    }
}

#[test]
fn one_arm_may_have_several_triggers_that_bind_the_same_names() {
    for mut chest in chests() {
        assert_eq!(put(&mut chest, Item::Coin(60)), ["rich by 60"]);
        assert_eq!(put(&mut chest, Item::Note(70)), ["rich by 70"]);
        assert_eq!(put(&mut chest, Item::Coin(0)), ["worthless"]);
        assert_eq!(put(&mut chest, Item::Note(0)), ["worthless"]);
    }
}

#[test]
fn the_guard_of_several_triggers_holds_for_each() {
    for mut chest in chests() {
        let error = ready(chest.handle(Item::Note(20), &mut 10)).unwrap_err();
        assert_eq!(error.to_string(), "state `Empty` does not take `Note`");
        assert_eq!(put(&mut chest, Item::Coin(20)), ["40 half coins"]);
    }
}

#[test]
fn a_timeout_may_stand_among_the_triggers() {
    for mut chest in chests() {
        assert_eq!(put(&mut chest, Item::Feather), ["nothing moves"]);
        let said = ready(chest.handle(Item::Feather, &mut 0)).unwrap();
        assert_eq!(words(said), ["a draught"]);
        let said = ready(chest.check_timeout(secs(5), &mut 0)).unwrap();
        assert_eq!(words(said), ["a draught"]);
    }
    for mut chest in chests() {
        let said = ready(chest.check_timeout(secs(5), &mut 1)).unwrap();
        assert_eq!(words(said), ["nothing moves"]);
    }
}

#[test]
fn a_binding_of_the_event_and_one_of_the_state_meet_in_the_target() {
    for mut chest in chests() {
        put(&mut chest, Item::Letter(Seal("plain")));
        put(&mut chest, Item::Note(4));
        assert_eq!(chest.state(), &Chest::Sealed(Seal("plain"), 5));
    }
}

#[test]
fn each_field_of_a_payload_can_be_bound() {
    for mut chest in chests() {
        assert_eq!(put(&mut chest, Item::Pair(4, 4)), ["a pair of 4"]);
        assert_eq!(put(&mut chest, Item::Pair(4, 5)), ["up to 5"]);
    }
}
