//! An abort, and the task that it ends.

use std::sync::Arc;

use loom::thread;

use crate::abort::{AbortFlag, Abortable};
use crate::sync::{AtomicU64, Ordering};

/// Counts how often it was aborted.
#[derive(Clone, Default)]
struct Task(Arc<AtomicU64>);

impl Abortable for Task {
    fn abort(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn an_abort_before_during_or_after_the_spawn_aborts_the_task() {
    loom::model(|| {
        let flag = Arc::new(AbortFlag::default());
        let task = Task::default();
        let other = {
            let flag = Arc::clone(&flag);
            thread::spawn(move || flag.request())
        };
        flag.set_task(task.clone());
        other.join().unwrap();
        assert_eq!(task.0.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn two_aborts_during_the_spawn_are_one() {
    loom::model(|| {
        let flag = Arc::new(AbortFlag::default());
        let task = Task::default();
        let others = [(); 2].map(|()| {
            let flag = Arc::clone(&flag);
            thread::spawn(move || flag.request())
        });
        flag.set_task(task.clone());
        for other in others {
            other.join().unwrap();
        }
        assert_eq!(task.0.load(Ordering::SeqCst), 1);
    });
}

// The loop looks at the flag before it runs user code: it must not find it unset once its task was
// aborted.
#[test]
fn a_task_that_was_aborted_finds_the_flag_set() {
    loom::model(|| {
        let flag = Arc::new(AbortFlag::default());
        let task = Task::default();
        let other = {
            let flag = Arc::clone(&flag);
            thread::spawn(move || flag.request())
        };
        flag.set_task(task.clone());
        if task.0.load(Ordering::SeqCst) == 1 {
            assert!(flag.is_requested());
        }
        other.join().unwrap();
    });
}
