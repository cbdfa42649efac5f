//! One runnable program per question a user has: see the `.rs` files beside this one.
