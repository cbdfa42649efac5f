//! Whoever looks at a component, which a table of two hundred does four times a second.

use std::hint::black_box;

use allocation_counter::measure;
use steadfast::prelude::*;

use super::count::{EVENTS, runtime};
use super::mailbox::{ByItself, Hall, Order};
use super::rig::Done;

#[test]
fn to_look_at_a_component_allocates_nothing() {
    let runtime = runtime();
    let done = Done::default();
    let door = {
        let _entered = runtime.enter();
        ByItself.spawn(Hall::new(done.clone()))
    };
    let weak = SupervisorHandle::weak(&door);
    runtime.block_on(async {
        door.send(Order::Shut).await.unwrap();
        door.send(Order::Enter(1)).await.unwrap();
        door.send(Order::Tell).await.unwrap();
        done.told().await;
    });
    let count = measure(|| {
        for _ in 0..EVENTS {
            assert_eq!(black_box(door.stats()).postponed, 1);
            assert_eq!(black_box(weak.stats()).state, "Shut");
        }
    });
    assert_eq!(count.count_total, 0);
}
