//! The page of the documentation is written from the rows that the tests hold.

use expect_test::expect_file;

use super::rows::Row;
use super::{
    actions, clocks, ending, errors, expressions, floods, illegal, owners, postponing, senders,
    waiting, work,
};

const SECTIONS: &[(&str, &[Row])] = &[
    ("The work", work::ROWS),
    ("Actions", actions::ROWS),
    ("The machine's own expressions", expressions::ROWS),
    ("Errors upon errors", errors::ROWS),
    ("Events that do not fit", illegal::ROWS),
    ("Events that are postponed", postponing::ROWS),
    ("Clocks", clocks::ROWS),
    ("Long work, long waits, tasks", waiting::ROWS),
    ("Too much of something", floods::ROWS),
    ("Nobody sends any more", senders::ROWS),
    ("Owners", owners::ROWS),
    ("The way out", ending::ROWS),
];

const BEGIN: &str = "\
What can go wrong in a component, and what happens then. No error, panic, lost channel, hang or flood
ends a component without its owner being told; and none ends it without its machine being asked, but a
panic that takes the machine's state along.

Every line is held by tests, which are named below each table. Each was tried on components that
`#[supervisor]` writes and on components written by hand, on those that work themselves and those
that work through a handler, on a runtime of one thread and, where it does not speak of time, on one
of many. To try one of your own components in the same way, see the feature `testing`.

*The machine is told* what the machine is given to handle, by the arms that you wrote. *The owner
sees* what [`Handle`](crate::Handle), [`Exit`](crate::Exit) and [`Stats`](crate::Stats) say.
";

const END: &str = "
# What no loop can help with

- Work, an action or a guard that blocks its thread (`std::thread::sleep`, a lock, a long computation)
  is not interrupted by anything, `abort` included, and on a runtime of one thread nothing else runs
  meanwhile. Put it into `tokio::task::spawn_blocking`.
- With `panic = \"abort\"` in the profile, a panic ends the process before anybody is told.
- An action that waits for its own component (joins it, asks it, or sends to it while its mailbox is
  full) waits for what comes behind it; so does work under `Poll` or `Ignore` that waits for `stop`.
- A `send` that is cancelled while it waits for room takes its event along; `try_send` gives it back.
- An event that was taken is the machine's: what its actions had not done when the component was
  aborted is not undone, and not handed back. `Exit::in_hand` names it.
";

fn page() -> String {
    let mut page = BEGIN.to_owned();
    for (title, rows) in SECTIONS {
        page += &format!("\n# {title}\n\n");
        page += "| what goes wrong | the machine is told | the owner sees |\n|---|---|---|\n";
        for row in *rows {
            page += &format!("| {} | {} | {} |\n", row.fault, row.told, row.seen);
        }
        let tests: Vec<_> = rows.iter().flat_map(|row| row.tests).collect();
        let file = tests[0].rsplit("::").nth(1).unwrap();
        page += &format!("\nHeld by, in `tests/faults/{file}.rs`:\n\n");
        for test in tests {
            let name = test.rsplit("::").next().unwrap();
            page += &format!("- {}\n", name.replace('_', " "));
        }
    }
    page + END
}

#[test]
fn the_page_says_what_the_tests_hold() {
    expect_file!["../../runtime/docs/faults.md"].assert_eq(&page());
}
