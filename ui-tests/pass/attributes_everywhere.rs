//! Holds: attributes and doc comments before every clause and item that may have one, derives on the machine
#![deny(warnings, missing_docs, clippy::all)]

use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
#[non_exhaustive]
enum Door {
    /// Open.
    #[allow(dead_code)]
    Open { pulls: u32 },
    #[doc(alias = "shut")]
    Closed,
}
#[derive(Debug, EventVariant)]
enum Hand {
    #[doc = "Push."]
    Push,
    #[allow(dead_code)]
    Pull,
    #[allow(dead_code)]
    Error(String),
}
#[derive(Debug)]
enum Sound {
    Creak,
}

fsm! {
    /// The machine.
    ///
    /// ```text
    /// with "quotes", \backslashes\ and {braces}
    /// ```
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    #[must_use]
    #[cfg_attr(all(), doc = "by cfg_attr")]
    pub(crate) struct DoorMachine;
    /// The work.
    #[allow(clippy::module_name_repetitions)]
    #[doc(hidden)]
    pub(crate) trait DoorWork;

    state: Door;
    event: Hand;
    context: ();
    action: Sound;
    initial: Closed;
    error: Hand::Error;

    /// Closed.
    #[doc = "And still."]
    #[cfg(not(test))]
    state Closed {
        /// Opens.
        #[cfg(all())]
        on Pull => Open { pulls: 1 };
        /** Does nothing. */
        on Push => stay;
    }
    /// A group.
    #[cfg(all())]
    superstate Wide {
        /// While open.
        #[cfg(all())]
        state Open { pulls }: Race {
            /// Heard.
            on_entry do [Creak];
            /// Heard again.
            on_exit do [Creak];
            /// Waits.
            timeout Duration::from_secs(1);
            /// Beats.
            every Duration::from_secs(1) => stay;
            /// Works.
            task async { Hand::Push };
            /// Gives up.
            on timeout => Closed;
            on Pull => stay { pulls: *pulls + 1 };
            /// All else.
            unhandled => reject;
        }
    }
    /// For all.
    #[cfg(all())]
    any {
        /// Closes.
        on Error(_) => Closed;
    }
    /// All else.
    unhandled => stay;
}

/// Who opens.
#[derive(Debug)]
#[supervisor(DoorMachine)]
#[derive(Clone)]
#[allow(missing_copy_implementations)]
struct Porter {
    #[allow(dead_code)]
    #[doc(hidden)]
    name: String,
}

#[allow(clippy::manual_async_fn)]
impl DoorWork for Porter {
    #[inline]
    async fn open(&mut self, _: &Door, (): &mut ()) -> Next<Hand> {
        Ok(next::again())
    }
}

impl Execute<Sound> for () {
    async fn execute(&mut self, Sound::Creak: Sound) -> Result<(), BoxError> {
        Ok(())
    }
}

fn main() {
    let _spawn = Porter::spawn;
    assert_eq!(DoorMachine, DoorMachine::default());
}
