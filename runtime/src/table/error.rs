use std::io;
use std::sync::Arc;

/// Why there is no table, or none any more: see [`watch_table`](crate::watch_table).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// Standard output goes to a file, a pipe or nowhere.
    #[error(
        "standard output is not a terminal, and a live table needs one: do not redirect it, or do without the table"
    )]
    NotATerminal,
    /// There is a table already, and a program has one terminal.
    #[error("another table is in the terminal: give all components to one")]
    InUse,
    /// The terminal could not be read, written to or set up.
    #[error("the terminal cannot be used")]
    Terminal(#[source] io::Error),
    /// There is no thread to be had for the table.
    #[error("the table has no thread")]
    Thread(#[source] io::Error),
    /// Something panicked while the table was drawn, with this message.
    #[error("the table panicked: {0}")]
    Panicked(Arc<str>),
}

impl From<io::Error> for TableError {
    fn from(error: io::Error) -> Self {
        TableError::Terminal(error)
    }
}
