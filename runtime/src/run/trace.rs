//! All that a run tells `tracing`: one span, and these events. `docs/traces.md` is their list.
//!
//! Fields are computed where somebody listens, and only there. What is not ours and runs here, the
//! subscriber and the `Display` of an error, is contained like the rest of it.

use std::fmt;
use std::sync::Arc;

use tracing::{Level, Span, debug, enabled, error, info, info_span, warn};

use super::catch;
use crate::fault::causes;
use crate::machine::Stepped;
use crate::{ComponentId, Exit, ExitKind, Fault, StageId, StateVariant};

/// The span of one component. Its future is instrumented with it, so it is entered in each poll
/// and in its drop, and never held across an await.
pub(crate) fn span(name: &str, id: Option<ComponentId>, stage: Option<StageId>) -> Span {
    info_span!(
        target: "steadfast",
        "component",
        name,
        id = id.map(ComponentId::as_u64),
        stage = stage.map(tracing::field::display),
    )
}

/// A subscriber that panics has been heard by the panic hook. It ends nothing, and above all does
/// not keep an exit from those who wait for it.
fn tell(event: impl FnOnce()) {
    let _ = catch::call(event);
}

pub(super) fn started(state: &str) {
    tell(|| debug!(target: "steadfast", state, "started"));
}

#[inline]
pub(super) fn step<'a>(
    stepped: Stepped,
    from: &'static str,
    to: impl Fn() -> &'a str,
    trigger: &'static str,
) {
    if !enabled!(target: "steadfast", Level::DEBUG) {
        return;
    }
    tell(|| match stepped {
        Stepped::Moved(_) => {
            debug!(target: "steadfast", from, to = to(), trigger, "transition");
        }
        Stepped::Stayed | Stepped::Assigned => {
            debug!(target: "steadfast", from, to = to(), trigger, "stay");
        }
        Stepped::Postponed => {
            debug!(target: "steadfast", from, to = to(), trigger, "postponed");
        }
    });
}

pub(super) fn rejected(state: &str, event: &str) {
    tell(|| warn!(target: "steadfast", state, event, "rejected"));
}

pub(super) fn rejected_for_want_of_room(state: &str, event: &str) {
    tell(|| warn!(target: "steadfast", state, event, "rejected: too many postponed"));
}

pub(super) fn fault(fault: &Fault) {
    let state = fault.state();
    tell(|| error!(target: "steadfast", state, fault = %Causes(fault), "fault"));
}

pub(super) fn hook_failed(fault: &Fault) {
    let state = fault.state();
    tell(
        || error!(target: "steadfast", state, fault = %Causes(fault), "the completion hook failed"),
    );
}

pub(super) fn observer_panicked(panic: &Arc<str>) {
    tell(|| error!(target: "steadfast", %panic, "the observer panicked"));
}

pub(super) fn drop_panicked(panic: &Arc<str>) {
    tell(|| error!(target: "steadfast", %panic, "a drop panicked"));
}

/// The last that is heard of a component.
pub(super) fn ended<S: StateVariant, E>(exit: &Exit<S, E>) {
    let kind = exit.kind();
    let state = exit.state().map(S::variant_name);
    tell(|| match kind {
        ExitKind::Completed => info!(target: "steadfast", state, %kind, "ended"),
        ExitKind::Failed => error!(target: "steadfast", state, %kind, "ended"),
        ExitKind::Aborted => {
            let in_hand = exit.in_hand();
            warn!(target: "steadfast", state, %kind, in_hand, "ended");
        }
    });
}

/// A fault and its causes, in one line.
struct Causes<'a>(&'a Fault);

impl fmt::Display for Causes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match catch::call(|| causes(self.0)) {
            Ok(text) => f.write_str(&text),
            Err(panic) => write!(f, "{}: a cause panicked when it was shown: {panic}", self.0),
        }
    }
}
