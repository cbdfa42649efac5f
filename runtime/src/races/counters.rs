//! The counters, read by whoever waited for the end.

use std::sync::Arc;

use loom::future::block_on;
use loom::thread;

use super::exit;
use crate::ExitKind;
use crate::component::Component;

// A load and a store are no locked addition: they are right because only the loop writes, on one
// thread after the other.
#[test]
fn whoever_waited_for_the_end_reads_all_that_the_run_counted() {
    loom::model(|| {
        let slot = Arc::new(Component::new(tokio::sync::watch::Sender::new(super::Only)));
        slot.control.counters.handled();
        let run = {
            let slot = Arc::clone(&slot);
            thread::spawn(move || {
                slot.control.counters.handled();
                slot.control.counters.rejected();
                slot.publish(exit(ExitKind::Completed));
            })
        };
        block_on(slot.ended());
        let stats = slot.control.counters.snapshot(0);
        assert_eq!((stats.handled, stats.rejected), (2, 1));
        run.join().unwrap();
    });
}
