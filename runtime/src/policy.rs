/// How a state looks at events from outside while it works.
///
/// | policy | looks at the mailbox | dispatch | interrupted while it works by |
/// |---|---|---|---|
/// | `Block` | waits for it | none: the state only waits | — |
/// | `Poll` | once before each dispatch | to its end | nothing |
/// | `Ignore` | never | to its end | nothing |
/// | `Race` | together with dispatch | dropped when something else comes first | everything |
///
/// `stop`, an expired clock and a finished task are waited for together with the mailbox, and
/// come before it. In `Poll` and `Ignore` they act when the dispatch returns.
///
/// **A `Race` dispatch is dropped by any external event, also one that the machine rejects**, and
/// begins again: keep its progress in `self`, or make it a `task`, which lasts as long as its
/// state does. A `send` to somebody else is no progress in `self`: emit the item as an event, and
/// send it in an action, which nothing interrupts.
///
/// # What a flood does
///
/// None keeps the others waiting for ever. The bounds count, they do not measure time:
///
/// - **Events.** After 64 external events in a row, rejected ones too, `Poll` dispatches once before
///   it looks again, and `Race` polls its dispatch once before the mailbox. To pass through a
///   `Block` state, where there is no work, does not begin a new row.
/// - **Work.** An event waits for one dispatch at most under `Poll`, for none under `Race`, and under
///   `Ignore` for as long as the component is in such a state: give it a way out.
/// - **Clocks and tasks.** After 16 of their events in a row, the mailbox and the work have one
///   turn before the next: also where the actions of an `every` take longer than its period, or
///   where a task or a `timeout` is done at once and begun anew by entering its state again.
/// - **Postponed events** that are offered again come before everything, `stop` included: each
///   once, 1024 at most, and those that are left once more where one of them changes the state.
/// - **`stop`** comes before every other event that was not given to the machine yet, also one that
///   a wake-up took out of the mailbox already. Only work that nothing interrupts, and actions, go
///   to their end first.
/// - **Other tasks** on the same thread have their turn by Tokio's cooperative budget: each round of
///   the loop takes one unit of its 128 at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum ExternalEventMode {
    /// Wait for an event; do nothing else.
    #[default]
    Block,
    /// Look once, then work.
    Poll,
    /// Work, and leave the mailbox alone.
    Ignore,
    /// Work and listen at once; whichever comes first.
    Race,
}

/// How a supervisor's states look at external events: for
/// [`SelfSupervisedWithExternalEvents`](crate::SelfSupervisedWithExternalEvents) and its twin.
/// `#[supervisor]` writes it from the machine's policies.
pub trait ExternalEventPolicy: crate::Supervisor {
    /// How this state looks at the mailbox.
    fn external_event_mode(state: &Self::State) -> ExternalEventMode;

    /// The event that tells the machine that nobody can send any more: given once in a state that
    /// looks. `None` where the state does not mind.
    fn on_external_event_channel_closed(state: &Self::State) -> Option<Self::Event>;

    /// Whether that event is an error event, so that the exit names the closed channel as a fault.
    #[doc(hidden)]
    fn channel_closed_is_fault() -> bool {
        false
    }
}
