//! The same component written by hand, under `#[async_trait]`, with the expression form of `fsm!`:
//! some of its arms are closures that await.

use async_trait::async_trait;
use steadfast::prelude::*;
use steadfast::{ExternalEventMode, ExternalEventPolicy, StageId, WriterId};

use super::yard::{Act, Site, Word, Yard, is_final};

fn machine(initial: Yard) -> StateMachine<Yard, Word, Site, Act> {
    fsm! {
        state: Yard;
        event: Word;
        context: Site;
        action: Act;
        initial: initial;

        state Blocking {
            on Keep(_) => postpone;
        }
        state Polling;
        state Ignoring {
            on Keep(_) => postpone;
        }
        state Racing;
        any {
            on Take => |state: &Yard, event: &Word, _: &mut Site| {
                let next_state = state.clone();
                let actions = match event {
                    Word::Take(token) => vec![Act::Done(token.clone())],
                    _ => Vec::new(),
                };
                Box::pin(async move {
                    tokio::task::yield_now().await;
                    Ok(Transition { next_state, actions })
                })
            };
            on Keep(token) => stay do [Done(token)];
            on Hang(token) => stay do [Act::Hang, Done(token)];
            on Slow(token) => stay do [Yield, Done(token), Yield];
            on Fail(token) => stay do [Act::Fail, Done(token)];
            on Blow(token) => stay do [Act::Blow, Done(token)];
            on Quit(token) => stay do [Abort, Done(token)];
            on Trip => |_: &Yard, _: &Word, site: &mut Site| {
                site.trips();
                Box::pin(async { Err(FsmError::StateLost) })
            };
            on Refuse(_) => reject;
            on Block(token) => Blocking do [Done(token)];
            on Poll(token) => Polling do [Done(token)];
            on Ignore(token) => Ignoring do [Done(token)];
            on Race(token) => Racing do [Done(token)];
            on Finish(token) => Yard::Done do [Act::Done(token)];
            on Sink(token) => Yard::Done do [Act::Fail, Act::Done(token)];
            on Stop => Yard::Done;
            on Error(fault) if is_final(&fault) => Broken(fault.to_string());
            on Error(_) => stay;
        }
        terminal state Done;
        failure state Broken;
    }
}

macro_rules! by_hand {
    ($name:ident: $trait:ident { $($own:tt)* }) => {
        pub struct $name<const MAILBOX: usize>;

        impl<const MAILBOX: usize> Supervisor for $name<MAILBOX> {
            type State = Yard;
            type Event = Word;
            type Context = Site;
            type Action = Act;

            const MAILBOX: usize = MAILBOX;

            fn build_state_machine(&self, initial: Yard) -> StateMachine<Yard, Word, Site, Act> {
                machine(initial)
            }

            fn name(&self) -> &str {
                stringify!($name)
            }

            fn stop_event(&self) -> Option<Word> {
                Some(Word::Stop)
            }
        }

        impl<const MAILBOX: usize> ExternalEventPolicy for $name<MAILBOX> {
            fn external_event_mode(state: &Yard) -> ExternalEventMode {
                match state {
                    Yard::Polling => ExternalEventMode::Poll,
                    Yard::Ignoring => ExternalEventMode::Ignore,
                    Yard::Racing => ExternalEventMode::Race,
                    _ => ExternalEventMode::Block,
                }
            }

            fn on_external_event_channel_closed(_: &Yard) -> Option<Word> {
                Some(Word::Stop)
            }
        }

        #[async_trait]
        impl<const MAILBOX: usize> $trait for $name<MAILBOX> {
            $($own)*

            async fn dispatch_state(&mut self, state: &Yard, site: &mut Site) -> Next<Word> {
                site.work(state).await
            }

            fn writer_id(&self) -> WriterId {
                StageId::new_const(1).into()
            }

            async fn write_completion_event(&self) -> Result<(), BoxError> {
                tokio::task::yield_now().await;
                Ok(())
            }

            fn event_for_action_error(&self, why: String) -> Word {
                Word::Error(Fault::from_error(why))
            }
        }
    };
}

by_hand!(Hands: SelfSupervised {});
by_hand!(Fingers: HandlerSupervised {
    type Handler = ();

    fn stage_id(&self) -> StageId {
        StageId::new_const(2)
    }
});
