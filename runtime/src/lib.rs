#![doc = include_str!("../docs/crate.md")]

mod abort;
mod action;
mod any_handle;
mod channel;
mod checked;
mod completion;
mod component;
mod directive;
mod dispatch;
mod ending;
#[cfg(doc)]
pub mod example;
mod exit;
mod external;
mod fault;
mod forward;
pub mod graph;
mod handle;
mod handle_error;
mod ids;
mod machine;
mod observe;
mod policy;
pub mod prelude;
#[cfg(all(test, steadfast_loom))]
mod races;
mod run;
mod spawn;
mod starting;
mod stats;
mod stop;
mod supervisor;
mod sync;
#[cfg(feature = "table")]
mod table;
mod task;
#[cfg(feature = "testing")]
pub mod testing;

pub use action::{Execute, FsmAction, FsmContext, NoAction};
pub use any_handle::SupervisorHandle;
pub use channel::{
    ChannelBuilder, Closed, DEFAULT_MAILBOX, EventReceiver, EventSender, StateWatcher,
};
pub use directive::{EventLoopDirective, Next, next};
pub use exit::{Exit, ExitKind, RunError, RunResult};
pub use external::{
    HandlerSupervisedWithExternalEvents, SelfSupervisedWithExternalEvents, WithExternalEvents,
};
pub use fault::{Fault, FaultKind};
pub use handle::{Handle, Reply, WeakHandle};
pub use handle_error::{AskError, Ended, SendError, TrySendError};
pub use ids::{ComponentId, StageId, WriterId};
pub use machine::{
    BoxFuture, EventVariant, FsmError, Machine, Move, Refused, Slot, StateMachine, StateVariant,
    Step, Transition, Trigger,
};
pub use observe::Observe;
pub use policy::{ExternalEventMode, ExternalEventPolicy};
pub use starting::{HandlerSupervisedExt, SelfSupervisedExt};
pub use stats::Stats;
pub use supervisor::{HandlerSupervised, SelfSupervised, Supervisor};
#[cfg(feature = "table")]
pub use table::{TableEnd, TableError, watch_table};

#[doc = include_str!("../docs/fsm.md")]
pub use steadfast_macros::fsm;
#[doc = include_str!("../docs/supervisor.md")]
pub use steadfast_macros::supervisor;
pub use steadfast_macros::{EventVariant, StateVariant};

/// For reading only: it is there when the documentation is made.
#[cfg(doc)]
#[doc = include_str!("../docs/faults.md")]
pub mod faults {}

/// For reading only: it is there when the documentation is made.
#[cfg(doc)]
#[doc = include_str!("../docs/mistakes.md")]
pub mod mistakes {}

/// For reading only: it is there when the documentation is made.
#[cfg(doc)]
#[doc = include_str!("../docs/traces.md")]
pub mod traces {}

/// Any error that can be sent to another thread.
pub type BoxError = Box<dyn std::error::Error + Send + Sync + 'static>;

/// What generated code speaks of. Not for people: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use crate::checked::{
        Checked, Holds, Known, Same, event, has_room, is_machine, sent_to_another_thread,
        shared_with_another_thread, state,
    };
    pub use crate::completion::completed;
    pub use crate::dispatch::{
        Drives, FromFault, NothingToDispatch, Supervised, closed_is_error, error_event,
        nothing_to_dispatch,
    };
    pub use crate::graph::build::{Arm, Declaration};
    pub use crate::machine::closures::{UserClosures, machine};
    pub use crate::machine::rules::{BoxFuture, Broken, Decision, Input, Rules, RulesOf};
    pub use crate::machine::step::{leave_for_move, timeout_owner};
    pub use crate::machine::topology::{Clock, Node, NodeKind, TOP, Topology, Unhandled};
    pub use crate::run::signals::Signals;
    pub use crate::run::wake::{Look, Wake};
    pub use crate::spawn::{handler_supervised, self_supervised};
    pub use crate::task::task;

    #[cfg(feature = "doc-diagrams")]
    pub use steadfast_doc_diagrams::drawn;

    pub use crate::__verbatim as verbatim;
}

/// A place of its own for an expression that may be none: what rustc finds wrong with its syntax is
/// then one error there, and the rest of the machine stands.
#[doc(hidden)]
#[macro_export]
macro_rules! __verbatim {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Compiles and runs every code block of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct ReadmeDoctests;
