//! How do I keep a connection up?
//!
//! The link dials, gives each attempt its time, backs off, reconnects, and closes when it is told
//! to. The server that it talks to is killed and started again under its feet.
//!
//! Run it with `cargo run -p steadfast-examples --example link`.

// `cargo doc --example link --features doc-diagrams --open` shows its machine.
pub mod component;

use std::io;
use std::time::Duration;

use steadfast::{Observe, prelude::*};
use tokio::net::TcpListener;

use component::{Effect, Link, LinkContext, LinkMachine, LinkSupervisor, Signal};

/// Prints each state as it is entered, and why the link was lost.
struct Print;

impl Observe<Link, Signal, Effect> for Print {
    fn before(&mut self, _: &Link, trigger: &Trigger<Signal>) {
        if let Trigger::Event(Signal::Lost(why)) = trigger {
            println!("link: lost: {why}");
        }
    }

    fn after(&mut self, state: &Link, _: &[Effect]) {
        println!("link: {state:?}");
    }
}

/// Holds on to whoever connects; aborted, it hangs up on all of them.
async fn serve(listener: TcpListener) -> io::Result<()> {
    let mut clients = Vec::new();
    loop {
        clients.push(listener.accept().await?);
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));

    let context = LinkContext {
        address,
        dial_timeout: Duration::from_secs(1),
        max_attempts: 8,
        stream: None,
    };
    let supervisor = LinkSupervisor { buffer: Vec::new() };
    let link = supervisor.spawn_observed(LinkMachine::initial(), context, Print);
    link.send(Signal::Dial).await?;
    link.wait_for(|state| *state == Link::Up).await?;

    println!("the server is killed");
    server.abort();
    link.wait_for(|state| matches!(state, Link::Backoff { attempt: 3.. }))
        .await?;

    println!("the server is started again");
    let server = tokio::spawn(serve(TcpListener::bind(address).await?));
    link.wait_for(|state| *state == Link::Up).await?;

    link.stop();
    println!("{}", link.join().await);
    server.abort();
    Ok(())
}
