//! What a machine means, without a loop around it.
