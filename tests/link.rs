//! The machine of the design's first page, complete, against a real server on a loopback port.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use steadfast::prelude::*;
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};

#[derive(Clone, Debug, StateVariant)]
pub enum Link {
    Idle,
    Dialing { attempt: u32 },
    Up,
    Backoff { attempt: u32 },
    Closed,
    Failed(String),
}

#[derive(Debug, EventVariant)]
pub enum Signal {
    Dial,
    Connected(TcpStream),
    Lost(io::Error),
    Close,
    Error(String),
}

#[derive(Debug)]
pub enum Effect {
    Adopt(TcpStream),
    Hangup,
    Report(&'static str),
}

#[derive(Debug)]
pub struct LinkContext {
    address: SocketAddr,
    dial_timeout: Duration,
    max_attempts: u32,
    stream: Option<TcpStream>,
    reports: tokio::sync::mpsc::UnboundedSender<&'static str>,
}

impl LinkContext {
    fn delay(&self, attempt: u32) -> Duration {
        Duration::from_millis(1 << attempt)
    }

    async fn read_into(&mut self, buffer: &mut Vec<u8>) -> io::Result<usize> {
        match &mut self.stream {
            Some(stream) => stream.read_buf(buffer).await,
            None => Err(io::ErrorKind::NotConnected.into()),
        }
    }
}

async fn dial(address: SocketAddr) -> Signal {
    match TcpStream::connect(address).await {
        Ok(stream) => Signal::Connected(stream),
        Err(error) => Signal::Lost(error),
    }
}

fsm! {
    /// The life of one link.
    pub struct LinkMachine;
    /// What the link does in each state that works.
    pub trait LinkDispatch;

    state:   Link;
    event:   Signal;
    context: LinkContext;
    action:  Effect;
    initial: Idle;
    error:   Signal::Error;
    stop:    Signal::Close;

    state Idle {
        on Dial => Dialing { attempt: 1 };
    }

    superstate Trying {
        /// The peer may be away for long: give each attempt its time, then wait.
        state Dialing { attempt } {
            task dial(context.address);
            timeout context.dial_timeout;
            on Connected(stream) => Up do [Adopt(stream)];
            on Lost(_) | timeout if *attempt >= context.max_attempts => Failed("gave up".into());
            on Lost(_) | timeout => Backoff { attempt: *attempt + 1 };
        }

        state Backoff { attempt } {
            timeout context.delay(*attempt) => Dialing { attempt: *attempt };
        }

        on Dial => stay;
    }

    state Up: Race {
        on_entry do [Report("up")];
        on_exit do [Report("down"), Hangup];
        on Lost(_) => Backoff { attempt: 1 };
        on Dial => stay;
    }

    any {
        on Close => Closed;
        on Error(reason) => Failed(reason);
        on Connected(_) | Lost(_) => reject;
    }

    terminal state Closed;
    failure state Failed;
}

#[supervisor(LinkMachine)]
pub struct LinkSupervisor {
    buffer: Vec<u8>,
}

impl LinkDispatch for LinkSupervisor {
    async fn up(&mut self, _: &Link, context: &mut LinkContext) -> Next<Signal> {
        match context.read_into(&mut self.buffer).await {
            Ok(0) => Ok(Signal::Lost(io::ErrorKind::UnexpectedEof.into()).into()),
            Ok(_) => Ok(next::again()),
            Err(error) => Ok(Signal::Lost(error).into()),
        }
    }
}

impl Execute<Effect> for LinkContext {
    async fn execute(&mut self, action: Effect) -> Result<(), BoxError> {
        match action {
            Effect::Adopt(stream) => self.stream = Some(stream),
            Effect::Hangup => self.stream = None,
            Effect::Report(word) => self.reports.send(word)?,
        }
        Ok(())
    }
}

fn context(
    address: SocketAddr,
    max_attempts: u32,
) -> (
    LinkContext,
    tokio::sync::mpsc::UnboundedReceiver<&'static str>,
) {
    let (reports, told) = tokio::sync::mpsc::unbounded_channel();
    let context = LinkContext {
        address,
        dial_timeout: Duration::from_secs(5),
        max_attempts,
        stream: None,
        reports,
    };
    (context, told)
}

#[tokio::test]
async fn a_link_comes_up_goes_down_and_comes_up_again_until_it_is_closed() -> Result<(), BoxError> {
    let server = TcpListener::bind("127.0.0.1:0").await?;
    let (context, mut told) = context(server.local_addr()?, 3);
    let link = LinkSupervisor { buffer: Vec::new() }.spawn(context);

    link.send(Signal::Dial).await?;
    let (peer, _) = server.accept().await?;
    link.wait_for(|state| matches!(state, Link::Up)).await?;
    assert_eq!(told.recv().await, Some("up"));

    drop(peer);
    assert_eq!(told.recv().await, Some("down"));
    let _peer = server.accept().await?;
    assert_eq!(told.recv().await, Some("up"));

    link.stop();
    let exit = link.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert!(matches!(exit.state(), Some(Link::Closed)));
    assert_eq!(told.recv().await, Some("down"));
    assert_eq!(told.recv().await, None);
    Ok(())
}

#[tokio::test]
async fn a_link_that_nobody_answers_gives_up() -> Result<(), BoxError> {
    // A port that was free a moment ago: connections to it are refused.
    let address = TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
    let (context, _told) = context(address, 2);
    let link = LinkSupervisor { buffer: Vec::new() }.spawn(context);
    link.send(Signal::Dial).await?;
    let exit = link.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert!(matches!(exit.state(), Some(Link::Failed(why)) if why == "gave up"));
    Ok(())
}
