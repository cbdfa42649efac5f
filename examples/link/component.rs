//! The link itself.

use std::{io, net::SocketAddr, time::Duration};

use steadfast::prelude::*;
use tokio::{io::AsyncReadExt, net::TcpStream};

#[derive(Clone, Debug, PartialEq, StateVariant)]
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
}

pub struct LinkContext {
    pub address: SocketAddr,
    pub dial_timeout: Duration,
    pub max_attempts: u32,
    pub stream: Option<TcpStream>,
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
            timeout Duration::from_millis(20) * *attempt => Dialing { attempt: *attempt };
        }
        on Dial => stay;
    }

    state Up: Race {
        on_exit do [Hangup];
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

async fn dial(address: SocketAddr) -> Signal {
    match TcpStream::connect(address).await {
        Ok(stream) => Signal::Connected(stream),
        Err(error) => Signal::Lost(error),
    }
}

#[supervisor(LinkMachine)]
pub struct LinkSupervisor {
    pub buffer: Vec<u8>,
}

impl LinkDispatch for LinkSupervisor {
    // An event that comes first drops this future. Nothing is lost: what was read is in `self`.
    async fn up(&mut self, _: &Link, context: &mut LinkContext) -> Next<Signal> {
        let stream = context.stream.as_mut().ok_or("up without a stream")?;
        match stream.read_buf(&mut self.buffer).await {
            Ok(0) => Ok(Signal::Lost(io::ErrorKind::UnexpectedEof.into()).into()),
            Ok(_) => Ok(next::again()),
            Err(error) => Ok(Signal::Lost(error).into()),
        }
    }
}

impl Execute<Effect> for LinkContext {
    async fn execute(&mut self, action: Effect) -> Result<(), BoxError> {
        self.stream = match action {
            Effect::Adopt(stream) => Some(stream),
            Effect::Hangup => None,
        };
        Ok(())
    }
}
