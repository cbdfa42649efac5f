//! What most users need: `use steadfast::prelude::*;`.

pub use crate::{
    BoxError, EventLoopDirective, EventVariant, Execute, Exit, ExitKind, ExternalEventMode, Fault,
    FaultKind, FsmError, Handle, HandlerSupervised, HandlerSupervisedExt, Machine, Next, Reply,
    SelfSupervised, SelfSupervisedExt, Slot, StateMachine, StateVariant, Step, Supervisor,
    SupervisorHandle, Transition, Trigger, WeakHandle, fsm, next, supervisor,
};
