//! Holds: payload fields and bindings named `context`, `state`, `event`, `actions`, `slot`, `input` and like the clause words
#![deny(warnings)]

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Debug, PartialEq, StateVariant)]
enum Node {
    Plain {
        context: u32,
        state: u32,
        event: u32,
        actions: u32,
        node: u32,
        slot: u32,
        input: u32,
        next: u32,
    },
    Words {
        on: u32,
        timeout: u32,
        every: u32,
        task: u32,
        any: u32,
        stay: u32,
        terminal: u32,
        on_entry: u32,
    },
    Bound(u32, u32, u32),
    Under {
        __slot: u32,
        __state: u32,
        __context: u32,
        __event: u32,
    },
}

#[derive(Debug, EventVariant)]
enum Turn {
    Sum {
        context: u32,
        state: u32,
        event: u32,
        actions: u32,
        node: u32,
        slot: u32,
        input: u32,
        owner: u32,
    },
    Words { on: u32, timeout: u32, reject: u32, postpone: u32 },
    Two(u32, u32),
}

enum Deed {
    Tell { context: u32, actions: u32 },
    Count(u32),
}

fsm! {
    struct NodeMachine;
    state: Node;
    event: Turn;
    context: u32;
    action: Deed;
    initial: Plain { context: 0, state: 0, event: 0, actions: 0, node: 0, slot: 0, input: 0, next: 0 };

    state Plain { context, state, event, actions, node, slot, input, next } {
        timeout Duration::from_secs(u64::from(*context + *state + *slot)) => stay { next: 1 };
        on_entry do [Tell { context: *context, actions: *actions }];
        on_exit do [Count(*slot + *input + *next)];
        on Sum { owner, .. } if owner > *context + *event => stay { slot: owner, input: *slot };
        on Sum { owner, .. } => stay { state: owner, event: *state, node: *event, actions: *node };
        on Words { on, timeout, .. } if on == timeout && *input == *next => Bound(on, *state, *event);
        on Words { on, timeout, reject, postpone }
            => Node::Words { on, timeout, every: reject, task: postpone, any: *context, stay: *actions, terminal: *node, on_entry: 0 }
            do [Tell { context: on, actions: *next }, Count(*slot)];
        on Two(context, state) => Bound(context, state, *next);
    }
    state Node::Words { on, timeout, every, task, any, stay, terminal, on_entry } {
        on Sum { context, state, event, actions, node, slot, input, owner }
            if context + state + event + actions > node + slot + input + owner
            => Bound(*on + *timeout + *every, *task + *any + *stay, *terminal + *on_entry);
        on Sum { context, state, event, actions, node, slot, input, owner }
            => Plain { context, state, event, actions, node, slot, input, next: owner }
            do [Count(context + slot), Tell { context, actions }];
        on Words { .. } => stay { on: *timeout, timeout: *on };
        on Two(on, _) => stay { on };
    }
    state Bound(slot, input, actions) {
        every Duration::from_secs(1) => stay do [Count(*slot + *input + *actions)];
        on Sum { .. } if *context > *slot => reject;
        on Sum { slot: context, input: state, actions: event, .. }
            => Under { __slot: context, __state: state, __context: event, __event: *actions }
            do [Count(*slot), Count(*input)];
        on event @ Words { .. } if event.variant_name() == "Words" && *slot == 0 => stay;
        on context @ Words { .. } => Bound(*slot, *input, u32::from(context.variant_name().is_empty()));
        on Two(..) => stay;
    }
    state Under { __slot, __state, __context, __event } {
        on Two(__input, __actions) if __input > *__slot => Bound(*__state, *__context, *__event);
        on Two(__input, __actions) => Bound(__input, __actions, *__slot) do [Count(*__event + __input)];
        on Sum { .. } | Words { .. } => reject;
    }
}

fn main() {
    let mut slot = Slot::new(NodeMachine::initial());
    let mut actions = Vec::new();
    let turns = [
        Turn::Two(1, 2),
        Turn::Sum {
            context: 1,
            state: 2,
            event: 3,
            actions: 4,
            node: 5,
            slot: 6,
            input: 7,
            owner: 8,
        },
        Turn::Two(9, 10),
        Turn::Words { on: 1, timeout: 2, reject: 3, postpone: 4 },
    ];
    for turn in turns {
        let step = NodeMachine::step(&mut slot, Trigger::Event(turn), &1, &mut actions);
        assert!(step.is_ok());
    }
    assert_eq!(slot.get(), Some(&Node::Bound(7, 4, 0)));
    let sum: u32 = actions
        .iter()
        .map(|deed| match deed {
            Deed::Tell { context, actions } => context + actions,
            Deed::Count(n) => *n,
        })
        .sum();
    assert!(sum > 0);
}
