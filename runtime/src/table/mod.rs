//! A table of components in a terminal, live.

mod columns;
mod error;
mod keys;
mod labels;
mod output;
mod panics;
mod row;
mod screen;
mod short;
mod show;
mod terminal;
#[cfg(test)]
mod tests;
mod text;
mod view;

use std::future::Future;
use std::sync::Arc;

pub use error::TableError;

use crate::SupervisorHandle;

/// Which way the user left the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use = "who pressed Ctrl-C wants the program to stop, not only the table"]
pub enum TableEnd {
    /// By `q` or Esc: enough seen.
    Quit,
    /// By Ctrl-C, which is no signal while the table has the keyboard: what a program does when it is
    /// interrupted is to be done by whoever is told this.
    Interrupted,
}

/// Shows components in the terminal, live, until the user leaves the table: one row each, with its name,
/// its state and since when it is in it, the events handled and rejected, the faults, the events
/// postponed, and those in its mailbox. Behind the feature `table`.
///
/// ```no_run
/// # use steadfast::prelude::*;
/// # async fn watch<A, B>(source: Handle<A, B>, sink: Handle<B, A>) -> Result<(), Box<dyn std::error::Error>>
/// # where A: StateVariant + Send + Sync + 'static, B: StateVariant + Send + Sync + 'static {
/// use steadfast::{TableEnd, watch_table};
///
/// // The table while they run, and no longer.
/// tokio::select! {
///     end = watch_table(&[&source, &sink]) => if end? == TableEnd::Interrupted {
///         source.stop();
///     },
///     _ = sink.join() => {}
/// }
/// # Ok(()) }
/// ```
///
/// It only looks: it keeps none of the handles that it is given, but weak ones, so a component that all
/// others let go of is told that nobody can send any more, table or not. For a list that is made as
/// the program runs, collect the references: `handles.iter().map(|handle| handle as &dyn
/// SupervisorHandle).collect::<Vec<_>>()`. One that has ended stays in the table, with a sign that
/// says how: `✓` completed, `✗` failed, `!` aborted. Of several with one name, each is shown with
/// the number of its [`id`](SupervisorHandle::id), which the log has too: `reader #13`.
///
/// # Keys
///
/// | key | what it does |
/// |---|---|
/// | `q`, Esc | leaves the table |
/// | Ctrl-C | the same, and says so: [`TableEnd::Interrupted`] |
/// | ↑ ↓ `k` `j`, PgUp PgDn, Home End | scrolls |
/// | `s` | sorts: as given, trouble first, fullest mailbox first |
/// | Ctrl-L | draws everything anew |
///
/// No other key does anything, Ctrl-Z among them.
///
/// Trouble is to have failed, and then to have had many faults; last, to have been aborted.
///
/// # The terminal
///
/// It is given back as it was when the user leaves the table, when something goes wrong, and when the
/// future is dropped, which is how a program ends the table: in a `select!`, as above, or by a
/// `timeout`. The table is on the alternate screen, so what stood in the terminal before is there
/// again. It is not given back if the process is killed: by a signal that nobody handles, or by
/// `std::process::exit`. Then `reset`, typed blindly if it must be, gives it back.
///
/// For the message of a panic the table steps aside, for a moment: so the message is on the ordinary
/// screen, and stands there when the table is gone, whoever panicked and whether or not that was caught.
/// The panic hook that the program has does the telling. The first table wraps it; one that is set
/// later and does not call the one before it is back to writing over the table. Nothing of this is
/// done where standard error is no terminal.
///
/// What others write to the terminal meanwhile, such as logs, goes over the table and is gone when it
/// is drawn anew, once a second: let a log go into a file. With `NO_COLOR` set there are no colors;
/// nothing is told by color alone.
///
/// It has a thread of its own, and is drawn four times a second. So neither a slow terminal holds up the
/// components, nor does a component that blocks its thread hold up table and keys: whoever
/// has such a one to find can still see it, and can still leave. Dropping the future waits until
/// that thread has given the terminal back.
///
/// # Errors
///
/// [`TableError::NotATerminal`] where standard output is none: there a program does without the table, or
/// prints what [`stats`](SupervisorHandle::stats) says. [`TableError::InUse`] where there is another
/// table. Nothing is drawn then.
///
/// # Cancel safety
///
/// Cancelled, the table is gone and the terminal is as it was.
pub fn watch_table(
    components: &[&dyn SupervisorHandle],
) -> impl Future<Output = Result<TableEnd, TableError>> + Send + use<> {
    let components: Vec<Arc<dyn SupervisorHandle>> = components
        .iter()
        .map(|component| component.weak())
        .collect();
    show::until_left(components)
}
