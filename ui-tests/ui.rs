//! Every case under `fail/` must not compile, with exactly its expected output; every case under
//! `pass/` must.

#[test]
fn each_mistake_is_one_clear_error() {
    trybuild::TestCases::new().compile_fail("fail/**/*.rs");
}

#[test]
fn what_is_right_compiles() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.pass("editor/link.rs");
}

/// This library's column of the comparison with others; `compared.rs` holds the page to it.
#[test]
fn the_comparison_quotes_what_is_said_now() {
    let cases = trybuild::TestCases::new();
    for mistake in [
        "action_that_does_not_exist",
        "duplicate_transition",
        "event_without_a_handler",
        "typo_in_a_target",
        "unreachable_state",
        "unreachable_states_that_lead_to_each_other",
    ] {
        cases.compile_fail(format!("compared/steadfast/{mistake}.rs"));
    }
    cases.pass("compared/steadfast/event_without_a_handler_but_unhandled.rs");
    cases.pass("compared/steadfast/right.rs");
}
