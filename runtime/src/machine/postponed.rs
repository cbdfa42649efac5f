use std::collections::VecDeque;
use std::ops::Range;

/// How many events one machine keeps for later.
pub(crate) const BOUND: usize = 1024;

/// Who gave an event to the machine: an illegal one from outside is refused, an illegal one of the
/// component's own is a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Through the mailbox.
    External,
    /// From dispatch, a task or the loop.
    Own,
}

/// Events kept for the next change of state, oldest first, and how far the retry has come.
#[derive(Debug)]
pub(crate) struct Postponed<E> {
    kept: VecDeque<(E, Origin)>,
    /// While events are offered again: where the next one to offer stands. Those before it were
    /// postponed once more, those from the end of it on after the change of state.
    retry: Option<Range<usize>>,
    /// Whether the event in hand was taken from here, so that it goes back to its place.
    offered: bool,
}

impl<E> Default for Postponed<E> {
    fn default() -> Self {
        Postponed {
            kept: VecDeque::new(),
            retry: None,
            offered: false,
        }
    }
}

impl<E> Postponed<E> {
    /// A change of state: everything is offered again from the oldest.
    pub(crate) fn state_changed(&mut self) {
        self.retry = (!self.kept.is_empty()).then_some(0..self.kept.len());
    }

    /// The next event to offer again.
    pub(crate) fn next(&mut self) -> Option<(E, Origin)> {
        let next = match &mut self.retry {
            Some(due) if due.start < due.end => {
                due.end -= 1;
                self.kept.remove(due.start)
            }
            _ => None,
        };
        if next.is_none() {
            self.retry = None;
        }
        self.offered = next.is_some();
        next
    }

    /// A step begins: whether the event in hand was taken from here. Asked once, so that a step
    /// that panics leaves no word of it to the next.
    pub(crate) fn take_offered(&mut self) -> bool {
        std::mem::take(&mut self.offered)
    }

    /// Keeps an event, in its old place if it was `offered`, or gives it back when there is no room.
    pub(crate) fn keep(&mut self, event: E, origin: Origin, offered: bool) -> Result<(), E> {
        match &mut self.retry {
            Some(due) if offered => {
                self.kept.insert(due.start, (event, origin));
                *due = due.start + 1..due.end + 1;
            }
            _ if self.kept.len() >= BOUND => return Err(event),
            _ => self.kept.push_back((event, origin)),
        }
        Ok(())
    }

    pub(crate) fn len(&self) -> usize {
        self.kept.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether a retry is under way.
    pub(crate) fn is_retrying(&self) -> bool {
        self.retry.is_some()
    }

    pub(crate) fn drain(&mut self) -> impl Iterator<Item = E> + '_ {
        self.retry = None;
        self.kept.drain(..).map(|(event, _)| event)
    }
}
