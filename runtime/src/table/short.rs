//! Numbers and times in as few letters as tell them.

use std::time::Duration;

const UNITS: [char; 6] = ['k', 'M', 'G', 'T', 'P', 'E'];

/// A number in five letters at most: up to four digits as it is, else its first three and a unit. It is
/// cut and not rounded, so nothing shows as more than it is.
pub(super) fn count(number: u64) -> String {
    if number < 10_000 {
        return number.to_string();
    }
    let (mut whole, mut rest, mut unit) = (number, 0, ' ');
    for next in UNITS {
        if whole < 1000 {
            break;
        }
        (whole, rest, unit) = (whole / 1000, whole % 1000, next);
    }
    match whole {
        100.. => format!("{whole}{unit}"),
        10.. => format!("{whole}.{}{unit}", rest / 100),
        _ => format!("{whole}.{:02}{unit}", rest / 10),
    }
}

/// How long ago something was: `3s`, `12m`, `2h05m`, `4d`.
pub(super) fn time(time: Duration) -> String {
    let seconds = time.as_secs();
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    match seconds {
        0..60 => format!("{seconds}s"),
        60..3600 => format!("{minutes}m"),
        3600..86400 => format!("{hours}h{:02}m", minutes % 60),
        _ => format!("{}d", count(hours / 24)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_shown_in_full_and_large_ones_by_three_digits_and_a_unit() {
        let shown = [
            (0, "0"),
            (9_999, "9999"),
            (10_000, "10.0k"),
            (12_345, "12.3k"),
            (123_456, "123k"),
            (999_999, "999k"),
            (1_000_000, "1.00M"),
            (1_059_999, "1.05M"),
            (12_399_999, "12.3M"),
            (7_000_000_000, "7.00G"),
            (u64::MAX, "18.4E"),
        ];
        for (number, expected) in shown {
            assert_eq!(count(number), expected);
        }
    }

    #[test]
    fn no_number_takes_more_than_five_letters() {
        let mut number = 1_u64;
        while let Some(next) = number.checked_mul(3) {
            assert!(count(number).len() <= 5, "{number}: {}", count(number));
            number = next;
        }
    }

    #[test]
    fn a_time_is_told_as_exactly_as_matters() {
        let shown = [
            (0, "0s"),
            (3, "3s"),
            (59, "59s"),
            (60, "1m"),
            (12 * 60 + 59, "12m"),
            (3599, "59m"),
            (3600, "1h00m"),
            (2 * 3600 + 5 * 60, "2h05m"),
            (86399, "23h59m"),
            (86400, "1d"),
            (4 * 86400 + 3600, "4d"),
            (20_000 * 86400, "20.0kd"),
        ];
        for (seconds, expected) in shown {
            assert_eq!(time(Duration::from_secs(seconds)), expected);
        }
    }
}
