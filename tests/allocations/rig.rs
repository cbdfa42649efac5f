//! A component in a run: whichever trait it has, whoever watches it, and the test that waits for it.

use std::sync::Arc;

use steadfast::prelude::*;
use tokio::sync::Notify;

use super::count::{EVENTS, RUN, of_more_events, runtime};

/// What an action tells when everything before it is done. It allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Done(Arc<Notify>);

impl Done {
    pub fn tell(&self) {
        self.0.notify_one();
    }

    pub async fn told(&self) {
        self.0.notified().await;
    }
}

/// Who looks at the states that the component publishes.
#[derive(Clone, Copy, Debug)]
enum Watched {
    ByNobody,
    /// By one who could wait for the next state, and does not.
    Idly,
    /// By a task that waits for each.
    Eagerly,
}

/// How a component is started, and the name of the trait behind it.
pub type Start<E, S> = (&'static str, fn(Done) -> Handle<E, S>);

pub struct Rig<E, S> {
    pub handle: Handle<E, S>,
    pub done: Done,
}

impl<E, S> Rig<E, S> {
    pub async fn send(&self, event: E) {
        assert!(self.handle.send(event).await.is_ok(), "it has ended");
    }
}

/// So many rounds of `run` must cost no allocation more than half of them, whoever drives the
/// component and whoever watches it.
pub fn assert_none_per_event<E, S>(starts: [Start<E, S>; 2], run: impl AsyncFn(&Rig<E, S>, u64))
where
    E: Send + 'static,
    S: StateVariant + Clone + Send + Sync + 'static,
{
    for (name, start) in starts {
        for watched in [Watched::ByNobody, Watched::Idly, Watched::Eagerly] {
            let more = of_more(start, watched, &run);
            assert_eq!(more, 0, "{EVENTS} events of {name}, watched {watched:?}");
        }
    }
}

/// How many allocations as many events more cost a component that nobody watches.
pub fn of_more_unwatched<E, S>((_, start): Start<E, S>, run: impl AsyncFn(&Rig<E, S>, u64)) -> i64
where
    E: Send + 'static,
    S: StateVariant + Clone + Send + Sync + 'static,
{
    of_more(start, Watched::ByNobody, &run)
}

fn of_more<E, S>(
    start: fn(Done) -> Handle<E, S>,
    watched: Watched,
    run: &impl AsyncFn(&Rig<E, S>, u64),
) -> i64
where
    E: Send + 'static,
    S: StateVariant + Clone + Send + Sync + 'static,
{
    let runtime = runtime();
    let entered = runtime.enter();
    let done = Done::default();
    let rig = Rig {
        handle: start(done.clone()),
        done,
    };
    let mut states = rig.handle.watch();
    let _kept = match watched {
        Watched::ByNobody => {
            drop(states);
            None
        }
        Watched::Idly => Some(states),
        Watched::Eagerly => {
            tokio::spawn(async move {
                while states.changed().await.is_ok() {
                    states.mark_unchanged();
                }
            });
            None
        }
    };
    drop(entered);
    let more = of_more_events(|events| runtime.block_on(run(&rig, events)));
    assert!(rig.handle.is_running(), "it ended on the way");
    // A test is of events that are refused, or of events that are not: nothing is counted by mistake.
    let refused = rig.handle.stats().rejected;
    assert!(refused == 0 || refused >= RUN, "{refused} were refused");
    more
}
