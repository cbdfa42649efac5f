//! What is measured side by side: ours, the loop or match that one would write by hand, and the libraries
//! that one might take in our place.

mod arbiters;
pub mod ask;
pub mod component;
pub mod contest;
pub mod counts;
pub mod fan;
pub mod results;
pub mod step;
pub mod table;
mod threads;
pub mod work;

use contest::Contest;

/// All contests, in the order in which they are run.
pub fn all() -> Vec<Contest> {
    let mut contests = step::contests();
    contests.extend(component::contests());
    contests.extend(work::contests());
    contests.extend(ask::contests());
    contests.extend(fan::contests());
    contests
}

/// Those of which one of the names is a part of the name; all where none is given.
pub fn chosen(names: &[String]) -> Vec<Contest> {
    let mut contests = all();
    contests.retain(|contest| {
        names.is_empty()
            || names
                .iter()
                .any(|name| contest.name.contains(name.as_str()))
    });
    contests
}
