//! What a component takes that only waits: it is the measure of how many a process can have.

use std::hint::black_box;

use allocation_counter::measure;
use steadfast::prelude::*;
use tokio::sync::mpsc;

use super::count::runtime;

const COMPONENTS: usize = 64;

/// As many as half of those that ractor takes, one of the lighter libraries of actors.
const MOST_BYTES: usize = 3756;

#[derive(Clone, Debug, StateVariant)]
enum Light {
    Off,
    On,
}

#[derive(Debug, EventVariant)]
enum Order {
    Press,
    Error(Fault),
}

fsm! {
    struct LightMachine;
    trait LightDispatch;

    state: Light;
    event: Order;
    context: ();
    initial: Off;
    error: Error;

    state Off { on Press => On; }
    state On { on Press => Off; }

    any { on Error(_) => Off; }
}

#[supervisor(LightMachine)]
struct Lamp;

impl LightDispatch for Lamp {}

/// The bytes that are still allocated after each of so many was started and has come to rest.
fn bytes_each<T>(start: impl Fn() -> T) -> usize {
    let runtime = runtime();
    let run = |count| {
        let kept: Vec<_> = runtime.block_on(async {
            let kept = (0..count).map(|_| start()).collect();
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            kept
        });
        std::mem::forget(black_box(kept));
    };
    // What the runtime needs once, and lists that grow.
    run(4 * COMPONENTS);
    let once = measure(|| run(COMPONENTS)).bytes_current;
    let twice = measure(|| run(2 * COMPONENTS)).bytes_current;
    usize::try_from(twice - once).unwrap() / COMPONENTS
}

#[test]
fn an_idle_component_takes_less_than_half_of_what_an_actor_does() {
    let ours = bytes_each(|| {
        let lamp = Lamp.spawn(());
        lamp.try_send(Order::Press).unwrap();
        lamp
    });
    assert!(ours < MOST_BYTES, "{ours} bytes");
}

#[test]
fn the_count_is_of_all_that_is_kept() {
    let by_hand = bytes_each(|| {
        let (sender, mut receiver) = mpsc::channel::<u64>(1024);
        tokio::spawn(async move { while receiver.recv().await.is_some() {} });
        (sender, vec![0u8; 1000])
    });
    assert!(by_hand > 2000, "{by_hand} bytes");
}
