//! Timeouts at awkward moments.

use std::time::Duration;

use steadfast::prelude::*;
use steadfast::testing::pass;

use super::kit::{Kit, millis, secs, until};
use super::plant::{Order, Phase, Work};
use super::rows::rows;

rows! {
    "a timeout expires in the instant in which an event comes" {
        told: "the timeout first; `stop` before both",
        seen: "the same",
        paused a_timeout_comes_before_an_event_of_the_same_instant_and_behind_stop;
    }
    "a timeout of no time" {
        told: "the timeout, once for each time the state is entered, before any event from outside and before the work; where it enters the state again and again, see [below](#too-much-of-something)",
        seen: "the same",
        both a_timeout_of_no_time_comes_first_and_once;
    }
    "an arm says `stay` while a timeout runs" {
        told: "the timeout at the time that was set on entry",
        seen: "the same",
        paused a_stay_leaves_the_timeout_what_it_is_under_every_policy;
    }
}

const ALL: [Phase; 4] = [
    Phase::Blocking,
    Phase::Polling,
    Phase::Ignoring,
    Phase::Racing,
];

async fn a_timeout_comes_before_an_event_of_the_same_instant_and_behind_stop(mut kit: Kit) {
    kit.setting.limit = secs(10);
    for phase in [Phase::Blocking, Phase::Racing] {
        for stops in [false, true] {
            let before = kit.log.lines().len();
            let component = kit.start(phase.clone(), [Work::Rest]);
            // In an action, so that all are there when it looks again.
            component.send(Order::Hold(0)).await.unwrap();
            pass(secs(10)).await;
            component.send(Order::Note(1)).await.unwrap();
            if stops {
                component.stop();
            }
            kit.open_gate();
            pass(millis(1)).await;
            let expected: &[_] = match stops {
                true => &["0", "stop"],
                false => &["0", "timeout", "1"],
            };
            assert_eq!(kit.log.lines()[before..], *expected);
            component.abort();
        }
    }
}

async fn a_timeout_of_no_time_comes_first_and_once(mut kit: Kit) {
    kit.setting.limit = Duration::ZERO;
    for phase in ALL {
        let before = kit.dispatches();
        let component = kit.start(phase.clone(), [Work::Sleep(millis(1))]);
        if phase == Phase::Blocking {
            component.send(Order::Note(1)).await.unwrap();
        } else {
            until(|| kit.dispatches() > before + 5).await;
        }
        component.stop();
        component.join().await;
        let lines = kit.trace.take();
        let name = phase.variant_name();
        let timeout = format!(r#"{name}: timeout => {name} do [Say("timeout")]"#);
        // In the blocking state `stop` may have come before the first round.
        if phase != Phase::Blocking {
            assert_eq!(lines[1], timeout);
        }
        let times = lines.iter().filter(|line| **line == timeout).count();
        assert!(times <= 1, "{lines:?}");
    }
}

async fn a_stay_leaves_the_timeout_what_it_is_under_every_policy(mut kit: Kit) {
    kit.setting.limit = secs(10);
    for phase in ALL {
        let before = kit.log.lines().len();
        let component = kit.start(phase.clone(), [Work::Idle(secs(1))]);
        pass(secs(9)).await;
        component.send(Order::Note(1)).await.unwrap();
        pass(millis(999)).await;
        let lines = kit.log.lines().len() - before;
        assert_eq!(lines, usize::from(phase != Phase::Ignoring), "{phase:?}");
        pass(millis(2)).await;
        assert_eq!(kit.log.lines().last().unwrap(), "timeout");
        pass(secs(60)).await;
        let timeouts = kit.log.lines().split_off(before);
        assert_eq!(timeouts.iter().filter(|line| *line == "timeout").count(), 1);
        component.abort();
    }
}
