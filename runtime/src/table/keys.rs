//! What each key means.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Quit,
    Interrupt,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    Sort,
    /// Everything anew: the user asked for it, or the terminal has another size.
    Redraw,
}

/// What this asks for, if anything.
pub(super) fn wish(event: &Event) -> Option<Wish> {
    match event {
        // Some terminals tell of the release too.
        Event::Key(key) if key.kind != KeyEventKind::Release => of_key(key),
        Event::Resize(..) => Some(Wish::Redraw),
        _ => None,
    }
}

fn of_key(key: &KeyEvent) -> Option<Wish> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c') => Some(Wish::Interrupt),
            KeyCode::Char('l') => Some(Wish::Redraw),
            _ => None,
        };
    }
    Some(match key.code {
        KeyCode::Char('q' | 'Q') | KeyCode::Esc => Wish::Quit,
        KeyCode::Up | KeyCode::Char('k') => Wish::Up,
        KeyCode::Down | KeyCode::Char('j') => Wish::Down,
        KeyCode::PageUp => Wish::PageUp,
        KeyCode::PageDown => Wish::PageDown,
        KeyCode::Home => Wish::Home,
        KeyCode::End => Wish::End,
        KeyCode::Char('s') => Wish::Sort,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Wish> {
        wish(&Event::Key(KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn q_and_escape_leave_and_control_c_interrupts() {
        let none = KeyModifiers::NONE;
        assert_eq!(pressed(KeyCode::Char('q'), none), Some(Wish::Quit));
        assert_eq!(
            pressed(KeyCode::Char('Q'), KeyModifiers::SHIFT),
            Some(Wish::Quit)
        );
        assert_eq!(pressed(KeyCode::Esc, none), Some(Wish::Quit));
        let control = KeyModifiers::CONTROL;
        assert_eq!(pressed(KeyCode::Char('c'), control), Some(Wish::Interrupt));
        assert_eq!(pressed(KeyCode::Char('c'), none), None);
        assert_eq!(pressed(KeyCode::Char('q'), control), None);
    }

    #[test]
    fn a_key_that_is_let_go_says_nothing_more() {
        let key = KeyEvent::new_with_kind(
            KeyCode::Char('q'),
            KeyModifiers::NONE,
            KeyEventKind::Release,
        );
        assert_eq!(wish(&Event::Key(key)), None);
    }

    #[test]
    fn another_size_draws_everything_anew() {
        assert_eq!(wish(&Event::Resize(0, 0)), Some(Wish::Redraw));
    }
}
