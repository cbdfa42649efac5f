//! The paused clock.

use std::future::Future;
use std::time::Duration;

/// Within what a timer of tokio can be set to.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);

/// Runs a test on a runtime of one thread whose clock stands still while anything can go on, and
/// otherwise jumps to the next timer: an hour of timeouts takes no time, and a run is the same every
/// time.
///
/// `#[tokio::test(start_paused = true)]` does the same but for the limit of a year, where
/// `tokio` has the feature `test-util`.
///
/// A test that waits for what never comes would wait for ever: after a year of its clock it panics
/// instead. Where something of it is busy without an end, the clock stands still and it hangs.
/// Sockets and files are not waited for before the clock jumps: they do not go together with it.
///
/// # Panics
///
/// Inside another runtime, when the runtime cannot be built, after a year, and with whatever the
/// future panics with.
#[track_caller]
pub fn paused<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build();
    match runtime {
        Ok(runtime) => {
            let ended = runtime.block_on(async { tokio::time::timeout(LONGEST, future).await });
            match ended {
                Ok(output) => output,
                Err(_) => panic!(
                    "after a year of the paused clock the test still waits: what it waits for \
                     never comes"
                ),
            }
        }
        Err(error) => panic!("the test's runtime cannot be built: {error}"),
    }
}

/// Lets this much time pass on a paused clock. Everything that is due on the way happens, in its
/// order and at its time, and so does all that needs no time: a millisecond is enough to let every
/// event that was sent be handled. On a clock that is not paused it waits.
///
/// # Cancel safety
///
/// Cancelled, only the waiting ends.
pub async fn pass(time: Duration) {
    tokio::time::sleep(time).await;
}
