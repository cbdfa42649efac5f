//! What is shown in the terminal, as long as the table has it.

use std::io;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, size,
};
use ratatui::layout::Rect;

use super::TableError;
use super::panics;
use super::terminal::{Taken, Terminal};

/// Gives the terminal back when it is dropped.
pub(super) struct Screen {
    terminal: Terminal,
    /// What is shown, as far as is known: only what differs is written.
    shown: Buffer,
}

impl Screen {
    pub(super) fn open() -> Result<Self, TableError> {
        let terminal = Terminal::open()?;
        panics::step_aside_for_messages();
        Ok(Screen {
            terminal,
            shown: Buffer::empty(Rect::ZERO),
        })
    }

    /// Whether it is to be shown again, because the terminal was needed for a message.
    pub(super) fn is_aside(&self) -> bool {
        self.terminal.is_aside()
    }

    /// Shows what `draw` draws into a buffer of the terminal's size. With `anew`, also where nothing
    /// seems to have changed: others may have written over it.
    pub(super) fn show(
        &mut self,
        anew: bool,
        draw: impl FnOnce(&mut Buffer),
    ) -> Result<(), TableError> {
        let anew = match self.terminal.take()? {
            Taken::Not => return Ok(()),
            Taken::Anew => true,
            Taken::Still => anew,
        };
        let (width, height) = size()?;
        let mut next = Buffer::empty(Rect::new(0, 0, width, height));
        draw(&mut next);
        let bytes = self.bytes(anew, &next)?;
        self.shown = next;
        // In one piece, so that nobody sees it half drawn.
        self.terminal.write(&bytes)?;
        Ok(())
    }

    fn bytes(&mut self, anew: bool, next: &Buffer) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        queue!(bytes, BeginSynchronizedUpdate)?;
        if anew || self.shown.area != next.area {
            self.shown = Buffer::empty(next.area);
            queue!(bytes, Clear(ClearType::All), MoveTo(0, 0))?;
        }
        let changed = self.shown.diff(next);
        CrosstermBackend::new(&mut bytes).draw(changed.into_iter())?;
        queue!(bytes, EndSynchronizedUpdate)?;
        Ok(bytes)
    }
}
