//! The load, the same for all: two senders, each of which begins at another component and then goes round.

use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

use super::{COMPONENTS, SENDERS};
use crate::component::load::Till;
use crate::contest::{Failure, Run, Runner};
use crate::threads::Threads;

pub(super) type Sending = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;

pub(super) fn runner<T, O>(open: fn() -> O) -> Runner
where
    T: Till,
    O: Future<Output = Result<T, Failure>> + 'static,
{
    Box::new(move |events| {
        let runtime = Threads::Two.runtime()?;
        runtime.block_on(async {
            let mut tills = Vec::with_capacity(COMPONENTS);
            for _ in 0..COMPONENTS {
                tills.push(open().await?);
            }
            run(tills, events, |_, sending| {
                let task = tokio::spawn(sending);
                Box::pin(async { task.await? })
            })
            .await
        })
    })
}

/// `start` starts the sender of this number, and what it returns waits for its end.
pub(super) async fn run<T: Till>(
    tills: Vec<T>,
    events: u64,
    start: impl Fn(usize, Sending) -> Sending,
) -> Result<Run, Failure> {
    // Before the time begins, and for each sender its own: those of actix wait for room by address.
    let senders: Vec<_> = (0..SENDERS).map(|_| tills.clone()).collect();
    let begin = Instant::now();
    let senders: Vec<_> = senders
        .into_iter()
        .enumerate()
        .map(|(number, tills)| start(number, Box::pin(send(number, tills, events))))
        .collect();
    for sender in senders {
        sender.await?;
    }
    let mut sum = 0u64;
    for till in &tills {
        sum = sum.wrapping_add(till.close().await?);
    }
    Ok(Run {
        time: begin.elapsed(),
        sum,
    })
}

async fn send<T: Till>(number: usize, tills: Vec<T>, events: u64) -> Result<(), Failure> {
    let mine = (number as u64..events).step_by(SENDERS);
    let first = number * COMPONENTS / SENDERS;
    for (till, amount) in tills.iter().cycle().skip(first).zip(mine) {
        till.pay(amount).await?;
    }
    Ok(())
}
