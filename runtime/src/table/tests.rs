//! What stands in the terminal, for terminals and components of all kinds.

use std::time::Duration;

use expect_test::{Expect, expect};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::keys::Wish;
use super::labels::of_named;
use super::row::Row;
use super::view::View;
use crate::ExitKind;

/// A component that has done nothing yet.
fn idle(name: &str) -> Row {
    Row {
        label: of_named(&[(name, 0)]).remove(0),
        state: "Idle",
        since: Duration::from_secs(3),
        ended: None,
        handled: 0,
        rejected: 0,
        faults: 0,
        postponed: 0,
        mailbox: 0,
    }
}

fn three() -> Vec<Row> {
    vec![
        Row {
            state: "Reading",
            since: Duration::from_secs(12 * 60),
            handled: 12_345_678,
            mailbox: 17,
            ..idle("source")
        },
        Row {
            state: "Backoff",
            handled: 812,
            rejected: 3,
            faults: 5,
            postponed: 2,
            ..idle("transform")
        },
        idle("sink"),
    ]
}

fn many() -> Vec<Row> {
    let names: Vec<_> = (1..=200).map(|id| ("connection", id)).collect();
    let labels = of_named(&names).into_iter();
    labels
        .zip(1..)
        .map(|(label, number)| Row {
            label,
            state: if number % 7 == 0 { "Backoff" } else { "Up" },
            handled: number * 1000,
            faults: u64::from(number == 150) * 9,
            mailbox: number % 5,
            ended: (number % 50 == 0).then_some(ExitKind::Failed),
            ..idle("")
        })
        .collect()
}

fn terminal(width: u16, height: u16) -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(width, height)).unwrap()
}

fn draw(view: &mut View, rows: &[Row], width: u16, height: u16) -> String {
    let mut terminal = terminal(width, height);
    let draw = |frame: &mut ratatui::Frame<'_>| view.draw(frame.buffer_mut(), rows);
    terminal.draw(draw).unwrap();
    // Each line is in quotes, so that its spaces count.
    terminal.backend().to_string()
}

fn check(rows: &[Row], width: u16, height: u16, expected: Expect) {
    expected.assert_eq(&draw(&mut View::new(true), rows, width, height));
}

#[test]
fn three_components_in_eighty_columns() {
    check(
        &three(),
        80,
        8,
        expect![[r#"
        "3 components   3 running   ✓ 0 completed   ✗ 0 failed   ! 0 aborted             "
        "  name      state    since handled rejected faults postponed mailbox            "
        "  source    Reading    12m   12.3M        0      0         0      17            "
        "  transform Backoff     3s     812        3      5         2       0            "
        "  sink      Idle        3s       0        0      0         0       0            "
        "                                                                                "
        "                                                                                "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                              "
    "#]],
    );
}

#[test]
fn two_hundred_components_have_the_first_page_and_say_how_many_there_are() {
    check(
        &many(),
        80,
        10,
        expect![[r#"
        "200 components   196 running   ✓ 0 completed   ✗ 4 failed   ! 0 aborted         "
        "  name            state    since handled rejected faults postponed mailbox      "
        "  connection #1   Up          3s    1000        0      0         0       1      "
        "  connection #2   Up          3s    2000        0      0         0       2      "
        "  connection #3   Up          3s    3000        0      0         0       3      "
        "  connection #4   Up          3s    4000        0      0         0       4      "
        "  connection #5   Up          3s    5000        0      0         0       0      "
        "  connection #6   Up          3s    6000        0      0         0       1      "
        "  connection #7   Backoff     3s    7000        0      0         0       2      "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                    1–7 of 200"
    "#]],
    );
}

#[test]
fn the_end_of_two_hundred_is_a_key_away_and_nothing_is_beyond_it() {
    let mut view = View::new(true);
    let rows = many();
    draw(&mut view, &rows, 80, 8);
    for wish in [Wish::End, Wish::Down, Wish::PageDown] {
        view.obey(wish);
    }
    expect![[r#"
        "200 components   196 running   ✓ 0 completed   ✗ 4 failed   ! 0 aborted         "
        "  name            state    since handled rejected faults postponed mailbox      "
        "  connection #196 Backoff     3s    196k        0      0         0       1      "
        "  connection #197 Up          3s    197k        0      0         0       2      "
        "  connection #198 Up          3s    198k        0      0         0       3      "
        "  connection #199 Up          3s    199k        0      0         0       4      "
        "✗ connection #200 Up          3s    200k        0      0         0       0      "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                196–200 of 200"
    "#]]
    .assert_eq(&draw(&mut view, &rows, 80, 8));
    let end = draw(&mut view, &rows, 80, 8);
    view.obey(Wish::PageUp);
    view.obey(Wish::Up);
    assert!(draw(&mut view, &rows, 80, 8).contains("190–194 of 200"));
    view.obey(Wish::PageDown);
    view.obey(Wish::Down);
    assert_eq!(draw(&mut view, &rows, 80, 8), end);
    view.obey(Wish::Home);
    view.obey(Wish::Up);
    assert!(draw(&mut view, &rows, 80, 8).contains("1–5 of 200"));
}

#[test]
fn sorted_by_trouble_it_is_at_the_top() {
    let mut view = View::new(true);
    let rows = many();
    view.obey(Wish::Sort);
    let faults = draw(&mut view, &rows, 80, 8);
    view.obey(Wish::Sort);
    let mailbox = draw(&mut view, &rows, 80, 8);
    expect![[r#"
        "200 components   196 running   ✓ 0 completed   ✗ 4 failed   ! 0 aborted         "
        "  name            state    since handled rejected faults postponed mailbox      "
        "✗ connection #150 Up          3s    150k        0      9         0       0      "
        "✗ connection #50  Up          3s   50.0k        0      0         0       0      "
        "✗ connection #100 Up          3s    100k        0      0         0       0      "
        "✗ connection #200 Up          3s    200k        0      0         0       0      "
        "  connection #1   Up          3s    1000        0      0         0       1      "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: trouble                     1–5 of 200"
        "200 components   196 running   ✓ 0 completed   ✗ 4 failed   ! 0 aborted         "
        "  name            state    since handled rejected faults postponed mailbox      "
        "  connection #4   Up          3s    4000        0      0         0       4      "
        "  connection #9   Up          3s    9000        0      0         0       4      "
        "  connection #14  Backoff     3s   14.0k        0      0         0       4      "
        "  connection #19  Up          3s   19.0k        0      0         0       4      "
        "  connection #24  Up          3s   24.0k        0      0         0       4      "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: fullest mailbox             1–5 of 200"
    "#]]
    .assert_eq(&(faults + &mailbox));
    view.obey(Wish::Sort);
    let given = draw(&mut View::new(true), &rows, 80, 8);
    assert_eq!(draw(&mut view, &rows, 80, 8), given);
}

#[test]
fn to_have_failed_is_more_trouble_than_faults_and_to_be_aborted_less() {
    let mut rows = three();
    rows.push(Row {
        ended: Some(ExitKind::Completed),
        ..idle("done")
    });
    rows.push(Row {
        ended: Some(ExitKind::Aborted),
        ..idle("aborted")
    });
    rows.push(Row {
        ended: Some(ExitKind::Failed),
        ..idle("failed")
    });
    let mut view = View::new(true);
    view.obey(Wish::Sort);
    let drawn = draw(&mut view, &rows, 80, 9);
    let names: Vec<_> = drawn
        .lines()
        .skip(2)
        .take(rows.len())
        .filter_map(|line| {
            line.get(1..)?
                .trim_start_matches(['✓', '✗', '!'])
                .split_whitespace()
                .next()
        })
        .collect();
    assert_eq!(
        names,
        ["failed", "transform", "aborted", "source", "sink", "done"]
    );
}

#[test]
fn in_a_tiny_terminal_there_is_what_matters_most() {
    check(
        &three(),
        20,
        5,
        expect![[r#"
        "3: 3 ✓0 ✗0 !0       "
        "  name      state   "
        "  source    Reading "
        "  transform Backoff "
        "q quit      1–2 of 3"
    "#]],
    );
}

#[test]
fn components_that_ended_stay_and_say_how_without_colors() {
    let mut rows = three();
    let kinds = [ExitKind::Completed, ExitKind::Failed, ExitKind::Aborted];
    for (row, kind) in rows.iter_mut().zip(kinds) {
        row.ended = Some(kind);
    }
    rows.push(idle("late"));
    check(
        &rows,
        80,
        8,
        expect![[r#"
        "4 components   1 running   ✓ 1 completed   ✗ 1 failed   ! 1 aborted             "
        "  name      state    since handled rejected faults postponed mailbox            "
        "✓ source    Reading    12m   12.3M        0      0         0      17            "
        "✗ transform Backoff     3s     812        3      5         2       0            "
        "! sink      Idle        3s       0        0      0         0       0            "
        "  late      Idle        3s       0        0      0         0       0            "
        "                                                                                "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                              "
    "#]],
    );
}

#[test]
fn long_names_and_states_are_cut_and_huge_numbers_are_shortened() {
    let rows = [Row {
        state: "WaitingForTheOtherSideToAnswer",
        since: Duration::from_secs(u64::from(u32::MAX)),
        handled: u64::MAX,
        rejected: 123_456,
        faults: 999_999,
        postponed: 1_048_576,
        mailbox: 65_536,
        ..idle("the component that synchronises everything with everything")
    }];
    check(
        &rows,
        80,
        5,
        expect![[r#"
        "1 component   1 running   ✓ 0 completed   ✗ 0 failed   ! 0 aborted              "
        "  name           state           since handled rejected faults postponed mailbox"
        "  the component… WaitingForThe… 49.7kd   18.4E     123k   999k     1.04M   65.5k"
        "                                                                                "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                              "
    "#]],
    );
}

#[test]
fn wide_letters_move_no_column() {
    let rows = [
        idle("読み手と書き手を見守る部品"),
        idle("👨\u{200d}👩\u{200d}👧 family"),
        idle("plain"),
    ];
    let drawn = draw(&mut View::new(true), &rows, 80, 7);
    expect![[r#"
        "3 components   3 running   ✓ 0 completed   ✗ 0 failed   ! 0 aborted             "
        "  name                    state  since handled rejected faults postponed mailbox"
        "  読み手と書き手を見守る… Idle      3s       0        0      0         0       0" Hidden by multi-width symbols: [(3, " "), (5, " "), (7, " "), (9, " "), (11, " "), (13, " "), (15, " "), (17, " "), (19, " "), (21, " "), (23, " ")]
        "  👨‍👩‍👧 family               Idle      3s       0        0      0         0       0" Hidden by multi-width symbols: [(3, " ")]
        "  plain                   Idle      3s       0        0      0         0       0"
        "                                                                                "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                              "
    "#]].assert_eq(&drawn);
}

#[test]
fn nobody_to_watch_is_said_too() {
    check(
        &[],
        80,
        4,
        expect![[r#"
        "0 components   0 running   ✓ 0 completed   ✗ 0 failed   ! 0 aborted             "
        "  name state  since handled rejected faults postponed mailbox                   "
        "                                                                                "
        "q quit   ↑ ↓ PgUp PgDn Home End   s sort: as given                              "
    "#]],
    );
}

#[test]
fn no_terminal_is_too_small_or_too_large_to_draw_into() {
    let rows = &many()[..20];
    let small = (0..90).flat_map(|width| (0..6).map(move |height| (width, height)));
    for (width, height) in small.chain([(1000, 60), (1000, 1), (1, 300), (0, 300), (1000, 0)]) {
        let mut view = View::new(true);
        for wish in [Wish::End, Wish::PageUp, Wish::Sort, Wish::Down] {
            // Not through a terminal for tests, which itself has a size that is too small for it.
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            view.draw(&mut buffer, rows);
            view.obey(wish);
        }
    }
}

#[test]
fn a_terminal_that_grows_shows_more_and_no_empty_lines() {
    let mut view = View::new(true);
    let rows = many();
    draw(&mut view, &rows, 80, 8);
    view.obey(Wish::End);
    draw(&mut view, &rows, 80, 8);
    let grown = draw(&mut view, &rows, 80, 23);
    assert!(grown.contains("181–200 of 200"), "{grown}");
}

#[test]
fn without_colors_there_are_none() {
    let mut rows = three();
    rows[0].ended = Some(ExitKind::Failed);
    for colored in [false, true] {
        let mut terminal = terminal(80, 8);
        let mut view = View::new(colored);
        let draw = |frame: &mut ratatui::Frame<'_>| view.draw(frame.buffer_mut(), &rows);
        terminal.draw(draw).unwrap();
        let cells = terminal.backend().buffer().content().iter();
        let is_colored = cells.clone().any(|cell| cell.fg != Color::Reset);
        assert_eq!(is_colored, colored);
    }
}
