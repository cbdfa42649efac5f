//! The counters, read by whoever waited for the end.

use std::sync::Arc;

use loom::future::block_on;
use loom::thread;

use super::exit;
use crate::ExitKind;
use crate::component::Component;
use crate::stats::Counters;

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
        let stats = slot.stats(0);
        assert_eq!((stats.handled, stats.rejected), (2, 1));
        assert_eq!(stats.ended, Some(ExitKind::Completed));
        run.join().unwrap();
    });
}

// Once it says how it ended, nothing is from before that.
#[test]
fn stats_that_tell_the_end_are_final() {
    loom::model(|| {
        let slot = Arc::new(Component::new(tokio::sync::watch::Sender::new(super::Only)));
        let run = {
            let slot = Arc::clone(&slot);
            thread::spawn(move || {
                slot.control.counters.moved("after");
                slot.control.counters.handled();
                slot.control.counters.stamp();
                slot.publish(exit(ExitKind::Failed));
            })
        };
        let stats = slot.stats(0);
        if stats.ended == Some(ExitKind::Failed) {
            assert_eq!(stats.handled, 1);
            assert!(stats.since > slot.control.counters.born());
        }
        run.join().unwrap();
    });
}

#[test]
fn whoever_sees_a_state_sees_no_time_from_before_it() {
    loom::model(|| {
        let counters = Arc::new(Counters::default());
        counters.begin_in("before");
        let run = {
            let counters = Arc::clone(&counters);
            thread::spawn(move || {
                counters.moved("after");
                counters.stamp();
            })
        };
        let stats = counters.snapshot(None, 0);
        if stats.state == "after" {
            assert!(stats.since > counters.born());
        }
        run.join().unwrap();
    });
}
