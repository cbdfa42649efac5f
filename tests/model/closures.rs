//! What the closures of the expression form do: a random journey, a random list of actions, or an
//! error, at once or after a while.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use steadfast::BoxFuture;
use steadfast::prelude::*;

use super::world::{Act, Life, Panicked, World, or_panic};

/// A closure gave its error: the number of its site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Refused(pub(crate) u32);

type Answer<T> = Result<Result<T, Refused>, Panicked>;

impl World {
    /// Where an arm or a clock goes.
    pub(crate) fn ask_travel(&self, site: u32, given: u32) -> Answer<(Life, Vec<Act>)> {
        let byte = u32::from(self.ask(site, given)?);
        if byte % 11 == 10 {
            return Ok(Err(Refused(site)));
        }
        let n = byte % 5;
        let life = match byte % 20 {
            0..4 => Life::A { n },
            4..7 => Life::B(n),
            7..10 => Life::C,
            10..13 => Life::D { n, m: byte % 3 },
            13..16 => Life::E(n, byte % 4),
            16..19 => Life::F { n },
            _ => Life::Good(n),
        };
        let acts = [Act::Tell(site, n), Act::Note(site)];
        Ok(Ok((life, acts[byte as usize % 3..].to_vec())))
    }

    /// What a hook asks for.
    pub(crate) fn ask_hook(&self, site: u32, given: u32) -> Answer<Vec<Act>> {
        let byte = u32::from(self.ask(site, given)?);
        if byte % 11 == 10 {
            return Ok(Err(Refused(site)));
        }
        Ok(Ok((0..byte % 3).map(|n| Act::Tell(site, n)).collect()))
    }

    /// Whether an event that no arm takes is refused.
    pub(crate) fn ask_refuse(&self, site: u32, given: u32) -> Answer<()> {
        let byte = self.ask(site, given)?;
        Ok(if byte % 2 == 0 {
            Ok(())
        } else {
            Err(Refused(site))
        })
    }

    // What machines say.

    pub(crate) fn travel(
        &mut self,
        site: u32,
        given: u32,
    ) -> BoxFuture<'static, Result<Transition<Life, Act>, FsmError>> {
        let answer = or_panic(self.ask_travel(site, given));
        later(
            site,
            answer.map(|(next_state, actions)| Transition {
                next_state,
                actions,
            }),
        )
    }

    pub(crate) fn hook(
        &mut self,
        site: u32,
        given: u32,
    ) -> BoxFuture<'static, Result<Vec<Act>, FsmError>> {
        later(site, or_panic(self.ask_hook(site, given)))
    }

    pub(crate) fn refuse(
        &mut self,
        site: u32,
        given: u32,
    ) -> BoxFuture<'static, Result<(), FsmError>> {
        later(site, or_panic(self.ask_refuse(site, given)))
    }
}

/// Every other site has its answer at once.
fn later<T: Send + Unpin + 'static>(
    site: u32,
    answer: Result<T, Refused>,
) -> BoxFuture<'static, Result<T, FsmError>> {
    let answer = answer.map_err(|Refused(site)| FsmError::HandlerError(site.to_string()));
    Box::pin(async move {
        Pause(site.is_multiple_of(2)).await;
        answer
    })
}

/// Waits for one poll.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if !std::mem::take(&mut self.0) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
