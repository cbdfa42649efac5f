//! The life of a stage: states, events, actions and what leads from one to the next.

use steadfast::prelude::*;

use crate::handler::Handler;
use crate::stage::StageContext;

#[derive(Clone, Debug, StateVariant)]
pub enum StageState {
    Created,
    Initialized,
    Running,
    Draining,
    Drained,
    Failed,
}

#[derive(Debug, EventVariant)]
pub enum StageEvent {
    Initialize,
    Ready,
    ReceivedEof,
    BeginDrain,
    DrainComplete,
    Error(String),
}

#[derive(Debug)]
pub enum StageAction {
    AllocateResources,
    PublishRunning,
    ForwardEof,
    DrainHandler,
    SendCompletion,
    SendFailure { message: String },
    Cleanup,
}

fsm! {
    /// The life of a stage.
    pub struct StageMachine<H: Handler>;
    /// What a stage does in each state that works.
    pub trait StageDispatch;

    state: StageState; event: StageEvent; context: StageContext<H>; action: StageAction;
    initial: Created; error: Error; stop: BeginDrain; closed: BeginDrain;

    state Created {
        on Initialize => Initialized do [AllocateResources];
        on BeginDrain => Draining;
    }

    state Initialized {
        on Ready => Running do [PublishRunning];
        on BeginDrain => Draining;
    }

    state Running: Race {
        on Ready => stay;
        on ReceivedEof | BeginDrain => Draining;
    }

    state Draining: Poll {
        on BeginDrain => stay;
        on DrainComplete => Drained do [DrainHandler, ForwardEof, SendCompletion, Cleanup];
    }

    any {
        on Error(message) => Failed do [SendFailure { message }, Cleanup];
        on Initialize | Ready | ReceivedEof | DrainComplete => reject;
    }

    terminal state Drained;
    failure state Failed;
}
