//! L3: what a component is told when nobody can send any more, and how often.

use std::time::Duration;

use steadfast::prelude::*;
use steadfast::{ChannelBuilder, RunError, SelfSupervisedWithExternalEvents};

use super::fixture::{Log, kinds, secs, settle};

/// Runs a component in place whose channel is closed from the beginning.
async fn run_closed<T>(
    supervisor: T,
    initial: T::State,
    context: T::Context,
) -> Result<Exit<T::State, T::Event>, RunError<T::State, T::Event>>
where
    T: SelfSupervised + steadfast::ExternalEventPolicy + Supervisor<State: Clone>,
{
    let (sender, receiver, watcher) = ChannelBuilder::new().build(initial.clone());
    drop(sender);
    let run =
        SelfSupervisedWithExternalEvents::new(supervisor, receiver, watcher).run(initial, context);
    tokio::time::timeout(secs(1_000_000), run)
        .await
        .expect("it waits for ever")
}

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Room {
    Lobby,
    Porch,
    Office,
    Closet,
    Hall,
    Out,
    Lost(String),
}

#[derive(Debug, EventVariant)]
enum Move {
    Next,
    Shut,
    Error(Fault),
}

enum Act {
    Say(String),
}

#[derive(Default)]
struct House {
    log: Log,
    /// How long one waits on the porch.
    patience: Duration,
    /// How many errors are borne before the machine is lost.
    nerves: usize,
    borne: usize,
}

impl Execute<Act> for House {
    async fn execute(&mut self, Act::Say(word): Act) -> Result<(), BoxError> {
        self.borne += 1;
        self.log.add(word);
        Ok(())
    }
}

fsm! {
    struct HouseMachine;
    trait HouseDispatch;

    state: Room;
    event: Move;
    context: House;
    action: Act;
    initial: Lobby;
    error: Error;

    state Lobby {
        on Next => Closet;
        on Shut => Office;
    }
    state Porch {
        timeout context.patience => Out;
        on Next => stay;
    }
    state Office: Poll { on Next => Closet; on Shut => Hall; }
    state Closet: Ignore { on Next => Lobby; }
    state Hall: Race { on Next => Out; on Shut => Porch; }

    any {
        on Shut => stay;
        on Error(fault) if context.borne < context.nerves => stay do [Say(fault.to_string())];
        on Error(fault) => Lost(fault.to_string());
    }

    terminal state Out;
    failure state Lost;
}

#[supervisor(HouseMachine)]
struct Guest {
    works: u32,
}

impl Guest {
    fn next(&mut self) -> Next<Move> {
        self.works += 1;
        if self.works.is_multiple_of(3) {
            Ok(Move::Next.into())
        } else {
            Ok(next::again())
        }
    }
}

impl HouseDispatch for Guest {
    async fn office(&mut self, _: &Room, _: &mut House) -> Next<Move> {
        self.next()
    }

    async fn closet(&mut self, _: &Room, _: &mut House) -> Next<Move> {
        self.next()
    }

    async fn hall(&mut self, _: &Room, _: &mut House) -> Next<Move> {
        self.next()
    }
}

#[tokio::test(start_paused = true)]
async fn by_default_it_is_the_error_event_with_a_fault_that_the_exit_names() {
    let run = run_closed(Guest { works: 0 }, Room::Lobby, House::default()).await;
    let exit = run.unwrap_err().into_exit();
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(
        exit.state(),
        Some(&Room::Lost("in state `Lobby`: all senders are gone".into()))
    );
    assert_eq!(kinds(&exit), [FaultKind::ChannelClosed]);
    assert_eq!(exit.faults()[0].state(), "Lobby");
}

#[tokio::test(start_paused = true)]
async fn a_polling_state_is_told_once_and_works_on() {
    let log = Log::default();
    let house = House {
        log: log.clone(),
        nerves: 5,
        ..House::default()
    };
    let run = run_closed(Guest { works: 0 }, Room::Office, house).await;
    // Told in the office, not in the closet, which does not look, and once in the lobby, where
    // nothing can come any more.
    let exit = run.unwrap_err().into_exit();
    assert_eq!(
        log.take()[..2],
        [
            "in state `Office`: all senders are gone",
            "in state `Lobby`: all senders are gone",
        ]
    );
    assert_eq!(exit.faults()[0].kind(), FaultKind::ChannelClosed);
    assert_eq!(exit.faults()[1].kind(), FaultKind::ChannelClosed);
}

#[tokio::test(start_paused = true)]
async fn a_racing_state_is_told_once_and_works_on() {
    let log = Log::default();
    let house = House {
        log: log.clone(),
        nerves: 5,
        ..House::default()
    };
    let exit = run_closed(Guest { works: 0 }, Room::Hall, house)
        .await
        .unwrap();
    assert_eq!(log.take(), ["in state `Hall`: all senders are gone"]);
    assert_eq!(exit.state(), Some(&Room::Out));
    assert_eq!(kinds(&exit), [FaultKind::ChannelClosed]);
}

#[tokio::test(start_paused = true)]
async fn a_block_state_with_a_clock_is_told_once_and_waits_for_the_clock() {
    let log = Log::default();
    let house = House {
        log: log.clone(),
        nerves: 5,
        patience: secs(60),
        ..House::default()
    };
    let begin = tokio::time::Instant::now();
    let exit = run_closed(Guest { works: 0 }, Room::Porch, house)
        .await
        .unwrap();
    assert_eq!(begin.elapsed().as_secs(), 60);
    assert_eq!(log.take(), ["in state `Porch`: all senders are gone"]);
    assert_eq!(exit.state(), Some(&Room::Out));
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_means_never_does_not_count_as_what_can_wake() {
    let house = House {
        nerves: 1,
        patience: Duration::MAX,
        ..House::default()
    };
    let exit = run_closed(Guest { works: 0 }, Room::Porch, house)
        .await
        .unwrap_err()
        .into_exit();
    assert_eq!(kinds(&exit), [FaultKind::ChannelClosed, FaultKind::Stuck]);
}

#[tokio::test(start_paused = true)]
async fn a_block_state_that_nothing_can_wake_is_stuck_until_it_gives_up() {
    let log = Log::default();
    let house = House {
        log: log.clone(),
        nerves: 2,
        ..House::default()
    };
    let exit = run_closed(Guest { works: 0 }, Room::Lobby, house)
        .await
        .unwrap_err()
        .into_exit();
    let stuck = "in state `Lobby`: stuck: no sender, clock or task can wake it";
    assert_eq!(
        log.take(),
        ["in state `Lobby`: all senders are gone", stuck]
    );
    assert_eq!(exit.state(), Some(&Room::Lost(stuck.into())));
    assert_eq!(
        kinds(&exit),
        [FaultKind::ChannelClosed, FaultKind::Stuck, FaultKind::Stuck]
    );
}

#[tokio::test(start_paused = true)]
async fn a_machine_that_bears_being_stuck_for_ever_is_ended_as_failed() {
    let house = House {
        nerves: 1000,
        ..House::default()
    };
    let exit = run_closed(Guest { works: 0 }, Room::Lobby, house)
        .await
        .unwrap_err()
        .into_exit();
    assert_eq!(exit.state(), Some(&Room::Lobby));
    // The closed channel, fifteen times stuck, the one too many, and what the loop says of it.
    assert_eq!(exit.faults().len(), 18);
    let last = exit.faults().last().unwrap();
    assert_eq!(
        last.to_string(),
        "in state `Lobby`: stuck: it failed over and over, without progress in between"
    );
}

#[tokio::test(start_paused = true)]
async fn a_state_entered_anew_is_told_anew() {
    let log = Log::default();
    let house = House {
        log: log.clone(),
        nerves: 3,
        ..House::default()
    };
    let exit = run_closed(Walker, Round::Looking, house).await.unwrap();
    let closed = kinds(&exit)
        .iter()
        .filter(|&&kind| kind == FaultKind::ChannelClosed)
        .count();
    assert_eq!(closed, 3, "{:?}", log.take());
}

/// A circle of a state that looks and one that does not.
#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Round {
    Looking,
    Busy,
    Over,
}

fsm! {
    struct RoundMachine;
    trait RoundDispatch;

    state: Round;
    event: Move;
    context: House;
    action: Act;
    initial: Looking;
    error: Error;

    state Looking: Poll {
        on Error(fault) => Busy do [Say(fault.to_string())];
        on Next => Over;
    }
    state Busy: Ignore {
        on Next if context.borne >= context.nerves => Over;
        on Next => Looking;
        on Error(_) => Over;
    }
    any { on Shut => reject; }
    terminal state Over;
}

#[supervisor(RoundMachine)]
struct Walker;

impl RoundDispatch for Walker {
    async fn looking(&mut self, _: &Round, _: &mut House) -> Next<Move> {
        Ok(Move::Next.into())
    }

    async fn busy(&mut self, _: &Round, _: &mut House) -> Next<Move> {
        Ok(Move::Next.into())
    }
}

mod by_name {
    //! `closed: EVENT`.

    use super::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Shop {
        Open,
        Tidying,
        Shut,
        Lost(String),
    }

    fsm! {
        struct ShopMachine;
        trait ShopDispatch;

        state: Shop;
        event: Move;
        context: House;
        action: Act;
        initial: Open;
        error: Error;
        closed: Shut;

        state Open {
            on Shut => Tidying do [Say("shutting".into())];
        }
        state Tidying: Race {
            on Shut => stay do [Say("told again".into())];
            on Next => Shop::Shut;
        }
        any {
            on Next => stay;
            on Error(fault) => Lost(fault.to_string());
        }
        terminal state Shut;
        failure state Lost;
    }

    #[supervisor(ShopMachine)]
    struct Keeper;

    impl ShopDispatch for Keeper {
        async fn tidying(&mut self, _: &Shop, _: &mut House) -> Next<Move> {
            Ok(Move::Next.into())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_named_event_comes_once_in_each_state_and_is_no_fault() {
        let log = Log::default();
        let house = House {
            log: log.clone(),
            ..House::default()
        };
        let exit = run_closed(Keeper, Shop::Open, house).await.unwrap();
        assert_eq!(log.take(), ["shutting", "told again"]);
        assert_eq!(exit.state(), Some(&Shop::Shut));
        assert!(exit.faults().is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_terminal_state_is_not_told() {
        let log = Log::default();
        let house = House {
            log: log.clone(),
            ..House::default()
        };
        let exit = run_closed(Keeper, Shop::Shut, house).await.unwrap();
        assert_eq!(log.take(), [""; 0]);
        assert_eq!(exit.state(), Some(&Shop::Shut));
    }

    #[tokio::test(start_paused = true)]
    async fn events_that_were_sent_before_come_first() {
        let log = Log::default();
        let house = House {
            log: log.clone(),
            ..House::default()
        };
        let keeper = Keeper.spawn(house);
        keeper.try_send(Move::Shut).unwrap();
        let states = keeper.watch();
        drop(keeper);
        settle().await;
        // The first was sent; the second is the closed channel, in the next state.
        assert_eq!(log.take(), ["shutting", "told again"]);
        assert_eq!(*states.borrow(), Shop::Shut);
    }
}

mod ignored {
    //! `closed: ignore`.

    use super::*;

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Lamp {
        Waiting,
        Resting,
        Glowing,
        Dark,
        Lost(String),
    }

    fsm! {
        struct LampMachine;
        trait LampDispatch;

        state: Lamp;
        event: Move;
        context: House;
        action: Act;
        initial: Waiting;
        error: Error;
        closed: ignore;

        state Waiting {
            timeout context.patience => Glowing;
            on Next => Glowing;
            on Shut => Resting;
        }
        state Resting {
            on Next => Glowing;
            on Shut => Waiting;
        }
        state Glowing: Race {
            on_entry do [Say("glow".into())];
            on Next => Dark;
            on Shut => stay;
        }
        any {
            on Error(fault) => Lost(fault.to_string());
        }
        terminal state Dark;
        failure state Lost;
    }

    #[supervisor(LampMachine)]
    struct Glow {
        log: Log,
    }

    impl LampDispatch for Glow {
        async fn glowing(&mut self, _: &Lamp, _: &mut House) -> Next<Move> {
            self.log.add("begin");
            tokio::time::sleep(secs(10)).await;
            self.log.add("end");
            Ok(Move::Next.into())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_component_lives_on_and_names_no_fault() {
        let log = Log::default();
        let house = House {
            log: log.clone(),
            patience: secs(5),
            ..House::default()
        };
        let glow = Glow { log: log.clone() };
        let exit = run_closed(glow, Lamp::Waiting, house).await.unwrap();
        assert_eq!(log.take(), ["glow", "begin", "end"]);
        assert!(exit.faults().is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_block_state_that_nothing_can_wake_is_still_stuck() {
        let glow = Glow {
            log: Log::default(),
        };
        let run = run_closed(glow, Lamp::Resting, House::default()).await;
        let exit = run.unwrap_err().into_exit();
        assert_eq!(kinds(&exit), [FaultKind::Stuck]);
        assert!(matches!(exit.state(), Some(Lamp::Lost(_))));
    }

    #[tokio::test(start_paused = true)]
    async fn work_under_way_is_not_disturbed() {
        let log = Log::default();
        let house = House {
            log: log.clone(),
            patience: secs(1000),
            ..House::default()
        };
        let lamp = Glow { log: log.clone() }.spawn(house);
        lamp.send(Move::Next).await.unwrap();
        settle().await;
        drop(lamp);
        tokio::time::sleep(secs(11)).await;
        assert_eq!(log.take(), ["glow", "begin", "end"]);
    }
}
