//! What is measured side by side: ours, the loop or match that one would write by hand, and the libraries
//! that one might take in our place.

#[cfg(feature = "peers")]
mod arbiters;
#[cfg(feature = "peers")]
pub mod ask;
pub mod component;
pub mod contest;
pub mod counts;
#[cfg(feature = "peers")]
pub mod fan;
#[cfg(feature = "peers")]
pub mod idle;
#[cfg(feature = "peers")]
pub mod latency;
pub mod programs;
#[cfg(feature = "peers")]
pub mod results;
#[cfg(feature = "peers")]
pub mod sheet;
#[cfg(feature = "peers")]
pub mod spawn;
pub mod stats;
pub mod step;
pub mod table;
mod threads;
#[cfg(feature = "peers")]
pub mod waits;
pub mod work;

use contest::Contest;
#[cfg(feature = "peers")]
use waits::WaitContest;

/// All contests, in the order in which they are run.
pub fn all() -> Vec<Contest> {
    let mut contests = step::contests();
    contests.extend(component::contests());
    contests.extend(work::contests());
    contests.extend(stats::contests());
    #[cfg(feature = "peers")]
    {
        contests.extend(ask::contests());
        contests.extend(fan::contests());
        contests.extend(spawn::contests());
    }
    contests
}

/// Those of which one of the names is a part of the name; all where none is given.
pub fn chosen(names: &[String]) -> Vec<Contest> {
    let mut contests = all();
    contests.retain(|contest| is_chosen(&contest.name, names));
    contests
}

/// The same of those that measure how long somebody waits, which are run last.
#[cfg(feature = "peers")]
pub fn chosen_waits(names: &[String]) -> Vec<WaitContest> {
    let mut contests = latency::contests();
    contests.retain(|contest| is_chosen(&contest.name, names));
    contests
}

/// Whether one of the names is a part of this one, or none is given.
pub fn is_chosen(name: &str, names: &[String]) -> bool {
    names.is_empty() || names.iter().any(|part| name.contains(part.as_str()))
}
