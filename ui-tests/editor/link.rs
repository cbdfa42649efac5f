//! The machine that the editor is asked about. The tests name its lines by their text, so each line
//! that is asked about stands here once.

use std::time::Duration;

use steadfast::prelude::*;

/// Where the link stands.
#[derive(Clone, Debug, StateVariant)]
pub enum Link {
    /// Nobody has asked for anything.
    Idle,
    /// One try to reach the peer.
    Dialing { attempt: u32 },
    /// Bytes go back and forth.
    Up,
    /// A pause before the next try.
    Backoff { attempt: u32 },
    /// Ended as somebody asked.
    Closed,
    /// Ended because nothing helped.
    Failed(String),
}

/// What happens to a link.
#[derive(Debug, EventVariant)]
pub enum Signal {
    /// Somebody wants the link.
    Dial,
    /// The peer answered.
    Connected(u16),
    /// The peer is gone.
    Lost(String),
    /// Nobody wants the link any more.
    Close,
    /// Something broke.
    Error(String),
}

/// What a link asks for.
#[derive(Debug)]
pub enum Effect {
    /// Take the new socket.
    Adopt(u16),
    /// Put the socket away.
    Hangup,
    /// Tell the log.
    Report(&'static str),
}

/// What a link knows.
#[derive(Debug)]
pub struct LinkContext {
    /// How often a peer is tried.
    pub max_attempts: u32,
    /// How long one try may take.
    pub dial_timeout: Duration,
    /// Where the peer lives.
    pub address: u16,
}

impl LinkContext {
    /// Longer with each try.
    pub fn delay(&self, tries: u32) -> Duration {
        self.dial_timeout * tries
    }
}

/// Calls the peer.
pub async fn dial(address: u16) -> Signal {
    Signal::Connected(address)
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
        on Lost(_) => reject;
    }

    superstate Trying {
        state Dialing { attempt } {
            task dial(context.address);
            timeout context.dial_timeout;
            on Connected(socket) => Up do [Adopt(socket)];
            on Lost(_) | timeout if *attempt >= context.max_attempts => Failed("gave up".into());
            on Lost(_) | timeout => Backoff { attempt: *attempt + 1 };
        }

        state Backoff { attempt: tries } {
            timeout context.delay(*tries) => Dialing { attempt: *tries };
            on Lost(_) if *tries > 9 => Dialing { attempt: *tries };
            on Lost(_) => stay;
        }

        on Dial => stay do [Report("patience")];
    }

    state Up: Race {
        on_entry do [Report("up")];
        on_exit do [Report("down"), Hangup];
        on Lost(why) if why.is_empty() => Dialing { attempt: 0 };
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

/// Runs a link.
#[supervisor(LinkMachine)]
pub struct LinkSupervisor;

impl LinkDispatch for LinkSupervisor {
    async fn up(&mut self, _: &Link, context: &mut LinkContext) -> Next<Signal> {
        context.address += 1;
        Ok(next::emit(Signal::Close))
    }
}

impl Execute<Effect> for LinkContext {
    async fn execute(&mut self, action: Effect) -> Result<(), BoxError> {
        match action {
            Effect::Adopt(socket) => self.address = socket,
            Effect::Hangup => self.address = 0,
            Effect::Report(_) => {}
        }
        Ok(())
    }
}

fn main() {
    let link = LinkMachine::resume(Link::Up);
    assert!(matches!(link.state(), Link::Up));
}
