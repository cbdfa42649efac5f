//! One module per promise.

mod component;
mod faults;
mod link;
mod load;
mod machine;
mod model;
mod testing;
