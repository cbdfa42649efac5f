//! The components in the terminal while they run, and Ctrl-C, which is a key meanwhile.

use std::future::{self, Future};

use steadfast::{Handle, TableEnd, TableError, watch_table};

use crate::stages::Stages;
use crate::supervisor::{Event, State};

/// The table of the pipeline and its stages. It keeps no handle of any.
pub fn table(
    pipeline: &Handle<Event, State>,
    stages: &Stages,
) -> impl Future<Output = Result<TableEnd, TableError>> + use<> {
    watch_table(&[pipeline, &stages.source, &stages.transform, &stages.sink])
}

/// Waits for Ctrl-C or SIGTERM, and shows the table, if there is one, until the user has seen enough of it.
pub async fn until_interrupted(table: Option<impl Future<Output = Result<TableEnd, TableError>>>) {
    let shown = async {
        if let Some(table) = table {
            match table.await {
                Ok(TableEnd::Interrupted) => return,
                Ok(TableEnd::Quit) => eprintln!("the work goes on; Ctrl-C ends it"),
                // To look is not what it is there for: the work is done all the same.
                Err(error) => eprintln!("no live table: {error}"),
            }
        }
        future::pending().await
    };
    tokio::select! {
        () = shown => {}
        () = interrupted() => {}
    }
}

/// A signal to end. Without a handler it would leave the terminal to the table.
async fn interrupted() {
    let control_c = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Nobody can interrupt it then.
            future::pending().await
        }
    };
    tokio::select! {
        () = control_c => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signals) => {
            signals.recv().await;
        }
        Err(_) => future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    future::pending().await
}
