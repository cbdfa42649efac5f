use std::time::Duration;

/// The place that holds a machine's state, and what one step says about clocks.
///
/// It is empty only after a panic in an arm that uses `move`, which takes the state by value.
#[derive(Debug)]
pub struct Slot<S> {
    state: Option<S>,
    /// The clock that [`Trigger::Timeout`](crate::Trigger::Timeout) stands for; none means the
    /// innermost `timeout` of the state.
    pub(crate) fired: Option<u16>,
    /// Clocks that the last step started, with their time.
    pub(crate) started: Vec<(u16, Duration)>,
    /// The state that was left last, until it is dropped: after everything of its step is in
    /// place, so that a panic in its `Drop` leaves nothing half done.
    left: Option<S>,
}

impl<S> Slot<S> {
    /// A slot that holds a state.
    pub fn new(state: S) -> Self {
        Slot {
            state: Some(state),
            fired: None,
            started: Vec::new(),
            left: None,
        }
    }

    /// The state, unless a panic in a `move` arm lost it.
    pub fn get(&self) -> Option<&S> {
        self.state.as_ref()
    }

    /// The state, to be changed in place, unless a panic in a `move` arm lost it.
    pub fn get_mut(&mut self) -> Option<&mut S> {
        self.state.as_mut()
    }

    /// Takes the state out: the first half of a `move`.
    pub fn take(&mut self) -> Option<S> {
        self.state.take()
    }

    /// Puts the next state in. The old one is kept until [`drop_left`](Self::drop_left), if there is
    /// anything to drop in it.
    #[inline]
    pub(crate) fn replace(&mut self, next: S) {
        let left = self.state.replace(next);
        if std::mem::needs_drop::<S>() {
            self.left = left;
        }
    }

    #[inline]
    pub(crate) fn has_left(&self) -> bool {
        std::mem::needs_drop::<S>() && self.left.is_some()
    }

    /// Drops the state that was left.
    #[inline]
    pub(crate) fn drop_left(&mut self) {
        if std::mem::needs_drop::<S>() {
            drop(self.left.take());
        }
    }
}
