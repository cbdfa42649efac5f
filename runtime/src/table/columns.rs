//! Which columns there are in a terminal of some width, and how wide they are.

use super::row::Column;

/// Before each row stands the sign of how it ended, and a space.
pub(super) const SIGN: usize = 2;

/// The least that name and state are good for. Where they have less, a column of numbers goes.
const LEAST_NAME: usize = 8;
const LEAST_STATE: usize = 6;

/// What goes first where there is not room for all: last what tells of trouble.
const GO: [Column; 6] = [
    Column::Postponed,
    Column::Handled,
    Column::Rejected,
    Column::Since,
    Column::Mailbox,
    Column::Faults,
];

/// The columns of one width.
#[derive(Debug, PartialEq)]
pub(super) struct Columns {
    pub(super) name: usize,
    /// None where there is not even room for that.
    pub(super) state: Option<usize>,
    pub(super) numbers: Vec<Column>,
}

impl Columns {
    /// For a terminal of this width, and the longest name and state.
    pub(super) fn new(width: usize, name: usize, state: usize) -> Self {
        let room = width.saturating_sub(SIGN);
        let least = name.min(LEAST_NAME) + 1 + state.min(LEAST_STATE);
        let mut numbers = Column::ALL.to_vec();
        for gone in GO {
            if least + wide(&numbers) <= room {
                break;
            }
            numbers.retain(|&column| column != gone);
        }
        if room < least {
            return Columns {
                name: name.min(room),
                state: None,
                numbers,
            };
        }
        let text = room - wide(&numbers) - 1;
        let half = text / 2;
        // Whichever has enough with its half leaves the rest to the other.
        let (name, state) = if name + state <= text {
            (name, state)
        } else if name <= text - half {
            (name, text - name)
        } else if state <= half {
            (text - state, state)
        } else {
            (text - half, half)
        };
        Columns {
            name,
            state: Some(state),
            numbers,
        }
    }
}

/// How much room these take, with a space before each.
fn wide(numbers: &[Column]) -> usize {
    numbers.iter().map(|column| 1 + column.width()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_eighty_columns_there_is_everything() {
        let columns = Columns::new(80, 30, 30);
        assert_eq!(columns.numbers, Column::ALL);
        assert_eq!((columns.name, columns.state), (14, Some(14)));
    }

    #[test]
    fn what_is_short_leaves_its_room_to_what_is_long() {
        let widths = |name, state| {
            let columns = Columns::new(80, name, state);
            (columns.name, columns.state)
        };
        assert_eq!(widths(6, 8), (6, Some(8)));
        assert_eq!(widths(30, 8), (20, Some(8)));
        assert_eq!(widths(6, 30), (6, Some(22)));
    }

    #[test]
    fn where_it_is_narrow_trouble_is_the_last_to_go() {
        let numbers = |width| Columns::new(width, 30, 30).numbers;
        assert_eq!(numbers(66), Column::ALL);
        assert!(!numbers(65).contains(&Column::Postponed));
        let kept = [Column::Since, Column::Faults, Column::Mailbox];
        assert_eq!(numbers(40), kept);
        assert_eq!(numbers(24), [Column::Faults]);
        assert_eq!(numbers(20), []);
    }

    #[test]
    fn no_terminal_is_too_small_and_nothing_is_wider_than_it() {
        for width in 0..200 {
            for name in [0, 1, 9, 50] {
                for state in [0, 1, 7, 50] {
                    let columns = Columns::new(width, name, state);
                    let state = columns.state.map_or(0, |state| 1 + state);
                    let all = SIGN + columns.name + state + wide(&columns.numbers);
                    assert!(all <= width.max(SIGN), "{width}: {columns:?}");
                }
            }
        }
    }
}
