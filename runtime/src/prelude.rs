//! What most users need: `use steadfast::prelude::*;`.

pub use crate::{
    AskError, BoxError, EventLoopDirective, EventVariant, Execute, Exit, ExitKind,
    ExternalEventMode, Fault, FaultKind, FsmError, Handle, HandlerSupervised, HandlerSupervisedExt,
    Machine, Next, Observe, Reply, SelfSupervised, SelfSupervisedExt, SendError, Slot,
    StateMachine, StateVariant, Stats, Step, Supervisor, SupervisorHandle, Transition, Trigger,
    TrySendError, WeakHandle, fsm, next, supervisor,
};
