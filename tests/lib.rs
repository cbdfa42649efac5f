//! Behaviour tests of `steadfast`: one file per promise, all in one test binary.
