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
}

impl<S> Slot<S> {
    /// A slot that holds a state.
    pub fn new(state: S) -> Self {
        Slot {
            state: Some(state),
            fired: None,
            started: Vec::new(),
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

    /// Puts the next state in and gives the old one back, to be dropped after the change.
    pub fn replace(&mut self, next: S) -> Option<S> {
        self.state.replace(next)
    }
}
