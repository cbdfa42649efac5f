//! L11: what was asked for first comes first, also in the middle of a round. Here a task of the
//! state does what another thread could do between the loop's look for a stop and its look into
//! the mailbox.

use std::sync::{Arc, Mutex};

use steadfast::prelude::*;

use super::fixture::Log;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Desk {
    Waiting,
    Racing,
    Polling,
    Closed,
    Deserted,
}

#[derive(Debug, EventVariant)]
enum Call {
    Ring,
    Race,
    Poll,
    Stop,
    Error(Fault),
}

type Phone = Arc<Mutex<Option<Handle<Call, Desk>>>>;

struct Office {
    log: Log,
    phone: Phone,
    then: fn(Handle<Call, Desk>),
}

impl Office {
    /// Once it has the handle, it stops the component and does what comes then, all in one poll.
    fn errand(&self) -> impl Future<Output = Call> + Send + 'static {
        let (phone, then) = (Arc::clone(&self.phone), self.then);
        std::future::poll_fn(move |_| {
            let handle = phone.lock().unwrap().take();
            if let Some(handle) = handle {
                handle.stop();
                then(handle);
            }
            std::task::Poll::Pending
        })
    }
}

enum Act {
    Say(&'static str),
}

fsm! {
    struct DeskMachine;
    trait DeskDispatch;

    state: Desk;
    event: Call;
    context: Office;
    action: Act;
    initial: Waiting;
    error: Error;
    stop: Stop;

    superstate Open {
        task context.errand();
        state Waiting;
        state Racing: Race;
        state Polling: Poll;
    }

    any {
        on Ring => stay do [Say("ring")];
        on Race => Racing;
        on Poll => Polling;
        on Stop => Closed do [Say("stop")];
        on Error(_) => Deserted do [Say("error")];
    }

    terminal state Closed;
    failure state Deserted;
}

impl Execute<Act> for Office {
    async fn execute(&mut self, Act::Say(word): Act) -> Result<(), BoxError> {
        self.log.add(word);
        Ok(())
    }
}

#[supervisor(DeskMachine)]
struct Clerk;

impl DeskDispatch for Clerk {
    async fn racing(&mut self, _: &Desk, _: &mut Office) -> Next<Call> {
        std::future::pending().await
    }

    async fn polling(&mut self, _: &Desk, _: &mut Office) -> Next<Call> {
        tokio::task::yield_now().await;
        Ok(next::again())
    }
}

/// What the component heard, where its own task stopped it and then did this.
async fn heard(desk: Desk, then: fn(Handle<Call, Desk>)) -> (Vec<String>, Arc<Exit<Desk, Call>>) {
    let (log, phone) = (Log::default(), Phone::default());
    let office = Office {
        log: log.clone(),
        phone: Arc::clone(&phone),
        then,
    };
    let handle = Clerk.spawn_in(desk, office);
    let end = handle.downgrade();
    *phone.lock().unwrap() = Some(handle);
    let exit = end.join().await;
    (log.take(), exit)
}

#[tokio::test(start_paused = true)]
async fn a_stop_comes_before_an_event_that_was_sent_after_it() {
    for desk in [Desk::Waiting, Desk::Racing, Desk::Polling] {
        let (heard, exit) = heard(desk, |handle| handle.try_send(Call::Ring).unwrap()).await;
        assert_eq!(heard, ["stop"]);
        assert_eq!(exit.kind(), ExitKind::Completed);
        let left = exit.take_unhandled();
        assert!(matches!(left[..], [Call::Ring]), "{left:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn several_events_after_a_stop_come_back_in_order() {
    for desk in [Desk::Waiting, Desk::Racing, Desk::Polling] {
        let send = |handle: Handle<Call, Desk>| {
            handle.try_send(Call::Ring).unwrap();
            handle.try_send(Call::Race).unwrap();
            handle.try_send(Call::Poll).unwrap();
        };
        let (heard, exit) = heard(desk, send).await;
        assert_eq!(heard, ["stop"]);
        let left = exit.take_unhandled();
        assert!(
            matches!(left[..], [Call::Ring, Call::Race, Call::Poll]),
            "{left:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn who_stops_and_lets_go_has_stopped_it_and_not_left_it_alone() {
    for desk in [Desk::Waiting, Desk::Racing, Desk::Polling] {
        let (heard, exit) = heard(desk, drop).await;
        assert_eq!(heard, ["stop"]);
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert!(exit.faults().is_empty());
    }
}
