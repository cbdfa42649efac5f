//! M1: only if no arm takes an event, the innermost `unhandled` applies. It never covers the error
//! event.

use steadfast::prelude::*;

use super::fixture::{Do, both, ready, secs, words};

#[derive(Debug, PartialEq, StateVariant)]
enum Post {
    Bare,
    Grouped,
    Own,
}

#[derive(Debug, PartialEq, EventVariant)]
enum Letter {
    Strange,
    ToGrouped,
    ToOwn,
    Known,
}

both! {
    fn posts() -> StateMachine<Post, Letter, (), Do>;
    struct PostMachine;

    state: Post;
    event: Letter;
    context: ();
    action: Do;
    initial: Bare;

    unhandled => reject;

    state Bare {
        on ToGrouped => Grouped;
        on ToOwn => Own;
    }

    superstate Group {
        unhandled => stay;

        state Grouped {
            timeout secs(1);
            on ToOwn => Own;
        }

        state Own {
            unhandled => postpone;
            timeout secs(1);
            on ToGrouped => Grouped;
        }
    }

    any {
        on Known => stay do [Say("known")];
    }
}

#[test]
fn without_an_own_clause_the_machines_unhandled_applies() {
    for mut post in posts() {
        let error = ready(post.handle(Letter::Strange, &mut ())).unwrap_err();
        assert_eq!(error.to_string(), "state `Bare` does not take `Strange`");
    }
}

#[test]
fn a_superstates_unhandled_comes_before_the_machines() {
    for mut post in posts() {
        ready(post.handle(Letter::ToGrouped, &mut ())).unwrap();
        assert_eq!(ready(post.handle(Letter::Strange, &mut ())).unwrap(), []);
        assert_eq!(post.state(), &Post::Grouped);
        assert_eq!(post.postponed(), 0);
    }
}

#[test]
fn a_states_unhandled_comes_before_its_superstates() {
    for mut post in posts() {
        ready(post.handle(Letter::ToOwn, &mut ())).unwrap();
        assert_eq!(ready(post.handle(Letter::Strange, &mut ())).unwrap(), []);
        assert_eq!(post.postponed(), 1);
        ready(post.handle(Letter::ToGrouped, &mut ())).unwrap();
        assert_eq!(post.postponed(), 0, "offered again, and stayed with");
    }
}

#[test]
fn an_arm_of_any_comes_before_every_unhandled() {
    for mut post in posts() {
        for way in [Letter::ToGrouped, Letter::ToOwn] {
            ready(post.handle(way, &mut ())).unwrap();
            let actions = ready(post.handle(Letter::Known, &mut ())).unwrap();
            assert_eq!(words(actions), ["known"]);
            assert_eq!(post.postponed(), 0);
        }
    }
}

#[test]
fn unhandled_stay_covers_an_expired_timeout_too() {
    for mut post in posts() {
        ready(post.handle(Letter::ToGrouped, &mut ())).unwrap();
        assert_eq!(ready(post.check_timeout(secs(1), &mut ())).unwrap(), []);
        assert_eq!(post.state(), &Post::Grouped);
    }
}

#[test]
fn an_expired_timeout_cannot_be_postponed_so_under_unhandled_postpone_it_has_fired_and_that_is_all()
{
    for mut post in posts() {
        ready(post.handle(Letter::ToOwn, &mut ())).unwrap();
        assert_eq!(ready(post.check_timeout(secs(1), &mut ())).unwrap(), []);
        assert_eq!(post.state(), &Post::Own);
        assert_eq!(post.postponed(), 0);
    }
}

#[derive(Debug, PartialEq, StateVariant)]
enum Watch {
    Patient,
    Deaf,
    Failed(String),
}

#[derive(Debug, EventVariant)]
enum Alarm {
    Noise,
    Turn,
    Error(String),
}

fsm! {
    struct WatchMachine;

    state: Watch;
    event: Alarm;
    context: ();
    action: Do;
    initial: Patient;
    error: Alarm::Error;

    unhandled => stay;

    superstate Group {
        unhandled => stay;

        state Patient {
            unhandled => postpone;
            on Turn => Deaf;
        }
        state Deaf {
            on Turn => Patient;
        }
    }

    any {
        on Error(why) => Failed(why);
    }

    failure state Failed;
}

#[test]
fn the_error_event_is_never_met_by_an_unhandled_clause() {
    for turns in [0, 1] {
        let mut watch = WatchMachine::start(&(), &mut Vec::new());
        for _ in 0..turns {
            ready(watch.handle(Alarm::Turn, &mut ())).unwrap();
        }
        ready(watch.handle(Alarm::Noise, &mut ())).unwrap();
        ready(watch.handle(Alarm::Error("fire".into()), &mut ())).unwrap();
        assert_eq!(watch.state(), &Watch::Failed("fire".into()));
    }
}

#[test]
fn an_error_event_whose_route_is_configured_away_is_rejected_and_not_swallowed() {
    fsm! {
        struct Unrouted;

        state: Watch;
        event: Alarm;
        context: ();
        action: Do;
        initial: Patient;
        error: Alarm::Error;

        unhandled => stay;

        state Patient {
            unhandled => postpone;
            on Turn => Deaf;
        }
        state Deaf {
            on Turn => Patient;
        }
        any {
            #[cfg(any())]
            on Error(why) => Failed(why);
        }
        failure state Failed;
    }

    for turns in [0, 1] {
        let mut watch = Unrouted::start(&(), &mut Vec::new());
        for _ in 0..turns {
            ready(watch.handle(Alarm::Turn, &mut ())).unwrap();
        }
        ready(watch.handle(Alarm::Noise, &mut ())).unwrap();
        let error = ready(watch.handle(Alarm::Error("fire".into()), &mut ())).unwrap_err();
        assert!(
            matches!(error, FsmError::UnhandledEvent { event: "Error", .. }),
            "{error:?}"
        );
    }
}
