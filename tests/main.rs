//! One module per promise.

mod component;
mod faults;
mod link;
mod machine;
mod testing;
