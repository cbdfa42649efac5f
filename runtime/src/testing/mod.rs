#![doc = include_str!("../../docs/testing.md")]

mod clock;
mod entry;
mod injected;
mod injection;
mod injector;
mod trace;

pub use clock::{pass, paused};
pub use entry::{Entry, Outcome};
pub use injected::Injected;
pub use injection::{Calls, InjectedError, Injection};
pub use injector::{Call, FaultInjector};
pub use trace::Trace;
