//! Rule: derive on what is not an enum

use steadfast::prelude::*;

#[derive(StateVariant)]
struct Door {
    open: bool,
}

fn main() {}
