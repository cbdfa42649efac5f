//! The message of a panic, on the screen on which it stays.

use std::io::{self, IsTerminal};
use std::panic;
use std::sync::Once;

use super::terminal::Aside;

/// From now on the table steps aside for the message of a panic. The hook that was there tells it as it
/// always did; this one does nothing of its own, and without a table nothing at all, so it stays.
///
/// The caller is not panicking: hooks cannot be exchanged then.
pub(super) fn step_aside_for_messages() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            // What goes to a file is not in the way of the table, nor the table in its.
            let _aside = io::stderr().is_terminal().then(Aside::step);
            before(panic);
        }));
    });
}
