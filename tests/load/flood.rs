//! Neither a flood of events, nor of work, nor of clocks and tasks keeps the others from their
//! turn: the bounds of the documentation, counted.

use std::time::Duration;

use steadfast::prelude::*;

use super::mill::{Grain, Mill, Rig, Work};

/// After so many events from outside in a row the work has its turn.
const STREAK: usize = 64;
/// After so many clocks and tasks in a row the mailbox and the work have theirs.
const OWN_STREAK: usize = 16;

/// The longest row without this letter.
fn longest_without(tape: &str, letter: char) -> usize {
    tape.split(letter).map(str::len).max().unwrap_or(0)
}

/// As many as the loop could take at one wake-up, and more.
fn flood(handle: &Handle<Grain, Mill>, grains: &[Grain], count: usize) {
    for grain in grains.iter().cycle().take(count) {
        handle.try_send(grain.clone()).unwrap();
    }
}

// Events from outside, and work.

#[tokio::test(start_paused = true)]
async fn a_flood_without_end_leaves_the_work_its_turn_after_each_64_events() {
    for mill in [Mill::Polling, Mill::Racing] {
        for grain in [Grain::Note, Grain::Odd] {
            for work in [Work::Again, Work::Emit, Work::Wait] {
                if matches!((&mill, work), (Mill::Polling, Work::Wait)) {
                    continue; // Nothing interrupts it.
                }
                let rig = Rig {
                    work,
                    refill: vec![grain.clone()],
                    ..Rig::default()
                };
                let handle = rig.start(mill.clone());
                flood(&handle, std::slice::from_ref(&grain), 100);
                let tape = rig.record(10_000).await.replace('o', "");
                handle.abort();
                let rows: Vec<_> = tape.split('w').map(str::len).collect();
                assert!(rows.len() > 100, "{mill:?}");
                let (_, whole) = rows.split_last().unwrap();
                assert!(whole.iter().all(|&row| row == STREAK), "{mill:?}: {rows:?}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_that_changes_the_state_all_the_time_leaves_the_work_its_turn_too() {
    let ways = [
        vec![Grain::Poll, Grain::Race],
        vec![Grain::Rest, Grain::Poll],
        vec![Grain::Note, Grain::Rest, Grain::Odd, Grain::Race],
    ];
    for way in ways {
        let rig = Rig {
            refill: way.clone(),
            ..Rig::default()
        };
        let handle = rig.start(Mill::Polling);
        flood(&handle, &way, 120);
        let tape = rig.record(10_000).await;
        handle.abort();
        // Of the states passed through, at least every other has work.
        let longest = longest_without(&tape, 'w');
        assert!(longest <= 2 * STREAK + 2, "{way:?}: {longest} without work");
    }
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_work_leaves_an_event_that_waits_its_turn_after_one_piece_of_work() {
    for mill in [Mill::Polling, Mill::Racing] {
        for work in [Work::Again, Work::Emit] {
            let rig = Rig {
                work,
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            rig.record(1000).await;
            for _ in 0..50 {
                handle.try_send(Grain::Note).unwrap();
                let tape = rig.record(10).await;
                // Nothing of it ran since the event was sent but what is on this tape.
                let before = tape.find('e').unwrap();
                assert!(before <= 1, "{mill:?}: {tape}");
            }
            handle.abort();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_state_that_ignores_events_leaves_them_all_and_takes_them_when_it_is_left() {
    let rig = Rig::default();
    let handle = rig.start(Mill::Ignoring);
    flood(&handle, &[Grain::Note], 5000);
    let tape = rig.record(2000).await;
    assert_eq!(longest_without(&tape, 'w'), 0, "{tape}");
    assert_eq!(handle.stats().mailbox, 5000);
    handle.stop();
    let exit = handle.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.take_unhandled().len(), 5000);
}

// Stop.

#[tokio::test(start_paused = true)]
async fn stop_comes_before_the_next_event_wherever_in_a_flood_it_is_asked_for() {
    for mill in [Mill::Resting, Mill::Polling, Mill::Racing] {
        for place in [0, 1, 62, 63, 64, 65, 127, 128, 200] {
            let rig = Rig {
                work: Work::Emit,
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            flood(&handle, &[Grain::Note], place);
            handle.try_send(Grain::Halt).unwrap();
            flood(&handle, &[Grain::Note], 300);
            let exit = handle.join().await;
            let tape = rig.tape.take();
            assert!(tape.ends_with("es"), "{mill:?}, {place}: {tape}");
            assert_eq!(exit.take_unhandled().len(), 300, "{mill:?}, {place}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn stop_waits_for_the_postponed_events_that_are_offered_again_and_for_no_other() {
    let rig = Rig::default();
    let handle = rig.start(Mill::Resting);
    flood(&handle, &[Grain::Keep], 1024);
    rig.record(1024).await;
    // They are offered when the state changes, which here asks to stop as well.
    handle.try_send(Grain::Race).unwrap();
    flood(&handle, &[Grain::Note], 300);
    rig.record(1).await;
    handle.stop();
    let exit = handle.join().await;
    let tape = rig.tape.take();
    assert!(tape.trim_start_matches('k') == "s", "{tape}");
    assert_eq!(exit.take_unhandled().len(), 300);
}

// Clocks and tasks.

#[tokio::test(start_paused = true)]
async fn a_clock_comes_between_two_events_of_a_batch_that_is_in_hand() {
    let rig = Rig {
        period: Duration::from_millis(10),
        ..Rig::default()
    };
    let handle = rig.start(Mill::Resting);
    tokio::time::sleep(Duration::from_millis(5)).await;
    flood(&handle, &[Grain::Note], 20);
    // The clock is due when the component has its turn, with all of the batch still to come.
    tokio::time::advance(Duration::from_millis(5)).await;
    let tape = rig.record(21).await;
    assert_eq!(tape, format!("c{}", "e".repeat(20)));
}

#[tokio::test(start_paused = true)]
async fn a_clock_whose_actions_take_longer_than_its_period_leaves_others_their_turn() {
    for mill in [Mill::Resting, Mill::Polling, Mill::Racing] {
        let rig = Rig {
            period: Duration::from_secs(1),
            dawdle: Duration::from_secs(2),
            work: Work::Doze,
            ..Rig::default()
        };
        let handle = rig.start(mill.clone());
        tokio::time::sleep(Duration::from_millis(1500)).await;
        rig.tape.take();
        flood(&handle, &[Grain::Note], 20);
        tokio::time::sleep(Duration::from_secs(2000)).await;
        let tape = rig.tape.take();
        handle.abort();
        assert_eq!(tape.matches('e').count(), 20, "{mill:?}: {tape}");
        let (taken, after) = tape.split_at(tape.rfind('e').unwrap());
        let longest = longest_without(taken, 'e');
        assert!(
            longest <= OWN_STREAK,
            "{mill:?}: {longest} without an event"
        );
        if mill != Mill::Resting {
            let longest = longest_without(after, 'w');
            assert!(
                longest <= OWN_STREAK + 1,
                "{mill:?}: {longest} without work"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_task_that_is_done_at_once_and_begun_anew_leaves_others_their_turn() {
    for mill in [Mill::Resting, Mill::Polling, Mill::Racing] {
        for work in [Work::Again, Work::Wait] {
            if matches!((&mill, work), (Mill::Polling, Work::Wait)) {
                continue;
            }
            let rig = Rig {
                busy_task: true,
                work,
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            flood(&handle, &[Grain::Note], 20);
            let tape = rig.record(3000).await;
            assert_eq!(tape.matches('e').count(), 20, "{mill:?}");
            let (taken, after) = tape.split_at(tape.rfind('e').unwrap());
            let longest = longest_without(taken, 'e');
            assert!(
                longest <= OWN_STREAK,
                "{mill:?}: {longest} without an event"
            );
            if mill != Mill::Resting {
                let longest = longest_without(after, 'w');
                assert!(
                    longest <= OWN_STREAK + 1,
                    "{mill:?}: {longest} without work"
                );
            }
            handle.stop();
            let exit = handle.join().await;
            assert_eq!(exit.kind(), ExitKind::Completed, "{mill:?}");
        }
    }
}

// Other tasks on the same thread.

#[tokio::test(start_paused = true)]
async fn no_flood_keeps_another_task_from_its_turn_for_more_than_a_budget() {
    // Tokio gives a task 128 units each time; every round of the loop costs one at least.
    const BUDGET: usize = 128;
    let flooded = [Grain::Note, Grain::Odd, Grain::Keep];
    for mill in [Mill::Resting, Mill::Polling, Mill::Ignoring, Mill::Racing] {
        for grain in &flooded {
            let rig = Rig {
                refill: vec![grain.clone()],
                busy_task: matches!(grain, Grain::Odd),
                ..Rig::default()
            };
            let handle = rig.start(mill.clone());
            flood(&handle, std::slice::from_ref(grain), 900);
            let mut turns = 0;
            let mut length = 0;
            while length < 5000 && turns < 1000 {
                tokio::task::yield_now().await;
                turns += 1;
                let now = rig.tape.len();
                // A round writes two letters at most.
                assert!(now - length <= 2 * BUDGET, "{mill:?}, {grain:?}");
                length = now;
            }
            handle.abort();
            assert!(length >= 900, "{mill:?}, {grain:?}: {length} in {turns}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn postponed_events_that_are_offered_again_leave_other_tasks_their_turn() {
    let rig = Rig::default();
    let handle = rig.start(Mill::Resting);
    flood(&handle, &[Grain::Keep], 1000);
    rig.record(1000).await;
    handle.try_send(Grain::Ignore).unwrap();
    let mut turns = 0;
    while rig.tape.len() < 1000 {
        tokio::task::yield_now().await;
        turns += 1;
    }
    assert!(turns >= 1000 / 128, "{turns} turns");
}
