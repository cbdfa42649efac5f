//! What is measured side by side: ours, the loop or match that one would write by hand, and the libraries
//! that one might take in our place.

pub mod component;
pub mod contest;
pub mod counts;
pub mod idle;
pub mod programs;
pub mod results;
pub mod sheet;
pub mod spawn;
pub mod step;
pub mod table;
pub mod work;

use contest::Contest;

/// All contests, in the order in which they are run.
pub fn all() -> Vec<Contest> {
    let mut contests = step::contests();
    contests.extend(component::contests());
    contests.extend(work::contests());
    contests.extend(spawn::contests());
    contests
}

/// Those of which one of the names is a part of the name; all where none is given.
pub fn chosen(names: &[String]) -> Vec<Contest> {
    let mut contests = all();
    contests.retain(|contest| is_chosen(&contest.name, names));
    contests
}

/// Whether one of the names is a part of this one, or none is given.
pub fn is_chosen(name: &str, names: &[String]) -> bool {
    names.is_empty() || names.iter().any(|part| name.contains(part.as_str()))
}
