//! actix: two arbiters, each with half of the actors and one of the senders; the system's own thread waits, as the one that
//! starts tokio's workers does. An actor is not moved to an arbiter that has less to do.

use tokio::sync::oneshot;

use super::load::run;
use super::{COMPONENTS, SENDERS};
use crate::arbiters;
use crate::component::actix::Actix;
use crate::contest::Runner;

pub(super) fn runner() -> Runner {
    Box::new(move |events| {
        arbiters::block_on(SENDERS, |arbiters| async move {
            let [_, arbiters @ ..] = &arbiters[..] else {
                return Err("no arbiters".into());
            };
            let tills = arbiters.iter().cycle().take(COMPONENTS);
            let tills = tills.map(Actix::open_on).collect();
            run(tills, events, |number, sending| {
                let (done, end) = oneshot::channel();
                arbiters[number].spawn(async {
                    // Who waits gave up because another one failed.
                    let _ = done.send(sending.await);
                });
                Box::pin(async { end.await? })
            })
            .await
        })
    })
}
