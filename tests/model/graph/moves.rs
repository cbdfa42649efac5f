//! Each move of a running machine is an edge of its graph: the first one whose guard held, of those
//! that apply in the state, from the inside out.

use std::collections::BTreeMap;

use proptest::prelude::*;
use steadfast::prelude::*;
use steadfast::{Slot, Step};

use super::super::cases;
use super::super::plan::Expr;
use super::super::pure::ready;
use super::super::read;
use super::super::world::{Act, Event, Life, Tables, UNIT, World};
use super::step::{Came, Seen};
use super::walk::{By, Cause, Walk};
use super::{GRAPHED, Graphed};

/// What a step of the bare machine looked like.
pub(super) fn step(graphed: &Graphed, slot: &mut Slot<Life>, event: Event, world: &World) -> Seen {
    let before = slot.get().unwrap().clone();
    let mut actions = Vec::new();
    let came = (graphed.item.step)(slot, Trigger::Event(event), world, &mut actions);
    Seen {
        before,
        after: slot.get().unwrap().clone(),
        came: match came {
            Ok(Step::Moved(_)) => Came::Moved,
            Ok(Step::Stayed) => Came::Stayed,
            Ok(Step::Assigned) => Came::Assigned,
            Ok(Step::Postponed(_)) => Came::Postponed,
            Ok(other) => panic!("{other:?}"),
            Err(error) => refused(error),
        },
        actions,
        asked: world.take_asked(),
    }
}

pub(super) fn refused(error: FsmError) -> Came {
    match error {
        FsmError::UnhandledEvent { state, event } => {
            Came::Refused(Some((state.to_owned(), event.to_owned())))
        }
        other => panic!("{other:?}"),
    }
}

/// The site of an expression that asks.
pub(super) fn site(expr: &Expr) -> u32 {
    match expr {
        Expr::Ask(_, site, _) => *site,
        other => panic!("{other:?} asks nothing"),
    }
}

/// Answers to all clocks of a machine: one fires after a unit, the others never.
pub(super) fn one_clock(walk: Walk, only: Option<&Cause>) -> BTreeMap<u32, u8> {
    let states = walk.0.states.iter();
    let clocks = states.flat_map(|state| walk.clocks_in(state.name));
    let answers = clocks.map(|(clock, text)| {
        let answer = u8::from(only == Some(&clock));
        (site(&read::time(text)), answer)
    });
    answers.collect()
}

/// A machine with one clock that ever fires, and whether it runs.
pub(super) struct Timed {
    walk: Walk,
    machine: StateMachine<Life, Event, World, Act>,
    world: World,
    clock: Option<Cause>,
    runs: bool,
    told: u32,
}

impl Timed {
    /// Enters the initial state, or takes up another.
    pub(super) fn new(
        graphed: &Graphed,
        resumed: Option<&Life>,
        tables: Tables,
        clock: Option<Cause>,
    ) -> Self {
        let walk = Walk(graphed.item.graph);
        let mut world = World::new(tables);
        let mut machine = match resumed {
            Some(state) => (graphed.item.resume)(state.clone()),
            None => (graphed.item.machine)(),
        };
        let actions = ready(machine.enter(&mut world)).unwrap();
        let state = machine.state().clone();
        if resumed.is_none() {
            assert_eq!(state.variant_name(), walk.0.initial, "{graphed:?}");
        }
        let seen = Seen {
            before: state.clone(),
            after: state,
            came: Came::Moved,
            actions,
            asked: world.take_asked(),
        };
        let entered = walk.explain_entry(&seen, resumed.is_some());
        entered.unwrap_or_else(|doubt| panic!("{graphed:?} {seen:#?} {doubt}"));
        let mut timed = Timed {
            walk,
            machine,
            world,
            clock,
            runs: false,
            told: 0,
        };
        timed.runs = timed.is_in(timed.machine.state());
        timed
    }

    /// Whether the clock belongs to what the machine stands in.
    fn is_in(&self, state: &Life) -> bool {
        let mut clocks = self.walk.clocks_in(state.variant_name()).into_iter();
        clocks.any(|(clock, _)| Some(&clock) == self.clock.as_ref())
    }

    /// Makes a call, and says what was seen.
    fn look(
        &mut self,
        call: impl FnOnce(
            &mut StateMachine<Life, Event, World, Act>,
            &mut World,
        ) -> Result<Vec<Act>, FsmError>,
    ) -> Seen {
        let (before, kept) = (self.machine.state().clone(), self.machine.postponed());
        let came = call(&mut self.machine, &mut self.world);
        let (came, actions) = match came {
            Ok(actions) if self.machine.postponed() > kept => (Came::Postponed, actions),
            Ok(actions) => (Came::Taken, actions),
            Err(error) => (refused(error), Vec::new()),
        };
        Seen {
            before,
            after: self.machine.state().clone(),
            came,
            actions,
            asked: self.world.take_asked(),
        }
    }

    /// After a step: whether a state was entered, and the clock began anew.
    fn moved(&mut self, cause: &Cause, seen: &Seen) -> By {
        let by = self.walk.explain(cause, seen);
        let by = by.unwrap_or_else(|doubt| panic!("{cause:?} {seen:#?} {doubt}"));
        if self.walk.edge(by).is_none_or(|edge| edge.to.is_none()) {
            return by;
        }
        self.told = 0;
        let (was, is) = (self.is_in(&seen.before), self.is_in(&seen.after));
        let own = match &self.clock {
            Some(Cause::Timeout(scope)) => Some(*scope),
            Some(Cause::Every(edge)) => self.walk.0.edges[*edge].from,
            _ => None,
        };
        // Of a superstate that it does not leave, the clock goes on.
        let goes_on = was && is && own != Some(seen.after.variant_name());
        if !goes_on {
            self.runs = is;
        }
        let state = self.walk.state(seen.after.variant_name());
        assert_eq!(self.machine.is_ended(), state.terminal, "{}", state.name);
        by
    }

    pub(super) fn event(&mut self, event: &Event) {
        let seen = self.look(|machine, world| ready(machine.step_one(event.clone(), world)));
        self.moved(&Cause::Event(event.clone()), &seen);
    }

    /// Offers a postponed event again, if one is due.
    fn retry(&mut self) {
        if !self.machine.is_ended()
            && let Some(event) = self.machine.next_postponed()
        {
            self.event(&event);
        }
    }

    /// A unit goes by: the clock fires if it runs, and nothing else does. Says by what the machine
    /// then stepped.
    pub(super) fn tick(&mut self) -> Option<By> {
        self.told += 1;
        let time = UNIT * self.told;
        let seen = self.look(|machine, world| ready(machine.check_timeout(time, world)));
        let fired = self.clock.clone().filter(|_| self.runs);
        let Some(clock) = fired else {
            let nothing = (seen.asked.is_empty(), seen.actions.is_empty(), &seen.came);
            assert_eq!(nothing, (true, true, &Came::Taken), "{seen:#?}");
            assert_eq!(seen.before, seen.after);
            return None;
        };
        if matches!(clock, Cause::Timeout(_)) {
            self.runs = false;
        }
        Some(self.moved(&clock, &seen))
    }
}

#[derive(Clone, Debug)]
enum Call {
    Event(Event),
    Retry,
    Tick,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        6 => cases::event().prop_map(Call::Event),
        2 => Just(Call::Retry),
        4 => Just(Call::Tick),
    ]
}

fn graphed() -> impl Strategy<Value = Graphed> {
    proptest::sample::select(GRAPHED.clone())
}

proptest! {
    #![proptest_config(cases::config(300))]

    #[test]
    fn each_step_is_made_by_the_first_edge_whose_guard_held(
        graphed in graphed(),
        state in cases::life(),
        tables in cases::tables(),
        events in cases::script(cases::event(), 40),
    ) {
        let walk = Walk(graphed.item.graph);
        let world = World::new(Tables { panics: 0, ..tables });
        let mut slot = Slot::new(state);
        for event in events {
            let seen = step(&graphed, &mut slot, event.clone(), &world);
            let by = walk.explain(&Cause::Event(event.clone()), &seen);
            prop_assert!(by.is_ok(), "{event:?} {seen:#?} {by:?}");
        }
    }

    #[test]
    fn each_step_on_a_clock_or_an_event_kept_is_made_by_the_first_edge_whose_guard_held(
        graphed in graphed(),
        resumed in proptest::option::of(cases::life()),
        clock in any::<proptest::sample::Index>(),
        tables in cases::tables(),
        calls in cases::script(call(), 40),
    ) {
        let walk = Walk(graphed.item.graph);
        let states = walk.0.states.iter();
        let clocks: Vec<Cause> = states
            .flat_map(|state| walk.clocks_in(state.name))
            .map(|(clock, _)| clock)
            .collect();
        let clock = (!clocks.is_empty()).then(|| clock.get(&clocks).clone());
        let chosen = one_clock(walk, clock.as_ref());
        let tables = Tables { panics: 0, chosen, ..tables };
        let mut timed = Timed::new(&graphed, resumed.as_ref(), tables, clock);
        for call in calls {
            match call {
                Call::Event(event) => timed.event(&event),
                Call::Retry => timed.retry(),
                // A check that moves offers them again by itself: more steps than one.
                Call::Tick if timed.machine.postponed() > 0 => {}
                Call::Tick => drop(timed.tick()),
            }
        }
    }
}
