//! Runs of the pure machine, each step against the reference: what comes out, the state with its
//! payload, what is postponed, and every expression that was evaluated, in order.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use proptest::prelude::*;
use steadfast::prelude::*;

use super::cases::{self, Subject};
use super::family::Machine;
use super::reference::{BOUND, Cause, Failure, Reference, Step};
use super::world::{Act, Event, Life, Panicked, Tables, UNIT, World};

/// What a test does to a machine.
#[derive(Clone, Debug)]
enum Call {
    Enter,
    Handle(Event),
    StepOne(Event),
    /// Gives the event to `step_one` until it does not fit, if it is postponed.
    Flood(Event),
    /// Offers one postponed event again, if one is due.
    Retry,
    /// `check_timeout`, so many halves of the unit after the last call of it.
    Check(u32),
    /// `check_timeout` with less than was told before.
    CheckBack,
}

type Answer = Result<Vec<Act>, Failure>;

/// What the reference makes of the same calls.
struct Expected {
    reference: Reference,
    /// Whether the initial state is entered, or the clocks of a resumed one are started.
    begun: bool,
    resumed: bool,
    /// Actions of steps that came before one that failed in the same call.
    pending: Vec<Act>,
    /// When the state was entered, and what `check_timeout` was told last.
    since: Duration,
    told: Duration,
}

impl Expected {
    fn begin(&mut self) -> Result<(), Failure> {
        if self.begun {
            return Ok(());
        }
        if self.resumed {
            self.reference.resume()?;
        } else {
            let step = self.reference.enter()?;
            self.emit(&step);
        }
        self.begun = true;
        Ok(())
    }

    /// Returns whether a state was entered.
    fn emit(&mut self, step: &Step) -> bool {
        self.pending
            .extend(step.actions.iter().map(Act::from_value));
        let moved = !step.entered.is_empty();
        if moved {
            self.since = self.reference.now;
            self.told = Duration::ZERO;
        }
        moved
    }

    fn answer(&mut self, result: Result<(), Failure>) -> Answer {
        result.map(|()| std::mem::take(&mut self.pending))
    }

    fn step(&mut self, cause: &Cause) -> Result<bool, Failure> {
        let step = self.reference.step(cause, false)?;
        Ok(self.emit(&step))
    }

    fn step_one(&mut self, event: &Event) -> Result<(), Failure> {
        self.begin()?;
        self.step(&Cause::Event(event.value())).map(drop)
    }

    /// Offers all that is due; an event that is refused keeps no other from its turn.
    fn retry(&mut self) -> Result<(), Failure> {
        let mut first = Ok(());
        while !self.reference.is_ended()
            && let Some((event, _)) = self.reference.next_due()
        {
            match self.step(&Cause::Event(event)) {
                Ok(_) => {}
                Err(panic @ Failure::Panic(_)) => return Err(panic),
                Err(failure) if first.is_ok() => first = Err(failure),
                Err(_) => {}
            }
        }
        first
    }

    fn handle(&mut self, event: &Event) -> Result<(), Failure> {
        self.begin()?;
        let before = self.retry();
        if let Err(Failure::Panic(_)) = before {
            return before;
        }
        self.step(&Cause::Event(event.value()))?;
        match self.retry() {
            // A panic comes out, whatever was refused before it.
            panic @ Err(Failure::Panic(_)) => panic,
            after => before.and(after),
        }
    }

    fn check(&mut self, elapsed: Duration) -> Result<(), Failure> {
        self.begin()?;
        self.told = self.told.max(elapsed);
        self.reference.now = self.since + self.told;
        self.retry()?;
        while let Some(cause) = self.reference.expired() {
            // What is entered now has a time of its own, of which nothing was told yet.
            if self.step(&cause)? {
                return self.retry();
            }
        }
        Ok(())
    }
}

/// A machine under test beside the reference.
struct Pair {
    machine: Machine,
    world: World,
    expected: Expected,
    /// The last event that `next_postponed` gave.
    calls: usize,
}

impl Pair {
    fn new(subject: &Subject, tables: &Tables) -> Self {
        let mut reference = Reference::new(subject.plan(), World::new(tables.clone()));
        if let Some(state) = &subject.resumed {
            reference.state = state.value();
        }
        Pair {
            machine: subject.machine(),
            world: World::new(tables.clone()),
            expected: Expected {
                reference,
                begun: false,
                resumed: subject.resumed.is_some(),
                pending: Vec::new(),
                since: Duration::ZERO,
                told: Duration::ZERO,
            },
            calls: 0,
        }
    }

    fn call(&mut self, call: &Call) {
        self.calls += 1;
        let expected = &mut self.expected;
        match call {
            Call::Enter => {
                let result = expected.begin();
                let wanted = expected.answer(result);
                self.compare(wanted, |machine, world| ready(machine.enter(world)));
            }
            Call::Handle(event) => {
                let result = expected.handle(event);
                let wanted = expected.answer(result);
                let event = event.clone();
                self.compare(wanted, |machine, world| ready(machine.handle(event, world)));
            }
            Call::StepOne(event) => self.step_one(event),
            Call::Flood(event) => {
                for _ in 0..=BOUND {
                    self.step_one(event);
                    if self.machine.postponed() == 0 {
                        break;
                    }
                }
            }
            Call::Retry => {
                let wanted = expected.reference.next_due();
                let event = self.machine.next_postponed();
                let wanted = wanted.map(|(event, _)| event);
                assert_eq!(event.as_ref().map(Event::value), wanted);
                if let Some(event) = event
                    && !self.machine.is_ended()
                {
                    self.step_one(&event);
                }
            }
            Call::Check(halves) => {
                let time = expected.told + UNIT * *halves / 2;
                self.check(time);
            }
            Call::CheckBack => {
                let time = expected.told / 2;
                self.check(time);
            }
        }
    }

    fn step_one(&mut self, event: &Event) {
        let result = self.expected.step_one(event);
        let wanted = self.expected.answer(result);
        let event = event.clone();
        self.compare(wanted, |machine, world| {
            ready(machine.step_one(event, world))
        });
    }

    fn check(&mut self, time: Duration) {
        let result = self.expected.check(time);
        let wanted = self.expected.answer(result);
        self.compare(wanted, |machine, world| {
            ready(machine.check_timeout(time, world))
        });
    }

    /// Makes the call, and holds everything that can be seen against the reference.
    fn compare(
        &mut self,
        wanted: Answer,
        call: impl FnOnce(&mut Machine, &mut World) -> Result<Vec<Act>, FsmError>,
    ) {
        let (machine, world) = (&mut self.machine, &mut self.world);
        let made = catch_unwind(AssertUnwindSafe(|| call(machine, world)));
        let answer = match made {
            Ok(result) => result.map_err(failure),
            Err(payload) => match payload.downcast::<Panicked>() {
                Ok(panicked) => Err((*panicked).into()),
                Err(other) => std::panic::resume_unwind(other),
            },
        };
        let reference = &self.expected.reference;
        let call = self.calls;
        assert_eq!(answer, wanted, "call {call}: what comes out");
        let state = (!reference.lost).then(|| Life::from_value(&reference.state));
        assert_eq!(
            self.machine.try_state(),
            state.as_ref(),
            "call {call}: the state"
        );
        assert_eq!(
            self.world.take_asked(),
            reference.world.take_asked(),
            "call {call}: the expressions that were evaluated, in order"
        );
        let (kept, ended) = (self.machine.postponed(), self.machine.is_ended());
        assert_eq!(
            kept,
            reference.postponed(),
            "call {call}: what is postponed"
        );
        let wanted = !reference.lost && reference.is_ended();
        assert_eq!(ended, wanted, "call {call}: whether it ended");
    }
}

/// The error as the reference says it.
fn failure(error: FsmError) -> Failure {
    match error {
        FsmError::UnhandledEvent { state, event } => Failure::Unhandled {
            state: state.to_owned(),
            event: event.to_owned(),
        },
        FsmError::PostponeFull {
            state,
            event,
            bound,
            refused,
        } => {
            let refused: Event = refused.take().expect("the event comes back");
            assert_eq!((event, bound), (refused.variant_name(), BOUND));
            Failure::Full {
                state: state.to_owned(),
                event: refused.value(),
            }
        }
        FsmError::StateLost => Failure::Lost,
        FsmError::HandlerError(site) => Failure::Handler(site.parse().unwrap()),
        other => panic!("{other:?}"),
    }
}

/// The output of a future that waits for nothing but another poll.
pub(crate) fn ready<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    for _ in 0..100_000 {
        if let Poll::Ready(output) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return output;
        }
    }
    panic!("the machine waits")
}

fn run(subject: &Subject, tables: &Tables, calls: &[Call]) {
    let mut pair = Pair::new(subject, tables);
    for call in calls {
        pair.call(call);
    }
}

fn one_by_one() -> impl Strategy<Value = Call> {
    prop_oneof![
        8 => cases::event().prop_map(Call::StepOne),
        5 => Just(Call::Retry),
    ]
}

fn whole() -> impl Strategy<Value = Call> {
    cases::event().prop_map(Call::Handle)
}

fn clocks() -> impl Strategy<Value = Call> {
    prop_oneof![
        6 => (0..12u32).prop_map(Call::Check),
        1 => Just(Call::CheckBack),
        5 => whole(),
    ]
}

fn everything() -> impl Strategy<Value = Call> {
    prop_oneof![
        20 => one_by_one(),
        20 => whole(),
        20 => clocks(),
        3 => Just(Call::Enter),
        1 => cases::event().prop_map(Call::Flood),
    ]
}

proptest! {
    #![proptest_config(cases::config(300))]

    #[test]
    fn a_machine_steps_as_the_reference_does(
        subject in cases::subject(),
        tables in cases::tables(),
        calls in cases::script(one_by_one(), 40),
    ) {
        run(&subject, &tables, &calls);
    }

    #[test]
    fn a_machine_handles_events_and_what_was_postponed_as_the_reference_does(
        subject in cases::subject(),
        tables in cases::tables(),
        calls in cases::script(whole(), 40),
    ) {
        run(&subject, &tables, &calls);
    }

    #[test]
    fn clocks_expire_as_those_of_the_reference_do(
        subject in cases::subject(),
        tables in cases::tables(),
        calls in cases::script(clocks(), 40),
    ) {
        run(&subject, &tables, &calls);
    }

    #[test]
    fn calls_of_all_kinds_agree_with_the_reference_in_any_order(
        subject in cases::subject(),
        tables in cases::tables(),
        calls in cases::script(everything(), 60),
    ) {
        run(&subject, &tables, &calls);
    }
}
