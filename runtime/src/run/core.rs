//! The data of a run, from its first round to its exit.

use std::sync::Arc;

use super::catch;
use super::driver::{Action, Ctx, Driver, Event, State};
use super::faults::Faults;
use super::signals::Signals;
use crate::component::Control;
use crate::exit::Unhandled;
use crate::machine::Origin;
use crate::{Exit, ExitKind, StateMachine, StateVariant, Supervisor};

pub(crate) type MachineOf<D> = StateMachine<State<D>, Event<D>, Ctx<D>, Action<D>>;

/// The data of one run.
pub(super) struct Core<D: Driver, O> {
    pub(super) driver: D,
    pub(super) context: Ctx<D>,
    pub(super) machine: MachineOf<D>,
    pub(super) observer: O,
    /// The actions of the step in hand; its room is used again.
    pub(super) actions: Vec<Action<D>>,
    /// Nodes that were entered and whose tasks are not started yet.
    pub(super) to_start: Vec<u16>,
    pub(super) signals: Signals<Event<D>>,
    pub(super) faults: Faults,
    /// Events that could not be postponed: they go to the exit.
    pub(super) refused: Vec<Event<D>>,
    /// The error event that comes next, and how often it was tried in a row.
    pub(super) error_event: Option<Event<D>>,
    pub(super) tries: u8,
    pub(super) in_hand: Option<&'static str>,
    /// The state before the step in hand, or the last: what there is to name where a panic in a `move`
    /// arm took it along.
    pub(super) from: &'static str,
    /// Who gave the trigger of that step, and whether it is a clock.
    pub(super) origin: Origin,
    pub(super) is_clock: bool,
    /// Whether the first state is entered.
    pub(super) begun: bool,
    /// Whether nothing but what is urgent can come before what is in the mailbox.
    pub(super) calm: bool,
    /// What user code is called for, or may be.
    pub(super) doing: Doing,
    /// What is given to the machine, and comes again where the step breaks off.
    pub(super) owed: Owed,
    pub(super) control: Arc<Control>,
}

/// What user code is called for at the moment. One catch stands around many rounds, in place of one
/// around each call, which would be a dozen for each event: whoever catches a panic looks here what
/// it broke off. So what must outlive a panic is kept in [`Core`], not in a variable of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// The work, a policy, the conversion of an event. None of them touches the machine, and what
    /// they borrow is the user's own.
    Waiting,
    /// The machine's entry into its first state.
    Entering,
    /// A step.
    Stepping,
    /// What a step led to is shown, to the watchers and the observer.
    Showing,
    /// Actions, of which there are so many in this step.
    Acting { of: usize },
}

/// What must not be used up by a step that breaks off, by a panic or a closure's error, before the
/// machine has taken or refused it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owed {
    Nothing,
    /// The stop that the owner asked for.
    Stop,
    /// The word that all senders are gone.
    Closed,
}

/// What to give to the machine.
pub(super) enum Given<E> {
    /// Its first state, to enter.
    Entry,
    Event(E, Origin),
    Clock(u16),
}

/// What the machine made of what it was given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It entered its first state.
    Entered,
    /// It was taken.
    Taken,
    /// It was postponed.
    Kept,
    /// It came from outside and was refused.
    Rejected,
}

impl<D, O> Core<D, O>
where
    D: Driver,
{
    pub(super) fn new(
        driver: D,
        mut machine: MachineOf<D>,
        context: Ctx<D>,
        observer: O,
        control: Option<Arc<Control>>,
    ) -> Self {
        let signals = Signals::new(control.clone());
        if machine.has_clocks() {
            machine.clocks_mut().follow(signals.time());
        }
        Core {
            driver,
            context,
            machine,
            observer,
            actions: Vec::new(),
            to_start: Vec::new(),
            signals,
            faults: Faults::default(),
            refused: Vec::new(),
            error_event: None,
            tries: 0,
            in_hand: None,
            from: "",
            origin: Origin::Own,
            is_clock: false,
            begun: false,
            calm: false,
            doing: Doing::Waiting,
            owed: Owed::Nothing,
            control: control.unwrap_or_default(),
        }
    }

    /// Closes the mailbox, and gathers everything that the exit tells.
    pub(super) fn seal(&mut self, kind: ExitKind) -> Exit<State<D>, Event<D>> {
        // The state stays in the machine's slot for nobody: the run is over.
        let mut events: Vec<_> = self.machine.take_postponed().collect();
        events.append(&mut self.refused);
        let mailbox = self.driver.component_mut().__close_mailbox();
        self.control.counters.set_postponed(0);
        self.control.counters.set_batched(0);
        Exit::new(
            kind,
            self.machine.take_state(),
            self.faults.take(),
            Unhandled { events, mailbox },
            self.in_hand.take(),
        )
    }

    /// Drops the parts one by one, and tells which of them panicked.
    pub(super) fn into_drops(self) -> Vec<Arc<str>> {
        let Core {
            driver,
            context,
            machine,
            observer,
            actions,
            signals,
            refused,
            error_event,
            ..
        } = self;
        [
            catch::call(move || drop(signals)),
            catch::call(move || drop(actions)),
            catch::call(move || drop(refused)),
            catch::call(move || drop(error_event)),
            catch::call(move || drop(machine)),
            catch::call(move || drop(observer)),
            catch::call(move || drop(driver)),
            catch::call(move || drop(context)),
        ]
        .into_iter()
        .filter_map(Result::err)
        .collect()
    }

    pub(super) fn state_name(&self) -> &'static str {
        self.machine
            .try_state()
            .map_or(self.from, |state| state.variant_name())
    }
}
