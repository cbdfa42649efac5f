use std::collections::VecDeque;

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
    /// postponed once more.
    retry: Option<usize>,
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
        self.retry = (!self.kept.is_empty()).then_some(0);
    }

    /// The next event to offer again.
    pub(crate) fn next(&mut self) -> Option<(E, Origin)> {
        let next = self.retry.and_then(|at| self.kept.remove(at));
        if next.is_none() {
            self.retry = None;
        }
        self.offered = next.is_some();
        next
    }

    /// Keeps an event, or gives it back when there is no room.
    pub(crate) fn keep(&mut self, event: E, origin: Origin) -> Result<(), E> {
        match self.retry {
            Some(at) if self.offered => {
                self.kept.insert(at, (event, origin));
                self.retry = Some(at + 1);
            }
            _ if self.kept.len() >= BOUND => return Err(event),
            _ => self.kept.push_back((event, origin)),
        }
        self.offered = false;
        Ok(())
    }

    /// The event in hand was not postponed.
    pub(crate) fn settled(&mut self) {
        self.offered = false;
    }

    pub(crate) fn len(&self) -> usize {
        self.kept.len()
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
