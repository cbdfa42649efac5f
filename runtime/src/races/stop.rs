//! The stop flag, and the loop that waits for it.

use std::sync::Arc;
use std::task::Poll;

use loom::future::block_on;
use loom::thread;

use crate::component::Control;
use crate::run::signals::Signals;
use crate::run::wake::Wake;

/// Waits as the loop does where nothing but a stop can come.
fn wait_for_stop(signals: &mut Signals<u32>) {
    block_on(std::future::poll_fn(|cx| {
        loop {
            if let Some(wake) = signals.ready(cx) {
                assert!(matches!(wake, Wake::Stop));
                return Poll::Ready(());
            }
            if signals.register(cx).is_pending() {
                return Poll::Pending;
            }
        }
    }));
    signals.stop_was_taken();
}

// Were it lost, the loop would sleep for ever, which the checker reports.
#[test]
fn a_stop_from_another_thread_is_seen_or_wakes_the_loop() {
    loom::model(|| {
        let control = Arc::new(Control::default());
        let mut signals = Signals::new(Some(Arc::clone(&control)));
        let other = thread::spawn(move || control.stop.request());
        wait_for_stop(&mut signals);
        other.join().unwrap();
    });
}

#[test]
fn a_stop_wakes_the_loop_that_waits_now_not_where_it_waited_before() {
    loom::model(|| {
        let control = Arc::new(Control::default());
        let mut signals = Signals::<u32>::new(Some(Arc::clone(&control)));
        // Its waker is that of a wait that nobody resumes.
        let mut nobody = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(signals.register(&mut nobody).is_pending());
        let other = thread::spawn(move || control.stop.request());
        wait_for_stop(&mut signals);
        other.join().unwrap();
    });
}

#[test]
fn two_stops_are_one() {
    loom::model(|| {
        let control = Arc::new(Control::default());
        let mut signals = Signals::new(Some(Arc::clone(&control)));
        let others = [Arc::clone(&control), control]
            .map(|control| thread::spawn(move || control.stop.request()));
        wait_for_stop(&mut signals);
        for other in others {
            other.join().unwrap();
        }
        let again = block_on(std::future::poll_fn(|cx| {
            Poll::Ready(signals.ready(cx).is_some() || signals.register(cx).is_ready())
        }));
        assert!(!again);
        assert!(signals.are_quiet());
    });
}
