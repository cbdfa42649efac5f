use crate::{Fault, FsmError, Trigger};

/// A look into a running component: for traces, counters, tests. It is compiled into the loop, so
/// the empty one costs nothing.
///
/// Every method does nothing by default. One that panics is treated as the machine's own panic.
///
/// ```
/// use steadfast::{EventVariant, Observe, StateVariant, Trigger};
///
/// /// Prints what makes a component move.
/// struct Print;
///
/// impl<S: StateVariant, E: EventVariant, A> Observe<S, E, A> for Print {
///     fn before(&mut self, state: &S, trigger: &Trigger<E>) {
///         match trigger {
///             Trigger::Event(event) => println!("{}: {}", state.variant_name(), event.variant_name()),
///             Trigger::Timeout => println!("{}: timeout", state.variant_name()),
///         }
///     }
/// }
/// ```
pub trait Observe<S, E, A>: Send + 'static {
    /// A trigger is about to be given to the machine.
    fn before(&mut self, state: &S, trigger: &Trigger<E>) {
        let _ = (state, trigger);
    }

    /// The machine has taken it: its state, changed or not, and the actions that will now be
    /// executed. Also called once at the beginning, for the initial state and its entry actions.
    fn after(&mut self, state: &S, actions: &[A]) {
        let _ = (state, actions);
    }

    /// The event is kept for the next change of state; [`after`](Self::after) follows, with the state
    /// as it is and the actions of the arm, if it has any.
    fn postponed(&mut self, state: &S) {
        let _ = state;
    }

    /// The machine does not take an event from outside, which is gone; the component lives on.
    fn rejected(&mut self, state: &S, error: &FsmError) {
        let _ = (state, error);
    }

    /// Something went wrong and is about to become the error event.
    fn fault(&mut self, fault: &Fault) {
        let _ = fault;
    }
}

/// Observes nothing.
impl<S, E, A> Observe<S, E, A> for () {}
