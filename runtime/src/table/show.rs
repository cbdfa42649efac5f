//! The table's thread, and the future that waits for it.
//!
//! A thread and no task, for three reasons. To write to a terminal blocks for as long as the terminal
//! likes, and components must not wait for that. A component that blocks the runtime's thread is what
//! the table is there to show, and keys have to work then too: with the keyboard in raw mode there is
//! no other way out. And a clock that is paused for a test stays paused.

use std::env;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use ratatui::crossterm::event;
use tokio::runtime;
use tokio::sync::oneshot;

use super::keys::{self, Wish};
use super::labels::labels;
use super::row::Row;
use super::screen::Screen;
use super::view::View;
use super::{TableEnd, TableError};
use crate::SupervisorHandle;
use crate::run::catch;

/// How often the keys are looked at. Not waited for: a thread that waits for a key cannot be ended, and
/// would take the next one from whoever has the terminal after it.
const LOOK: Duration = Duration::from_millis(50);

/// How often the components are looked at.
const REFRESH: Duration = Duration::from_millis(250);

/// After so many looks at the components all is drawn anew, which wipes out what others wrote.
const ANEW: u32 = 4;

type Components = Vec<Arc<dyn SupervisorHandle>>;
type Left = Result<TableEnd, TableError>;

/// Shows the table until the user leaves it.
pub(super) async fn until_left(components: Components) -> Left {
    let turn = Turn::take()?;
    let (closing, closed) = channel();
    let (tell, told) = oneshot::channel();
    // For the time as the components have it.
    let runtime = runtime::Handle::try_current().ok();
    let table = move || {
        let _entered = runtime.as_ref().map(runtime::Handle::enter);
        let shown = catch::call(|| show(&components, &closed));
        // The terminal is given back: now others can have it.
        drop(turn);
        // Whoever waited may have gone.
        let _ = tell.send(shown.unwrap_or_else(|panic| Err(TableError::Panicked(panic))));
    };
    let thread = thread::Builder::new().name("steadfast-table".into());
    let thread = thread.spawn(table).map_err(TableError::Thread)?;
    let _open = Open {
        closing: Some(closing),
        thread: Some(thread),
    };
    match told.await {
        Ok(left) => left,
        Err(_) => Err(TableError::Panicked("its thread is gone".into())),
    }
}

/// A table in the terminal. Dropped, it is gone before anything else is done.
struct Open {
    closing: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Open {
    fn drop(&mut self) {
        drop(self.closing.take());
        if let Some(thread) = self.thread.take() {
            // It contains its panics.
            let _ = thread.join();
        }
    }
}

/// The right to the terminal, which one has at a time.
struct Turn;

static TAKEN: AtomicBool = AtomicBool::new(false);

impl Turn {
    fn take() -> Result<Self, TableError> {
        match TAKEN.swap(true, Ordering::AcqRel) {
            true => Err(TableError::InUse),
            false => Ok(Turn),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::Release);
    }
}

/// Looks, draws and obeys, until the user or whoever waits has had enough.
fn show(components: &Components, closed: &Receiver<()>) -> Left {
    let labels = labels(components);
    let mut screen = Screen::open()?;
    let mut view = View::new(is_colored());
    let mut looks = 0_u32;
    let mut next = Instant::now();
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let mut is_wanted = screen.is_aside();
        let mut anew = false;
        while let Some(wish) = next_wish()? {
            match wish {
                Wish::Quit => return Ok(TableEnd::Quit),
                Wish::Interrupt => return Ok(TableEnd::Interrupted),
                Wish::Redraw => anew = true,
                wish => view.obey(wish),
            }
            is_wanted = true;
        }
        if Instant::now() >= next {
            let pairs = labels.iter().zip(components);
            rows = pairs
                .map(|(label, component)| Row::new(label.clone(), &component.stats()))
                .collect();
            anew |= looks.is_multiple_of(ANEW);
            looks = looks.wrapping_add(1);
            next = Instant::now() + REFRESH;
            is_wanted = true;
        }
        if is_wanted {
            screen.show(anew, |buffer| view.draw(buffer, &rows))?;
        }
        match closed.recv_timeout(LOOK) {
            Err(RecvTimeoutError::Timeout) => {}
            // Nobody waits any more, so nobody is told this.
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(TableEnd::Quit),
        }
    }
}

/// The next thing that the user wants, if there is one by now.
fn next_wish() -> io::Result<Option<Wish>> {
    while event::poll(Duration::ZERO)? {
        if let Some(wish) = keys::wish(&event::read()?) {
            return Ok(Some(wish));
        }
    }
    Ok(None)
}

/// Not where <https://no-color.org> says so.
fn is_colored() -> bool {
    env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
