//! M2: actions come out in the order exit, transition, entry; borders of superstates count.

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Room {
    Bed,
    Bath,
    Cellar,
    Garden { steps: u32 },
    Street,
}

#[derive(Debug, EventVariant)]
enum Walk {
    ToBed,
    ToBath,
    ToCellar,
    ToGarden(u32),
    ToStreet,
    Turn,
    Rest,
    Step,
    Wait,
}

both! {
    fn houses() -> StateMachine<Room, Walk, (), Do>;
    struct House;

    state: Room;
    event: Walk;
    context: ();
    action: Do;
    initial: Bed;

    superstate Indoors {
        on_entry do [Say("+indoors")];
        on_exit do [Say("-indoors")];

        superstate Upstairs {
            on_entry do [Say("+upstairs")];
            on_exit do [Say("-upstairs")];

            state Bed {
                on_entry do [Say("+bed"), Say("+pillow")];
                on_exit do [Say("-pillow"), Say("-bed")];
                on Turn => Bed do [Say("turn")];
                on Rest => stay do [Say("rest")];
            }
            state Bath {
                on_entry do [Say("+bath")];
                on_exit do [Say("-bath")];
            }
        }

        state Cellar {
            on_entry do [Say("+cellar")];
            on_exit do [Say("-cellar")];
        }
    }

    state Garden { steps } {
        on_entry do [Tell(format!("+garden {steps}"))];
        on_exit do [Tell(format!("-garden {steps}"))];
        on Step => stay { steps: *steps + 1 } do [Tell(format!("step after {steps}"))];
        on Wait => postpone do [Say("later")];
    }

    terminal state Street {
        on_entry do [Say("+street")];
    }

    any {
        on ToBed => Bed do [Say("walk")];
        on ToBath => Bath do [Say("walk"), Say("wash")];
        on ToCellar => Cellar do [Say("walk")];
        on ToGarden(steps) => Garden { steps } do [Say("walk")];
        on ToStreet => Street do [Say("walk")];
        on Turn | Rest | Step | Wait => stay;
    }
}

type Houses = StateMachine<Room, Walk, (), Do>;

/// Both machines, their initial state entered.
fn entered() -> [Houses; 2] {
    let mut houses = houses();
    for house in &mut houses {
        ready(house.enter(&mut ())).unwrap();
    }
    houses
}

fn walk(house: &mut Houses, event: Walk) -> Vec<String> {
    words(ready(house.handle(event, &mut ())).unwrap())
}

#[test]
fn exit_actions_come_before_those_of_the_transition_and_entry_actions_after() {
    for mut house in entered() {
        let said = walk(&mut house, Walk::ToBath);
        assert_eq!(said, ["-pillow", "-bed", "walk", "wash", "+bath"]);
    }
}

#[test]
fn a_move_inside_a_superstate_runs_neither_its_exit_nor_its_entry() {
    for mut house in entered() {
        assert_eq!(
            walk(&mut house, Walk::ToCellar),
            ["-pillow", "-bed", "-upstairs", "walk", "+cellar"],
        );
        assert_eq!(
            walk(&mut house, Walk::ToBath),
            ["-cellar", "walk", "wash", "+upstairs", "+bath"],
        );
    }
}

#[test]
fn borders_are_crossed_innermost_first_on_the_way_out_and_outermost_first_on_the_way_in() {
    for mut house in entered() {
        assert_eq!(
            walk(&mut house, Walk::ToGarden(3)),
            [
                "-pillow",
                "-bed",
                "-upstairs",
                "-indoors",
                "walk",
                "+garden 3"
            ],
        );
        assert_eq!(
            walk(&mut house, Walk::ToBed),
            [
                "-garden 3",
                "walk",
                "+indoors",
                "+upstairs",
                "+bed",
                "+pillow"
            ],
        );
    }
}

#[test]
fn going_to_the_same_state_leaves_it_and_enters_it_again_but_not_its_superstates() {
    for mut house in entered() {
        let said = walk(&mut house, Walk::Turn);
        assert_eq!(said, ["-pillow", "-bed", "turn", "+bed", "+pillow"]);
        assert_eq!(house.state(), &Room::Bed);
    }
}

#[test]
fn an_arm_of_any_that_goes_to_the_state_it_is_in_enters_it_again() {
    for mut house in entered() {
        let said = walk(&mut house, Walk::ToBed);
        assert_eq!(said, ["-pillow", "-bed", "walk", "+bed", "+pillow"]);
    }
}

#[test]
fn stay_neither_leaves_nor_enters() {
    for mut house in entered() {
        assert_eq!(walk(&mut house, Walk::Rest), ["rest"]);
        assert_eq!(walk(&mut house, Walk::Step), [""; 0]);
        assert_eq!(house.state(), &Room::Bed);
    }
}

#[test]
fn stay_with_fields_assigns_them_and_neither_leaves_nor_enters() {
    for mut house in entered() {
        walk(&mut house, Walk::ToGarden(3));
        let said = walk(&mut house, Walk::Step);
        assert_eq!(said, ["step after 3"], "actions see the payload before it");
        assert_eq!(house.state(), &Room::Garden { steps: 4 });
        assert_eq!(walk(&mut house, Walk::Step), ["step after 4"]);
        assert_eq!(house.state(), &Room::Garden { steps: 5 });
    }
}

#[test]
fn exit_actions_see_the_old_payload_and_entry_actions_the_new() {
    for mut house in entered() {
        walk(&mut house, Walk::ToGarden(3));
        walk(&mut house, Walk::Step);
        assert_eq!(
            walk(&mut house, Walk::ToGarden(7)),
            ["-garden 4", "walk", "+garden 7"],
        );
    }
}

#[test]
fn postponing_may_ask_for_actions_each_time() {
    for mut house in entered() {
        walk(&mut house, Walk::ToGarden(1));
        assert_eq!(walk(&mut house, Walk::Wait), ["later"]);
        assert_eq!(house.postponed(), 1);
    }
}

#[test]
fn entering_a_terminal_state_runs_its_entry_actions() {
    for mut house in entered() {
        walk(&mut house, Walk::ToCellar);
        assert_eq!(
            walk(&mut house, Walk::ToStreet),
            ["-cellar", "-indoors", "walk", "+street"],
        );
        assert!(house.is_ended());
    }
}

const IN: [&str; 4] = ["+indoors", "+upstairs", "+bed", "+pillow"];

#[test]
fn start_enters_the_initial_state_from_the_outside_in() {
    let mut actions = vec![Do::Say("before")];
    let mut house = House::start(&(), &mut actions);
    assert_eq!(actions.remove(0), Do::Say("before"));
    assert_eq!(words(actions), IN);
    assert_eq!(walk(&mut house, Walk::Rest), ["rest"], "and only once");
}

#[test]
fn enter_gives_the_entry_actions_of_the_initial_state_once() {
    for mut house in houses() {
        assert_eq!(words(ready(house.enter(&mut ())).unwrap()), IN);
        assert_eq!(ready(house.enter(&mut ())).unwrap(), []);
        assert_eq!(walk(&mut house, Walk::Rest), ["rest"]);
    }
}

#[test]
fn the_first_step_enters_the_initial_state_by_itself() {
    for mut house in houses() {
        let said = walk(&mut house, Walk::Rest);
        assert_eq!(said[..4], IN);
        assert_eq!(said[4..], ["rest"]);
    }
}

#[test]
fn a_resumed_state_is_not_entered_but_left_as_any_other() {
    let mut house = House::resume(Room::Garden { steps: 8 });
    assert_eq!(ready(house.enter(&mut ())).unwrap(), []);
    assert_eq!(walk(&mut house, Walk::Step), ["step after 8"]);
    let said = walk(&mut house, Walk::ToCellar);
    assert_eq!(said, ["-garden 9", "walk", "+indoors", "+cellar"]);
}

#[test]
fn the_pure_step_appends_to_the_actions_that_are_there() {
    let mut slot = Slot::new(Room::Cellar);
    let mut actions = vec![Do::Say("before")];
    let step = House::step(&mut slot, Walk::ToBath.into(), &(), &mut actions);
    assert!(matches!(step, Ok(Step::Moved(moved)) if moved.changed()));
    assert_eq!(slot.get(), Some(&Room::Bath));
    assert_eq!(
        words(actions),
        ["before", "-cellar", "walk", "wash", "+upstairs", "+bath"],
    );
}

#[test]
fn what_a_step_did_tells_a_change_a_re_entry_a_stay_and_an_assignment_apart() {
    let step = |state, event: Walk| {
        let mut slot = Slot::new(state);
        House::step(&mut slot, event.into(), &(), &mut Vec::new()).unwrap()
    };
    let garden = || Room::Garden { steps: 0 };
    assert!(matches!(step(Room::Bed, Walk::ToBath), Step::Moved(moved) if moved.changed()));
    assert!(matches!(step(Room::Bed, Walk::Turn), Step::Moved(moved) if !moved.changed()));
    assert!(matches!(step(Room::Bed, Walk::Rest), Step::Stayed));
    assert!(matches!(step(garden(), Walk::Step), Step::Assigned));
    assert!(matches!(
        step(garden(), Walk::Wait),
        Step::Postponed(Walk::Wait)
    ));
}
