//! `steadfast` under another name: nothing here is called `steadfast`.
