//! The table of components in a real terminal: what stands in it, what the keys do, and that the terminal
//! is given back whichever way the table ends. What is drawn, to the letter, is tested where it is made.
//!
//! The terminal is one of tmux's. In it this program starts itself again, see `shown`, as a program that
//! shows a table. Without tmux the tests say that they are skipped, and pass.

mod components;
mod shown;
mod terminal;

use std::process::{Command, Stdio};

use terminal::{Terminal, arguments, on_a_terminal};

#[test]
fn three_components_are_shown_and_q_gives_the_terminal_back() {
    on_a_terminal(|terminal| {
        terminal.start("three");
        let table = shown(terminal);
        for line in [
            "3 components   2 running   ✓ 1 completed   ✗ 0 failed   ! 0 aborted",
            "  name   state     since handled rejected faults postponed mailbox",
            "  press  Printing",
            "  folder Waiting",
            "✓ binder Closed",
            "q quit",
        ] {
            assert!(table.contains(line), "not there: {line}\n{table}");
        }
        assert!(!table.contains("ready>"), "the prompt is there:\n{table}");
        terminal.press("q");
        terminal.assert_given_back("left by Quit");
    });
}

#[test]
fn two_hundred_components_can_be_scrolled_through_and_sorted() {
    on_a_terminal(|terminal| {
        terminal.start("two-hundred");
        terminal.until(|screen| screen.contains("press #1 ") && screen.contains("1–21 of 200"));
        terminal.press("End");
        terminal.until(|screen| screen.contains("press #200 "));
        terminal.press("k");
        terminal.until(|screen| screen.contains("179–199 of 200"));
        terminal.press("Home");
        terminal.press("PageDown");
        terminal.until(|screen| screen.contains("22–42 of 200"));
        // Each has as many events in its mailbox as its number says.
        terminal.press("s");
        terminal.press("s");
        let sorted = terminal.until(|screen| screen.contains("fullest mailbox"));
        let first = sorted.lines().nth(2).unwrap();
        assert!(first.contains("press #200 "), "{sorted}");
        terminal.press("Escape");
        terminal.assert_given_back("left by Quit");
    });
}

#[test]
fn control_c_is_told_to_the_program_and_kills_nothing() {
    on_a_terminal(|terminal| {
        terminal.start("three");
        shown(terminal);
        terminal.press("C-c");
        terminal.assert_given_back("left by Interrupted");
    });
}

#[test]
fn a_table_that_is_dropped_gives_the_terminal_back() {
    on_a_terminal(|terminal| {
        terminal.start("dropped");
        shown(terminal);
        terminal.go();
        terminal.assert_given_back("the table was dropped");
    });
}

#[test]
fn a_program_that_panics_behind_its_table_gives_the_terminal_back_and_its_message_stays() {
    on_a_terminal(|terminal| {
        terminal.start("panics");
        shown(terminal);
        terminal.go();
        let screen = terminal.assert_given_back("FAILED");
        assert!(screen.contains("\nthe program panics"), "{screen}");
    });
}

#[test]
fn the_message_of_a_component_that_panics_stays_and_so_does_the_table() {
    on_a_terminal(|terminal| {
        terminal.start("component-panics");
        shown(terminal);
        terminal.go();
        let table = terminal
            .until(|screen| screen.contains("✗ press  Broken") && screen.contains("q quit"));
        assert!(terminal.is_on_the_alternate_screen(), "{table}");
        assert!(!table.contains("jammed"), "{table}");
        terminal.press("s");
        terminal.until(|screen| screen.contains("sort: trouble"));
        terminal.press("q");
        let screen = terminal.assert_given_back("left by Quit");
        assert!(screen.contains("\nthe press is jammed"), "{screen}");
    });
}

#[test]
fn whoever_holds_standard_output_holds_up_no_table_and_can_panic() {
    on_a_terminal(|terminal| {
        terminal.start("printer-panics");
        shown(terminal);
        terminal.go();
        terminal.until(|screen| screen.contains("✓ folder Closed"));
        terminal.halt();
        terminal.until(|screen| screen.contains("! press") && screen.contains("q quit"));
        terminal.press("q");
        let screen = terminal.assert_given_back("left by Quit");
        assert!(screen.contains("\nit panics as it prints"), "{screen}");
    });
}

#[test]
fn a_handle_of_somebodys_own_that_panics_ends_the_table_and_gives_the_terminal_back() {
    on_a_terminal(|terminal| {
        terminal.start("faulty");
        shown(terminal);
        terminal.go();
        let screen = terminal.assert_given_back("the table panicked: it has no numbers");
        assert!(screen.contains("\nit has no numbers"), "{screen}");
    });
}

#[test]
fn the_keys_work_while_a_component_blocks_the_only_thread_of_its_runtime() {
    on_a_terminal(|terminal| {
        terminal.start("blocked");
        shown(terminal);
        terminal.go();
        terminal.until(|screen| screen.contains("Stuck"));
        terminal.press("q");
        // The program cannot go on, but whoever sits there has the terminal, and the usual way out.
        terminal.until(|screen| screen.contains("TABLE=blocked"));
        terminal.press("C-c");
        terminal.assert_given_back("TABLE=blocked");
    });
}

#[test]
fn what_the_owner_lets_go_of_ends_though_the_table_watches_it() {
    on_a_terminal(|terminal| {
        terminal.start("let-go");
        shown(terminal);
        terminal.go();
        terminal.until(|screen| screen.contains("✓ folder Closed"));
        terminal.press("q");
        terminal.assert_given_back("left by Quit");
    });
}

#[test]
fn what_others_write_over_the_table_is_wiped_out() {
    on_a_terminal(|terminal| {
        terminal.start("written-over");
        shown(terminal);
        terminal.go();
        // Done after it was written: whether the test still sees it is luck.
        terminal.until(|screen| screen.contains("✓ folder Closed"));
        let table = terminal.until(|screen| !screen.contains("stray"));
        assert!(table.starts_with("3 components"), "{table}");
        terminal.press("q");
        terminal.assert_given_back("left by Quit");
    });
}

#[test]
fn the_table_follows_the_size_of_the_terminal() {
    on_a_terminal(|terminal| {
        terminal.start("three");
        shown(terminal);
        terminal.resize(30, 6);
        terminal.until(|screen| screen.contains("3: 2 ✓1 ✗0 !0"));
        terminal.resize(1, 1);
        terminal.until(|screen| screen.trim().chars().count() <= 1);
        terminal.resize(80, 24);
        shown(terminal);
        terminal.press("q");
        terminal.assert_given_back("left by Quit");
    });
}

#[test]
fn a_second_table_is_refused_and_the_first_stays() {
    on_a_terminal(|terminal| {
        terminal.start("second");
        shown(terminal);
        terminal.go();
        terminal.until(|screen| screen.contains("✓ folder Closed"));
        terminal.press("q");
        let screen = terminal.assert_given_back("left by Quit");
        assert!(
            screen.contains("another table is in the terminal"),
            "{screen}"
        );
    });
}

#[test]
fn where_there_is_no_terminal_the_error_says_what_to_do_and_nothing_is_drawn() {
    let (program, arguments) = arguments();
    let output = Command::new(program)
        .args(arguments)
        .env(shown::WHAT, "three")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.contains("standard output is not a terminal, and a live table needs one"),
        "{told}"
    );
    assert!(!told.contains('\x1b'), "{told:?}");
}

/// The table, once it is there.
fn shown(terminal: &Terminal) -> String {
    terminal.until(|screen| screen.contains("Printing") && screen.contains("q quit"))
}
