//! What is to happen to a component, made up by a generator: who sends what and how, and which end
//! it comes to.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use steadfast::prelude::*;
use tokio::sync::Semaphore;

use super::by_hand::{Fingers, Hands};
use super::ledger::{Ledger, Token};
use super::random::Random;
use super::yard::{Crafts, Crew, Site, Word, Yard};

#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Take,
    Refuse,
    Keep,
    Hang,
    Slow,
    Fail,
    Blow,
    Quit,
    Trip,
    Block,
    Poll,
    Ignore,
    Race,
    Finish,
    Sink,
}

impl Kind {
    pub fn word(self, token: Token) -> Word {
        match self {
            Kind::Take => Word::Take(token),
            Kind::Refuse => Word::Refuse(token),
            Kind::Keep => Word::Keep(token),
            Kind::Hang => Word::Hang(token),
            Kind::Slow => Word::Slow(token),
            Kind::Fail => Word::Fail(token),
            Kind::Blow => Word::Blow(token),
            Kind::Quit => Word::Quit(token),
            Kind::Trip => Word::Trip(token),
            Kind::Block => Word::Block(token),
            Kind::Poll => Word::Poll(token),
            Kind::Ignore => Word::Ignore(token),
            Kind::Race => Word::Race(token),
            Kind::Finish => Word::Finish(token),
            Kind::Sink => Word::Sink(token),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub enum How {
    Send,
    Try,
    /// The send is dropped if it still waits for room after so many yields.
    Cancel(u8),
}

#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub pause: u8,
    pub kind: Kind,
    pub how: How,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    Stop,
    Abort,
    /// From one of its own tasks, while the loop looks what comes next.
    AbortItself,
    HandlesDropped,
    Finish,
    Shutdown,
    ShutdownInBackground,
}

#[derive(Clone, Copy, Debug)]
pub enum Make {
    Crew,
    Crafts,
    Hands,
    Fingers,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub make: Make,
    pub mailbox: usize,
    pub senders: Vec<Vec<Step>>,
    /// So many events to postpone are sent first.
    pub keeps: u32,
    pub end: End,
    /// How many yields before the end.
    pub after: u16,
    pub trouble: u32,
    pub seed: u64,
}

fn step() -> impl Strategy<Value = Step> {
    use Kind::*;
    let kind = prop_oneof![
        8 => Just(Take),
        3 => Just(Refuse),
        6 => Just(Keep),
        1 => Just(Hang),
        3 => Just(Slow),
        1 => Just(Fail),
        1 => Just(Blow),
        1 => Just(Trip),
        2 => Just(Block),
        2 => Just(Poll),
        2 => Just(Ignore),
        2 => Just(Race),
    ];
    // Few runs end by an event in the midst of others.
    let kind = prop_oneof![60 => kind, 1 => Just(Finish), 1 => Just(Sink), 1 => Just(Quit)];
    let how = prop_oneof![
        4 => Just(How::Send),
        3 => Just(How::Try),
        2 => (0..6u8).prop_map(How::Cancel),
    ];
    (0..4u8, kind, how).prop_map(|(pause, kind, how)| Step { pause, kind, how })
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let make = prop_oneof![
        Just(Make::Crew),
        Just(Make::Crafts),
        Just(Make::Hands),
        Just(Make::Fingers)
    ];
    let end = prop_oneof![
        Just(End::Stop),
        Just(End::Abort),
        Just(End::AbortItself),
        Just(End::HandlesDropped),
        Just(End::Finish),
        Just(End::Shutdown),
        Just(End::ShutdownInBackground),
    ];
    let senders = prop::collection::vec(prop::collection::vec(step(), 0..30), 1..4);
    let keeps = prop_oneof![20 => Just(0u32), 1 => 1020..1040u32, 1 => 2040..2060u32];
    let mailbox = prop_oneof![Just(1usize), Just(3), Just(200)];
    (
        (make, mailbox, senders, keeps),
        (end, 0..200u16, 0..6u32, any::<u64>()),
    )
        .prop_map(
            |((make, mailbox, senders, keeps), (end, after, trouble, seed))| Plan {
                make,
                mailbox,
                senders,
                keeps,
                end,
                after,
                trouble,
                seed,
            },
        )
}

impl Plan {
    pub fn spawn(&self, ledger: &Ledger, gate: &Arc<Semaphore>) -> Handle<Word, Yard> {
        match self.mailbox {
            1 => self.spawn_sized::<1>(ledger, gate),
            3 => self.spawn_sized::<3>(ledger, gate),
            _ => self.spawn_sized::<200>(ledger, gate),
        }
    }

    fn spawn_sized<const MAILBOX: usize>(
        &self,
        ledger: &Ledger,
        gate: &Arc<Semaphore>,
    ) -> Handle<Word, Yard> {
        let me = Arc::new(OnceLock::new());
        let site = Site {
            ledger: ledger.clone(),
            gate: Arc::clone(gate),
            random: Random::new(self.seed),
            me: Arc::clone(&me),
            trouble: self.trouble,
            aborts_itself: self.end == End::AbortItself,
        };
        let observer = ledger.clone();
        let from = Yard::Blocking;
        let handle = match self.make {
            Make::Crew => Crew::<MAILBOX>.spawn_observed(from, site, observer),
            Make::Hands => Hands::<MAILBOX>.spawn_observed(from, site, observer),
            Make::Crafts => Crafts::<MAILBOX>.spawn_observed(from, site, observer),
            Make::Fingers => Fingers::<MAILBOX>.spawn_observed(from, site, observer),
        };
        me.set(handle.downgrade()).unwrap();
        handle
    }
}
