//! A component that works: it looks for an event from outside, finds none, does a piece of work that takes no time, and says
//! what came of it.

mod by_hand;
mod ours;

use std::future::Future;
use std::time::Instant;

use tokio::sync::oneshot;

use crate::contest::{Contest, Entrant, Failure, Run, Runner};

const ROUNDS: u64 = 1_000_000;

pub fn contests() -> Vec<Contest> {
    vec![
        contest(
            "Poll + Continue",
            vec![
                Entrant::ours("ours", runner(ours::poll_again)),
                Entrant::peer("by hand", runner(by_hand::poll_again)),
                Entrant::peer("by hand, starving", runner(by_hand::poll_again_starving)),
            ],
        ),
        contest(
            "Poll + Transition + action",
            vec![
                Entrant::ours("ours", runner(ours::poll_emit)),
                Entrant::peer("by hand", runner(by_hand::poll_emit)),
                Entrant::peer("by hand, starving", runner(by_hand::poll_emit_starving)),
            ],
        ),
        contest(
            "Race + Transition",
            vec![
                Entrant::ours("ours", runner(ours::race_emit)),
                Entrant::peer("by hand", runner(by_hand::race_emit)),
            ],
        ),
    ]
}

fn contest(name: &str, entrants: Vec<Entrant>) -> Contest {
    Contest {
        name: format!("work, {name}"),
        events: ROUNDS,
        one_thread: true,
        entrants,
    }
}

/// Starts a component that works for so many rounds and then tells its sum. What it returns is kept until
/// the end: the sender of a mailbox that stays empty.
fn runner<K, W>(work: fn(u64, oneshot::Sender<u64>) -> W) -> Runner
where
    K: 'static,
    W: Future<Output = Result<K, Failure>> + 'static,
{
    Box::new(move |rounds| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()?;
        runtime.block_on(async {
            let (reply, sum) = oneshot::channel();
            let begin = Instant::now();
            let sender = work(rounds, reply).await?;
            let sum = sum.await?;
            let time = begin.elapsed();
            drop(sender);
            Ok(Run { time, sum })
        })
    })
}
