//! The clocks of a machine, on a time line that the caller moves: the run loop by tokio's clock,
//! a test or a host without tokio by [`StateMachine::check_timeout`](super::StateMachine).

use std::time::Duration;

use super::step::Move;
use super::topology::Topology;

/// `every` with no time at all would keep its component from ever doing anything else.
const SHORTEST_PERIOD: Duration = Duration::from_millis(1);

#[derive(Debug)]
struct Running {
    clock: u16,
    due: Duration,
    /// The period of an `every`.
    period: Option<Duration>,
}

/// Where the time comes from, if not from the caller's word.
struct Source(Box<dyn Fn() -> Duration + Send>);

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Source")
    }
}

/// The clocks that run, and the time they are measured in.
#[derive(Debug, Default)]
pub(crate) struct Clocks {
    source: Option<Source>,
    now: Duration,
    state_since: Duration,
    running: Vec<Running>,
}

impl Clocks {
    /// From now on the time is what this says: the run loop's clock.
    pub(crate) fn follow(&mut self, source: impl Fn() -> Duration + Send + 'static) {
        self.source = Some(Source(Box::new(source)));
    }

    /// Asks the source for the time.
    pub(crate) fn refresh(&mut self) {
        if let Some(Source(now)) = &self.source {
            let now = now();
            self.set_now(now);
        }
    }

    fn set_now(&mut self, now: Duration) {
        self.now = self.now.max(now);
    }

    /// Moves the time line to `elapsed` after the state was entered.
    pub(crate) fn set_elapsed_in_state(&mut self, elapsed: Duration) {
        self.set_now(self.state_since.saturating_add(elapsed));
    }

    /// Stops the clocks of what was left and starts those of what was entered.
    #[inline]
    pub(crate) fn moved(
        &mut self,
        topology: &Topology,
        step: Move,
        started: &mut Vec<(u16, Duration)>,
    ) {
        if !topology.clocks.is_empty() {
            self.change(topology, step, started);
        }
    }

    fn change(&mut self, topology: &Topology, step: Move, started: &mut Vec<(u16, Duration)>) {
        self.refresh();
        self.state_since = self.now;
        if topology.ends(step.to).is_some() {
            // Nothing fires any more, not even what surrounds the final state.
            self.running.clear();
            started.clear();
            return;
        }
        self.running.retain(|running| {
            let node = topology.clocks[usize::from(running.clock)].node();
            !topology.leaves(node, step.from, step.to)
        });
        for (clock, time) in started.drain(..) {
            let repeats = topology.clocks[usize::from(clock)].repeats();
            let time = if repeats {
                time.max(SHORTEST_PERIOD)
            } else {
                time
            };
            // `Duration::MAX` means never, and so does what no time line can hold.
            if time != Duration::MAX
                && let Some(due) = self.now.checked_add(time)
            {
                self.running.push(Running {
                    clock,
                    due,
                    period: repeats.then_some(time),
                });
            }
        }
    }

    /// When the next clock expires.
    #[inline]
    pub(crate) fn next_due(&self) -> Option<Duration> {
        self.running.iter().map(|running| running.due).min()
    }

    /// The clock that expired first, if one has by now. A `timeout` is then gone; an `every` is set
    /// to its next time, and times that were missed are not made up for.
    pub(crate) fn take_expired(&mut self) -> Option<u16> {
        let (index, first) = self
            .running
            .iter()
            .enumerate()
            .min_by_key(|(_, running)| (running.due, running.clock))?;
        if first.due > self.now {
            return None;
        }
        let clock = first.clock;
        let again = first.period.and_then(|period| {
            let next = first.due.checked_add(period)?;
            if next > self.now {
                Some(next)
            } else {
                self.now.checked_add(period)
            }
        });
        match again {
            Some(due) => self.running[index].due = due,
            None => drop(self.running.remove(index)),
        }
        Some(clock)
    }
}
