//! One module per promise.

mod component;
mod link;
mod machine;
mod testing;
