//! What the loop promises, and what a handle can do.
