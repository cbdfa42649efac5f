//! The terminal, as long as the table has it.

use std::io::{self, IsTerminal, Write};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::Rect;

use super::TableError;

/// Gives the terminal back when it is dropped, whichever way that comes.
pub(super) struct Screen {
    /// What is shown, as far as is known: only what differs is written.
    shown: Buffer,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn open() -> Result<Self, TableError> {
        let mut stdout = io::stdout();
        if !stdout.is_terminal() {
            return Err(TableError::NotATerminal);
        }
        enable_raw_mode()?;
        // From here on there is something to give back.
        let screen = Screen {
            shown: Buffer::empty(Rect::ZERO),
        };
        execute!(stdout, EnterAlternateScreen, Hide)?;
        Ok(screen)
    }

    /// Shows what `draw` draws into a buffer of the terminal's size. With `anew`, also where nothing
    /// seems to have changed: others may have written over it.
    pub(super) fn show(
        &mut self,
        anew: bool,
        draw: impl FnOnce(&mut Buffer),
    ) -> Result<(), TableError> {
        let (width, height) = size()?;
        let mut next = Buffer::empty(Rect::new(0, 0, width, height));
        draw(&mut next);
        let bytes = self.bytes(anew, &next)?;
        self.shown = next;
        // In one piece, so that nobody sees it half drawn.
        let mut stdout = io::stdout().lock();
        stdout.write_all(&bytes)?;
        stdout.flush()?;
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

impl Drop for Screen {
    fn drop(&mut self) {
        // There is nobody to tell, and each is worth trying though another failed.
        let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}
