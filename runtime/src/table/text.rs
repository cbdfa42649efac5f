//! Text that has to fit: measured by the columns it takes in the terminal, not by its letters.

use ratatui::buffer::CellWidth;
use ratatui::style::Style;
use ratatui::text::Span;

/// What stands for what was cut off.
const CUT: char = '…';

/// How many columns it takes. What cannot be seen takes none.
pub(super) fn width(text: &str) -> usize {
    let span = Span::raw(text);
    let letters = span.styled_graphemes(Style::new());
    letters.map(|letter| columns(letter.symbol)).sum()
}

/// As much of it as fits, with a sign where something was cut off. Control characters are left out: a
/// name must not be able to move the cursor.
pub(super) fn fit(text: &str, room: usize) -> String {
    let span = Span::raw(text);
    let is_cut = width(text) > room;
    let mut left = if is_cut { room.saturating_sub(1) } else { room };
    let mut fitting = String::new();
    for letter in span.styled_graphemes(Style::new()) {
        let columns = columns(letter.symbol);
        if columns > left {
            break;
        }
        left -= columns;
        fitting.push_str(letter.symbol);
    }
    if is_cut && room > 0 {
        fitting.push(CUT);
    }
    fitting
}

fn columns(letter: &str) -> usize {
    usize::from(letter.cell_width())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_what_does_not_is_cut_with_a_sign() {
        let fitted = [
            ("reader", 6, "reader"),
            ("reader", 5, "read…"),
            ("reader", 1, "…"),
            ("reader", 0, ""),
            ("", 3, ""),
        ];
        for (text, room, expected) in fitted {
            assert_eq!(fit(text, room), expected);
        }
    }

    #[test]
    fn wide_letters_and_joined_ones_are_never_cut_in_half() {
        // Each of the first takes two columns; the last is one letter of four.
        for (text, room, expected) in [
            ("読み手", 6, "読み手"),
            ("読み手", 5, "読み…"),
            ("読み手", 4, "読…"),
            ("e\u{301}te\u{301}", 3, "e\u{301}te\u{301}"),
            ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
            ("👨\u{200d}👩\u{200d}👧 home", 3, "👨\u{200d}👩\u{200d}👧…"),
        ] {
            assert_eq!(fit(text, room), expected);
            assert!(width(&fit(text, room)) <= room);
        }
    }

    #[test]
    fn nothing_in_a_name_can_move_the_cursor() {
        assert_eq!(fit("a\x1b[2Jb\r\nc\td", 20), "a[2Jbcd");
        assert_eq!(width("a\x1b[2Jb\r\nc\td"), 7);
    }
}
