//! The reference of the run loop, for states that block: rounds by L2, faults by L4, L5 and L7,
//! what is handed back by L10. It moves its own time line from one thing to the next.

use std::collections::VecDeque;
use std::time::Duration;

use steadfast::prelude::*;

use super::reference::{Cause, Failure, Reference, Step};
use super::world::{Act, Event, Life, Value, code};

/// What someone outside does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Deed {
    Send(Event),
    Stop,
    /// The last handle goes.
    Close,
    Abort,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct End {
    pub(crate) kind: ExitKind,
    pub(crate) state: Option<Life>,
    /// Their kinds, and the states that they were in.
    pub(crate) faults: Vec<(FaultKind, String)>,
    pub(crate) unhandled: Vec<Event>,
    pub(crate) in_hand: Option<String>,
    /// How many triggers were taken, how many events were refused, how many faults there were, if
    /// someone is left who can ask.
    pub(crate) counts: Option<(u64, u64, u64)>,
}

struct Task {
    scope: usize,
    at: Duration,
    event: Value,
}

/// Given to the machine: whose, and what.
struct Given {
    cause: Cause,
    own: bool,
}

/// A step that led to the error event, by the kind of the fault.
type Stepped<T> = Result<Result<T, (FaultKind, String)>, ExitKind>;

pub(crate) struct Loop {
    reference: Reference,
    script: VecDeque<(Duration, Deed)>,
    now: Duration,
    entered: bool,
    mailbox: VecDeque<Value>,
    stop: Stop,
    closed: bool,
    /// The state that was told that nobody can send any more, until another is entered: one that
    /// goes to itself knows it already.
    told: Option<String>,
    tasks: Vec<Task>,
    finished: VecDeque<Task>,
    to_start: Vec<usize>,
    in_hand: Option<String>,
    /// Whether the last step failed before the machine had taken or refused what it was given.
    broke_off: bool,
    faults: Vec<(FaultKind, String)>,
    in_a_row: u32,
    last_fault: Duration,
    rest: Option<Duration>,
    counts: (u64, u64, u64),
    pub(crate) seen: Vec<String>,
}

#[derive(PartialEq)]
enum Stop {
    Quiet,
    Asked,
    Taken,
    /// The machine broke off over it: it is asked for again when nothing rests.
    Again,
}

const LONGEST_REST: Duration = Duration::from_secs(10);

impl Loop {
    pub(crate) fn new(reference: Reference, script: VecDeque<(Duration, Deed)>) -> Self {
        Loop {
            reference,
            script,
            now: Duration::ZERO,
            entered: false,
            mailbox: VecDeque::new(),
            stop: Stop::Quiet,
            closed: false,
            told: None,
            tasks: Vec::new(),
            finished: VecDeque::new(),
            to_start: Vec::new(),
            in_hand: None,
            broke_off: false,
            faults: Vec::new(),
            in_a_row: 0,
            last_fault: Duration::ZERO,
            rest: None,
            counts: (0, 0, 0),
            seen: Vec::new(),
        }
    }

    pub(crate) fn run(&mut self) -> End {
        let kind = self.live();
        let mut unhandled = self.reference.take_kept();
        unhandled.extend(self.mailbox.drain(..));
        End {
            kind,
            state: (!self.reference.lost).then(|| Life::from_value(&self.reference.state)),
            faults: self.faults.split_off(self.faults.len().saturating_sub(32)),
            unhandled: unhandled.iter().map(Event::from_value).collect(),
            in_hand: self.in_hand.take(),
            counts: Some(self.counts),
        }
    }

    fn live(&mut self) -> ExitKind {
        let begun = self.enter().and_then(|entered| match entered {
            Ok(()) => Ok(()),
            Err(fault) => self.raise(fault),
        });
        if let Err(end) = begun {
            return end;
        }
        loop {
            if self.reference.is_ended() {
                return match self.reference.has_failed() {
                    true => ExitKind::Failed,
                    false => ExitKind::Completed,
                };
            }
            if let Err(end) = self.round() {
                return end;
            }
        }
    }

    fn see(&mut self, what: String) {
        self.seen.push(format!("{} {what}", self.now.as_millis()));
    }

    /// Lets time pass; what comes from outside meanwhile is received.
    fn pass_until(&mut self, then: Duration) -> Result<(), ExitKind> {
        while self.script.front().is_some_and(|(at, _)| *at <= then)
            && let Some((at, deed)) = self.script.pop_front()
        {
            self.now = at;
            match deed {
                Deed::Send(event) if !self.closed => self.mailbox.push_back(event.value()),
                Deed::Stop if self.stop == Stop::Quiet => self.stop = Stop::Asked,
                Deed::Send(_) | Deed::Stop => {}
                Deed::Close => self.closed = true,
                Deed::Abort => return Err(ExitKind::Aborted),
            }
        }
        self.now = then;
        Ok(())
    }

    /// One round: the first that applies.
    fn round(&mut self) -> Result<(), ExitKind> {
        if let Some((event, own)) = self.reference.next_due() {
            return self.give(Cause::Event(event), own);
        }
        if self.rest.is_none() {
            if self.stop == Stop::Again {
                self.stop = Stop::Asked;
            }
            if let Err(fault) = self.start_tasks() {
                return self.raise(fault);
            }
        }
        loop {
            self.reference.now = self.now;
            if self.stop == Stop::Asked {
                self.stop = Stop::Taken;
                return match self.reference.plan.stop.clone() {
                    None => Err(ExitKind::Completed),
                    Some(name) => {
                        let fields = Vec::new();
                        let cause = Cause::Event(Value { name, fields });
                        let stepped = self.step(&Given { cause, own: true })?;
                        if self.broke_off {
                            self.stop = Stop::Again;
                        }
                        self.given(stepped)
                    }
                };
            }
            if let Some(cause) = self.reference.expired() {
                return self.give(cause, true);
            }
            let now = self.now;
            self.finished
                .extend(self.tasks.extract_if(.., |task| task.at <= now));
            if let Some(task) = self.finished.pop_front() {
                return self.give(Cause::Event(task.event), true);
            }
            if let Some(event) = self.mailbox.pop_front() {
                return self.give(Cause::Event(event), false);
            }
            let ignored = self.reference.plan.closed_ignored;
            let is_told = self.told.as_ref() == Some(&self.state());
            if self.closed && self.rest.is_none() && !is_told && !ignored {
                self.told = Some(self.state());
                return self.raise((FaultKind::ChannelClosed, self.state()));
            }
            if self.rest.is_some_and(|until| until <= now) {
                self.rest = None;
                return Ok(());
            }
            let ends = self.tasks.iter().map(|task| task.at);
            let wakes = ends.chain(self.reference.next_clock()).chain(self.rest);
            let next = wakes.min();
            if next.is_none() && self.closed {
                return self.raise((FaultKind::Stuck, self.state()));
            }
            let outside = self.script.front().map(|(at, _)| *at);
            let next = next.into_iter().chain(outside).min();
            self.pass_until(next.expect("the script ends by an abort"))?;
        }
    }

    /// The state's name, for faults: that of a lost one too.
    fn state(&self) -> String {
        self.reference.state.name.clone()
    }

    /// Gives the machine something, and takes care of what comes of it.
    fn give(&mut self, cause: Cause, own: bool) -> Result<(), ExitKind> {
        let stepped = self.step(&Given { cause, own })?;
        self.given(stepped)
    }

    fn given(&mut self, stepped: Result<bool, (FaultKind, String)>) -> Result<(), ExitKind> {
        match stepped {
            Ok(true) => {
                self.in_a_row = 0;
                self.rest = None;
                Ok(())
            }
            Ok(false) => Ok(()),
            Err(fault) => self.raise(fault),
        }
    }

    /// One step and its actions. `true` when it was taken: neither refused nor postponed.
    fn step(&mut self, given: &Given) -> Stepped<bool> {
        if !self.entered
            && let Err(fault) = self.enter()?
        {
            return Ok(Err(fault));
        }
        let Given { cause, own } = given;
        let (from, is_event) = (self.state(), matches!(cause, Cause::Event(_)));
        let trigger = match cause {
            Cause::Event(event) => format!("{:?}", Event::from_value(event)),
            Cause::Timeout(_) | Cause::Every(..) => "Timeout".to_owned(),
        };
        let name = if is_event { cause.name() } else { "timeout" };
        self.in_hand = Some(name.to_owned());
        if !self.reference.lost {
            let state = Life::from_value(&self.reference.state);
            self.see(format!("before {state:?} {trigger}"));
        }
        self.reference.now = self.now;
        let result = self.reference.step(cause, *own);
        self.broke_off = match &result {
            Ok(_) | Err(Failure::Unhandled { .. }) => false,
            Err(_) => true,
        };
        // What comes from outside and fails breaks a row of faults, so that nobody can end the
        // component by sending; and so does a clock that left as much rest as the loop would have.
        let rested = self.now - self.last_fault >= LONGEST_REST;
        let breaks = !own || (!is_event && rested);
        let outcome = match result {
            Ok(step) => {
                let taken = !step.postponed;
                self.counts.0 += u64::from(taken);
                if taken && breaks {
                    self.in_a_row = 0;
                }
                self.settle(&step)?.map(|()| taken)
            }
            Err(Failure::Unhandled { .. }) if !own => {
                self.counts.1 += 1;
                Ok(false)
            }
            Err(failure) => {
                if breaks {
                    self.in_a_row = 0;
                }
                Err((fault_kind(&failure), from))
            }
        };
        self.in_hand = None;
        Ok(outcome)
    }

    fn enter(&mut self) -> Stepped<()> {
        self.reference.now = self.now;
        match self.reference.enter() {
            Ok(step) => {
                self.entered = true;
                self.settle(&step)
            }
            Err(failure) => Ok(Err((fault_kind(&failure), self.state()))),
        }
    }

    /// After a step that was made: tasks, then the actions.
    fn settle(&mut self, step: &Step) -> Stepped<()> {
        if self.told.as_ref() != Some(&self.state()) {
            self.told = None;
        }
        let left = |scope: &usize| step.left.contains(scope);
        self.tasks.retain(|task| !left(&task.scope));
        self.finished.retain(|task| !left(&task.scope));
        self.to_start.retain(|scope| !left(scope));
        let entered = step.entered.iter().rev();
        let with_task = entered.filter(|scope| self.reference.plan.scopes[**scope].task.is_some());
        self.to_start.extend(with_task);
        let actions: Vec<_> = step.actions.iter().map(Act::from_value).collect();
        let state = Life::from_value(&self.reference.state);
        self.see(format!("after {state:?} {actions:?}"));
        for act in &actions {
            let (time, good) = self.reference.world.perform(act);
            self.pass_until(self.now + time)?;
            if !good {
                return Ok(Err((FaultKind::Action, self.state())));
            }
        }
        Ok(Ok(()))
    }

    fn start_tasks(&mut self) -> Result<(), (FaultKind, String)> {
        while !self.to_start.is_empty() {
            let scope = self.to_start.remove(0);
            match self.reference.errand(scope) {
                Some(Ok((time, event))) => self.tasks.push(Task {
                    scope,
                    at: self.now + time,
                    event,
                }),
                Some(Err(_)) => return Err((FaultKind::Panic, self.state())),
                None => {}
            }
        }
        Ok(())
    }

    fn record(&mut self, fault: &(FaultKind, String)) {
        self.faults.push(fault.clone());
        self.counts.2 += 1;
        self.see(format!("fault {:?} {}", fault.0, fault.1));
    }

    /// A fault becomes the error event; a fault while that is handled does so once more.
    fn raise(&mut self, fault: (FaultKind, String)) -> Result<(), ExitKind> {
        self.record(&fault);
        if self.reference.is_ended() {
            return Err(ExitKind::Failed);
        }
        self.last_fault = self.now;
        self.in_a_row += 1;
        if self.in_a_row > 16 {
            self.record(&(FaultKind::Stuck, self.state()));
            return Err(ExitKind::Failed);
        }
        let mut kind = fault.0;
        for _ in 0..2 {
            let event = Value {
                name: "Error".to_owned(),
                fields: vec![("0".to_owned(), code(kind))],
            };
            let cause = Cause::Event(event);
            match self.step(&Given { cause, own: true })? {
                Ok(_) => {
                    let doublings = self.in_a_row.checked_sub(2);
                    let rest = doublings.map(|by| Duration::from_millis(10) * 2u32.pow(by));
                    self.rest = rest.map(|rest| self.now + rest.min(LONGEST_REST));
                    return Ok(());
                }
                Err(next) => {
                    self.record(&next);
                    if self.reference.lost || self.reference.is_ended() {
                        break;
                    }
                    kind = next.0;
                }
            }
        }
        Err(ExitKind::Failed)
    }
}

fn fault_kind(failure: &Failure) -> FaultKind {
    match failure {
        Failure::Unhandled { .. } => FaultKind::Unhandled,
        Failure::Panic(_) | Failure::Lost => FaultKind::Panic,
        Failure::Handler(_) => FaultKind::Dispatch,
        Failure::Full { .. } => panic!("no script is as long as that"),
    }
}
