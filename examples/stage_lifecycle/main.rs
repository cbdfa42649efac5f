//! How does a stream stage live and end, whatever its handler does?
//!
//! A stage takes items from a queue, lets its handler transform them, and passes them on. The
//! handler is a type parameter of the stage; states, events and actions know nothing of it.
//!
//! Run it with `cargo run -p steadfast-examples --example stage_lifecycle`.

mod handler;
mod machine;
mod stage;

use steadfast::BoxError;
use tokio::sync::{mpsc, oneshot};

use handler::Pairs;
use machine::StageEvent;
use stage::{Stage, StageContext};

/// Lets a stage add up some items and sends it `end`.
async fn run(items: &[u32], end: StageEvent) -> Result<(), BoxError> {
    println!("{items:?}, then {end:?}");
    let (input, receiver) = mpsc::channel(8);
    let (output, mut outputs) = mpsc::unbounded_channel();
    let (report, reported) = oneshot::channel();
    let stage = Stage { input: receiver }.spawn(StageContext {
        handler: Pairs::default(),
        output: Some(output),
        report: Some(report),
    });
    stage.send(StageEvent::Initialize).await?;
    stage.send(StageEvent::Ready).await?;
    for item in items {
        input.send(*item).await?;
    }
    stage.send(end).await?;

    let mut sums = Vec::new();
    while let Some(sum) = outputs.recv().await {
        sums.push(sum);
    }
    let kind = stage.join().await.kind();
    println!(
        "  {kind}: passed on {sums:?}, reported {:?}",
        reported.await?
    );
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    run(&[1, 2, 3, 4, 5], StageEvent::ReceivedEof).await?;
    run(&[1, 2, 3, 4, 5], StageEvent::BeginDrain).await?;
    run(&[1, 2, u32::MAX, 4, 5], StageEvent::BeginDrain).await
}
