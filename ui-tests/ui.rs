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
