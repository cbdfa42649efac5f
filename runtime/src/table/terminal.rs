//! Who has the terminal: the table, or whoever tells of a panic.
//!
//! The table is on the alternate screen, and what is written there is gone with it. So a panic's
//! message is told on the ordinary one: the table steps aside for it, and is back at its next round.
//! Not before: where the panic is the program's end there is no next round, and the terminal is
//! given back already.
//!
//! What is shared is behind one lock, under which nothing is done that could panic: neither is
//! anything drawn nor the message told. So a panic can take it wherever it happens.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::TableError;
use super::output::{self, Output};

struct Shared {
    /// Where to write, while there is a table.
    output: Option<Output>,
    /// Whether the terminal is as the table needs it.
    is_taken: bool,
    /// How many panics are being told of.
    messages: usize,
}

static SHARED: Mutex<Shared> = Mutex::new(Shared {
    output: None,
    is_taken: false,
    messages: 0,
});

fn shared() -> MutexGuard<'static, Shared> {
    SHARED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.output {
            Some(output) => output.write_all(bytes).and_then(|()| output.flush()),
            None => Ok(()),
        }
    }

    fn take(&mut self, enter: &[u8]) -> io::Result<()> {
        enable_raw_mode()?;
        // From here on there is something to give back.
        self.is_taken = true;
        self.write(enter)
    }

    fn give_back(&mut self, leave: &[u8]) {
        if self.is_taken {
            self.is_taken = false;
            // There is nobody to tell, and each is worth trying though another failed.
            let _ = self.write(leave);
            let _ = disable_raw_mode();
        }
    }
}

fn enter() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide)?;
    Ok(bytes)
}

fn leave() -> Vec<u8> {
    let mut bytes = Vec::new();
    // Nothing fails that is written to memory.
    let _ = queue!(bytes, LeaveAlternateScreen, Show);
    bytes
}

/// How the table has the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// As it was left.
    Still,
    /// Anew: nothing is shown.
    Anew,
    /// Not at all for now: a panic is told of.
    Not,
}

/// The terminal, in the hands of the table. Gives it back when it is dropped, whichever way that comes.
pub(super) struct Terminal;

impl Terminal {
    /// Whoever calls this sees to it that there is one at a time.
    pub(super) fn open() -> Result<Self, TableError> {
        let mut stdout = io::stdout();
        if !stdout.is_terminal() {
            return Err(TableError::NotATerminal);
        }
        // What was written before stands before the table, and not in it.
        stdout.flush()?;
        let output = output::open()?;
        shared().output = Some(output);
        Ok(Terminal)
    }

    /// Takes the terminal, if the table does not have it.
    pub(super) fn take(&mut self) -> io::Result<Taken> {
        let enter = enter()?;
        let mut shared = shared();
        if shared.messages > 0 {
            return Ok(Taken::Not);
        }
        if shared.is_taken {
            return Ok(Taken::Still);
        }
        shared.take(&enter)?;
        Ok(Taken::Anew)
    }

    /// Whether the table has stepped aside.
    pub(super) fn is_aside(&self) -> bool {
        !shared().is_taken
    }

    /// Writes, unless the table has had to step aside since.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut shared = shared();
        if shared.is_taken {
            shared.write(bytes)?;
        }
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let leave = leave();
        let mut shared = shared();
        shared.give_back(&leave);
        shared.output = None;
    }
}

/// As long as this is there the terminal is as it was before the table.
pub(super) struct Aside;

impl Aside {
    pub(super) fn step() -> Self {
        let leave = leave();
        let mut shared = shared();
        shared.messages += 1;
        shared.give_back(&leave);
        Aside
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        shared().messages -= 1;
    }
}
