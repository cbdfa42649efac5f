//! What the loop promises, and what a handle can do.

mod fixture;
mod recorder;

mod aborting;
mod backing_off;
mod clocks_and_tasks;
mod closed_channel;
mod completion;
mod conservation;
mod dropping;
mod ending;
mod error_event;
mod fairness;
mod half_shown;
mod handle;
mod ids;
mod late_entry;
mod late_watch;
mod not_used_up;
mod observe;
mod odd_faults;
mod order;
mod policy_block;
mod policy_ignore;
mod policy_poll;
mod policy_race;
mod publishing;
mod rejected;
mod rows_of_faults;
mod seed;
mod spawn;
mod state_names;
mod stop_first;
mod stopping;
mod task_faults;
mod tracing;
