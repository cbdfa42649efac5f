//! Each step of a running component is made by an edge of its machine's graph: what an observer sees
//! around it, and what the context was asked meanwhile.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proptest::prelude::*;
use steadfast::prelude::*;
use tokio::time::sleep;

use super::super::cases;
use super::super::family::{Look, Watcher};
use super::super::read;
use super::super::world::{Act, Event, Life, Question, Tables, Trouble, UNIT, World, code};
use super::moves::site;
use super::step::{Came, Seen};
use super::walk::{By, Cause, Walk};
use super::{GRAPHED, Graphed};

/// A step that was seen.
#[derive(Clone, Debug)]
struct Made {
    /// None for a clock, and for the entry, which is the first.
    event: Option<Event>,
    seen: Seen,
    /// What the context was asked between this step and the one before.
    asked_before: Vec<Question>,
}

#[derive(Default)]
struct Steps {
    made: Vec<Made>,
    begun: Option<(Option<Event>, Life)>,
    asked_before: Vec<Question>,
    postponed: bool,
}

impl Steps {
    fn end(&mut self, world: &World, after: Option<&Life>, came: Came, actions: &[Act]) {
        let entry = self.made.is_empty();
        let begun = self.begun.take();
        let begun = begun.or_else(|| after.filter(|_| entry).map(|state| (None, state.clone())));
        // What comes between two steps belongs to none.
        let Some((event, before)) = begun else {
            return;
        };
        let seen = Seen {
            after: after.unwrap_or(&before).clone(),
            before,
            came,
            actions: actions.to_vec(),
            asked: world.take_asked(),
        };
        self.made.push(Made {
            event,
            seen,
            asked_before: std::mem::take(&mut self.asked_before),
        });
    }

    fn see(&mut self, world: &World, look: Look<'_>) {
        match look {
            Look::Before(state, trigger) => {
                let event = match trigger {
                    Trigger::Event(event) => Some(event.clone()),
                    Trigger::Timeout => None,
                };
                self.begun = Some((event, state.clone()));
                self.asked_before.extend(world.take_asked());
            }
            Look::Postponed => self.postponed = true,
            Look::After(state, actions) => {
                let came = match std::mem::take(&mut self.postponed) {
                    true => Came::Postponed,
                    false => Came::Taken,
                };
                self.end(world, Some(state), came, actions);
            }
            Look::Rejected(state, FsmError::UnhandledEvent { state: name, event }) => {
                let names = ((*name).to_owned(), (*event).to_owned());
                self.end(world, Some(state), Came::Refused(Some(names)), &[]);
            }
            Look::Rejected(_, error) => panic!("{error:?}"),
            // An event of its own that is refused, where no step is under way an action that failed.
            Look::Fault(_) => self.end(world, None, Came::Refused(None), &[]),
        }
    }
}

/// Runs a component, does this with it, and says what was seen and how it ended. It is aborted, if it
/// lives on.
fn run(
    graphed: &Graphed,
    tables: Tables,
    deed: impl AsyncFnOnce(Handle<Event, Life>),
) -> (Vec<Made>, Arc<Exit<Life, Event>>) {
    let steps: Arc<Mutex<Steps>> = Arc::default();
    let world = World::new(tables);
    let (log, asked) = (Arc::clone(&steps), world.clone());
    let watcher = Watcher(Box::new(move |look| log.lock().unwrap().see(&asked, look)));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    let exit = runtime.block_on(async {
        let component = (graphed.item.spawn)(world, watcher);
        let weak = component.downgrade();
        // It enters its first state before anything happens.
        sleep(Duration::from_millis(1)).await;
        deed(component).await;
        sleep(Duration::from_millis(1)).await;
        weak.abort();
        weak.join().await
    });
    let made = std::mem::take(&mut steps.lock().unwrap().made);
    (made, exit)
}

/// What explains a step. What is not an event is one of the state's clocks; the observer
/// is not told which.
fn explain(walk: Walk, made: &Made) -> Result<By, Vec<String>> {
    let seen = &made.seen;
    let causes = match &made.event {
        Some(event) => vec![Cause::Event(event.clone())],
        None => {
            let clocks = walk.clocks_in(seen.before.variant_name()).into_iter();
            clocks.map(|(clock, _)| clock).collect()
        }
    };
    let mut doubts = Vec::new();
    for cause in causes {
        match walk.explain(&cause, seen) {
            Ok(by) => return Ok(by),
            Err(doubt) => doubts.push(doubt),
        }
    }
    Err(doubts)
}

proptest! {
    #![proptest_config(cases::config(200))]

    #[test]
    fn each_step_of_a_component_is_made_by_an_edge_of_the_graph(
        graphed in proptest::sample::select(GRAPHED.clone()),
        tables in cases::tables_of_a_loop(),
        script in cases::script((0..4u32, cases::event()), 60),
    ) {
        let walk = Walk(graphed.item.graph);
        let tables = Tables { panics: 0, ..tables };
        let (steps, exit) = run(&graphed, tables, async |component| {
            for (quarters, event) in script {
                sleep(UNIT * quarters / 4 + Duration::from_millis(1)).await;
                drop(component.try_send(event));
            }
            sleep(UNIT * 3).await;
        });
        let mut steps = steps.into_iter();
        let entry = steps.next().expect("the component began").seen;
        let entered = walk.explain_entry(&entry, false);
        prop_assert!(entered.is_ok(), "{entry:#?} {entered:?}");
        for made in steps {
            let by = explain(walk, &made);
            prop_assert!(by.is_ok(), "{made:#?} {by:#?}");
            let tasks = walk.tasks_in(made.seen.before.variant_name());
            let sites: Vec<u32> = tasks.iter().map(|text| site(&read::time(text))).collect();
            let strange = made.asked_before.iter().find(|asked| !sites.contains(&asked.site));
            prop_assert!(strange.is_none(), "{made:#?} {strange:?} is of no task");
        }

        let state = walk.state(exit.state().expect("a state").variant_name());
        let is_calm = exit.faults().is_empty();
        match (exit.kind(), state.terminal, state.failure) {
            (ExitKind::Completed, true, false) | (ExitKind::Failed, true, true) => {}
            // An action failed on the way in.
            (ExitKind::Failed, true, false) if !is_calm => {}
            // Perhaps on the way in, where actions take their time.
            (ExitKind::Aborted, ..) => {}
            (ExitKind::Failed, false, false) if !is_calm => {}
            other => prop_assert!(false, "{other:?}"),
        }
    }
}

/// No guard holds, no clock fires, a task has time, and no action fails.
fn quiet() -> Tables {
    Tables {
        bytes: vec![0],
        panics: 0,
        zero: false,
        chosen: BTreeMap::new(),
    }
}

#[test]
fn a_component_that_is_told_to_stop_is_given_what_the_graph_says() {
    for graphed in GRAPHED.iter() {
        let graph = graphed.item.graph;
        let (steps, exit) = run(graphed, quiet(), async |component| component.stop());
        let event = steps.get(1).and_then(|made| made.event.as_ref());
        let name = event.map(|event| event.variant_name());
        assert_eq!(name, graph.stop, "{graphed:?}");
        if graph.stop.is_none() {
            assert_eq!(exit.kind(), ExitKind::Completed, "{graphed:?}");
        }
    }
}

#[test]
fn a_component_that_nobody_can_reach_is_given_what_the_graph_says() {
    for graphed in GRAPHED.iter() {
        let graph = graphed.item.graph;
        let (steps, _) = run(graphed, quiet(), async |component| drop(component));
        let closed = Event::Error(Trouble(code(FaultKind::ChannelClosed)));
        let event = steps.get(1).and_then(|made| made.event.as_ref());
        match graph.closed {
            None => {
                assert_eq!(event, Some(&closed), "{graphed:?}");
                assert_eq!(graph.error, Some(closed.variant_name()), "{graphed:?}");
            }
            // Where nothing can wake it any more, it is told of that instead.
            Some("ignore") => assert_ne!(event, Some(&closed), "{graphed:?}"),
            other => panic!("{graphed:?}: {other:?} is not in the family"),
        }
    }
}
