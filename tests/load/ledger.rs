//! Who had an event last: a book kept outside the library, entry by entry, and balanced at the
//! end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

use steadfast::{EventVariant, Fault, Observe, StateVariant, Stats, Trigger};

use super::yard::{Act, Word, Yard};

/// The numbers of a component's own events begin here.
const OWN: u32 = 1 << 31;
/// How many events a machine postpones at most, and how many more it keeps for the exit.
const BOUND: usize = 1024;

/// What identifies an event. Whoever drops the last one of a ledger has dropped them all.
#[derive(Clone, Debug)]
pub struct Token {
    pub number: u32,
    _alive: Arc<()>,
}

/// What became of an attempt to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    Accepted,
    GivenBack,
    /// The send was dropped before it returned.
    Dropped,
}

#[derive(Debug, Default)]
struct Entry {
    sent: Option<Sent>,
    /// How often the machine took, refused, or choked on it.
    settled: u32,
    /// Whether the machine took it and asked for an action that goes well.
    wanted: u32,
    /// How often that action was executed.
    done: u32,
    handed_back: u32,
}

/// What the machine is expected to make of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Taken,
    Rejected,
    Postponed,
    /// There is no room to postpone it: it goes to the exit, with a fault.
    Overflowed,
    /// A guard panics.
    Choked,
}

#[derive(Debug, Default)]
struct Book {
    entries: BTreeMap<u32, Entry>,
    own: u32,
    /// The events that wait for a change of state.
    kept: BTreeSet<u32>,
    overflowed: usize,
    taken: u64,
    rejected: u64,
    faults: u64,
    /// The name of what the machine was given last.
    last: &'static str,
    last_number: Option<u32>,
}

/// The book. Clones write into the same.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    book: Arc<Mutex<Book>>,
    alive: Arc<()>,
}

impl Ledger {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap()
    }

    /// An event from outside.
    pub fn token(&self, number: u32) -> Token {
        self.book().entries.entry(number).or_default().sent = Some(Sent::Dropped);
        self.issue(number)
    }

    /// An event of the component's own.
    pub fn own(&self) -> Token {
        let mut book = self.book();
        let number = OWN + book.own;
        book.own += 1;
        book.entries.insert(number, Entry::default());
        self.issue(number)
    }

    fn issue(&self, number: u32) -> Token {
        Token {
            number,
            _alive: Arc::clone(&self.alive),
        }
    }

    pub fn sent(&self, number: u32, sent: Sent) {
        self.book().entries.get_mut(&number).unwrap().sent = Some(sent);
    }

    /// An action that carries this event was executed.
    pub fn done(&self, token: &Token) {
        self.book().entries.get_mut(&token.number).unwrap().done += 1;
    }

    /// The exit gave these back.
    pub fn handed_back(&self, events: Vec<Word>) {
        let mut book = self.book();
        for event in &events {
            if let Some(number) = event.number() {
                book.entries.get_mut(&number).unwrap().handed_back += 1;
            }
        }
    }

    /// Whether an event could not be accepted.
    pub fn has_given_back(&self) -> bool {
        let book = self.book();
        let mut entries = book.entries.values();
        entries.any(|entry| entry.sent == Some(Sent::GivenBack))
    }

    /// Whether there was no room to postpone an event.
    pub fn has_overflowed(&self) -> bool {
        self.book().overflowed > 0
    }

    /// How many tokens there are somewhere.
    pub fn alive(&self) -> usize {
        Arc::strong_count(&self.alive) - 1
    }

    /// Balances the book against itself and the component's own counters.
    ///
    /// `in_hand` is what the exit named; without a handle there are no counters to look at.
    pub fn balance(
        &self,
        stats: Option<Stats>,
        in_hand: Option<&'static str>,
    ) -> Result<(), String> {
        let book = self.book();
        for (&number, entry) in &book.entries {
            let ends = entry.settled + entry.handed_back;
            let right = match entry.sent {
                Some(Sent::Accepted) => ends == 1,
                Some(Sent::GivenBack | Sent::Dropped) => ends == 0 && !book.kept.contains(&number),
                // Of a component's own events one may be dropped at an abort.
                None => ends <= 1,
            };
            if !right {
                return Err(format!("event {number}: {entry:?}"));
            }
            let in_hand = in_hand.is_some() && book.last_number == Some(number);
            if entry.done != entry.wanted && !(in_hand && entry.done < entry.wanted) {
                return Err(format!("event {number} was not carried out: {entry:?}"));
            }
            let was_kept = book.kept.contains(&number);
            if was_kept && entry.sent.is_some() && entry.handed_back != 1 {
                return Err(format!("event {number} was postponed and forgotten"));
            }
        }
        if in_hand.is_some_and(|name| name != book.last) {
            return Err(format!("in hand: {in_hand:?}, given last: {}", book.last));
        }
        let Some(stats) = stats else { return Ok(()) };
        let unsure = u64::from(in_hand.is_some());
        let counted = stats.handled..=stats.handled + unsure;
        if !counted.contains(&book.taken) {
            return Err(format!("taken: {}, counted: {stats:?}", book.taken));
        }
        if (book.rejected, book.faults) != (stats.rejected, stats.faults) {
            return Err(format!(
                "rejected: {}, faults: {}, counted: {stats:?}",
                book.rejected, book.faults
            ));
        }
        if (stats.mailbox, stats.postponed) != (0, 0) {
            return Err(format!("something is left: {stats:?}"));
        }
        Ok(())
    }
}

impl Book {
    /// What must become of an event in this state, read off the machine by hand.
    fn fate(&self, state: &Yard, word: &Word) -> Fate {
        match (word, state) {
            (Word::Refuse(_), _) => Fate::Rejected,
            (Word::Trip(_), _) => Fate::Choked,
            (Word::Keep(token), Yard::Blocking | Yard::Ignoring) => {
                let number = token.number;
                if self.kept.len() < BOUND || self.kept.contains(&number) {
                    Fate::Postponed
                } else if number < OWN && self.overflowed >= BOUND {
                    Fate::Rejected
                } else {
                    Fate::Overflowed
                }
            }
            _ => Fate::Taken,
        }
    }
}

impl Observe<Yard, Word, Act> for Ledger {
    fn before(&mut self, state: &Yard, trigger: &Trigger<Word>) {
        let mut book = self.book();
        let Trigger::Event(word) = trigger else {
            book.last = "timeout";
            book.last_number = None;
            book.taken += 1;
            return;
        };
        let fate = book.fate(state, word);
        book.last = word.variant_name();
        book.last_number = word.number();
        match fate {
            Fate::Taken => book.taken += 1,
            // One of its own is a fault, which is counted where it is told.
            Fate::Rejected if word.number().is_some_and(|number| number < OWN) => {
                book.rejected += 1;
            }
            Fate::Overflowed => book.overflowed += 1,
            Fate::Rejected | Fate::Postponed | Fate::Choked => {}
        }
        let Some(number) = word.number() else { return };
        match fate {
            Fate::Postponed => {
                book.kept.insert(number);
                return;
            }
            Fate::Overflowed => return,
            _ => {}
        }
        book.kept.remove(&number);
        let state = state.variant_name();
        match book.entries.get_mut(&number) {
            Some(entry) => {
                entry.settled += 1;
                entry.wanted += u32::from(fate == Fate::Taken && !word.goes_wrong());
            }
            None => panic!("an event that nobody sent, in {state}: {number}"),
        }
    }

    fn fault(&mut self, _: &Fault) {
        self.book().faults += 1;
    }
}
