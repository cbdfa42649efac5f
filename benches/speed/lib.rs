//! What is measured side by side: ours, the loop or match that one would write by hand, and the libraries
//! that one might take in our place.

mod arbiters;
pub mod ask;
pub mod component;
pub mod contest;
pub mod counts;
pub mod fan;
pub mod latency;
pub mod results;
pub mod step;
pub mod table;
mod threads;
pub mod waits;
pub mod work;

use contest::Contest;
use waits::WaitContest;

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
    contests.retain(|contest| is_chosen(&contest.name, names));
    contests
}

/// The same of those that measure how long somebody waits, which are run last.
pub fn chosen_waits(names: &[String]) -> Vec<WaitContest> {
    let mut contests = latency::contests();
    contests.retain(|contest| is_chosen(&contest.name, names));
    contests
}

fn is_chosen(contest: &str, names: &[String]) -> bool {
    names.is_empty() || names.iter().any(|name| contest.contains(name.as_str()))
}
