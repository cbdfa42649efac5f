//! What all machines of the family share: states, events, actions, and a context whose every answer
//! comes out of a table of random bytes.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant)]
pub(crate) enum Life {
    A { n: u32 },
    B(u32),
    C,
    D { n: u32, m: u32 },
    E(u32, u32),
    F { n: u32 },
    Good(u32),
    Bad { n: u32 },
}

/// The error event's payload: the kind of the fault as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Trouble(pub(crate) u32);

impl Trouble {
    pub(crate) fn code(&self) -> u32 {
        self.0
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Trouble(code(fault.kind()))
    }
}

pub(crate) fn code(kind: FaultKind) -> u32 {
    use FaultKind::*;
    let kinds = [
        Dispatch,
        Action,
        Panic,
        Unhandled,
        ChannelClosed,
        Postpone,
        Stuck,
    ];
    let at = kinds.iter().position(|other| *other == kind);
    at.map_or(100, |at| at as u32 + 1)
}

/// `Clone` for the scripts of the tests; machines need none of it.
#[derive(Clone, Debug, PartialEq, EventVariant)]
pub(crate) enum Event {
    P,
    Q(u32),
    R { k: u32 },
    T,
    U(u32),
    W,
    Jump(u32),
    Error(Trouble),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Act {
    Note(u32),
    Tell(u32, u32),
    /// Takes some time to execute.
    Slow(u32),
    /// May fail when it is executed.
    Risk(u32),
}

/// A state, an event or an action as plain data: its name and its payload, fields of a tuple by
/// their number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    pub(crate) name: String,
    pub(crate) fields: Vec<(String, u32)>,
}

impl Value {
    fn new(name: &str, fields: &[(&str, u32)]) -> Self {
        let fields = fields.iter().map(|(field, of)| ((*field).to_owned(), *of));
        Value {
            name: name.to_owned(),
            fields: fields.collect(),
        }
    }

    pub(crate) fn field(&self, name: &str) -> u32 {
        let mut fields = self.fields.iter();
        fields.find(|(field, _)| field == name).unwrap().1
    }

    pub(crate) fn size(&self) -> u32 {
        self.fields.iter().map(|(_, value)| value).sum()
    }
}

impl Life {
    pub(crate) fn size(&self) -> u32 {
        self.value().size()
    }

    pub(crate) fn value(&self) -> Value {
        let name = self.variant_name();
        match *self {
            Life::C => Value::new(name, &[]),
            Life::B(n) | Life::Good(n) => Value::new(name, &[("0", n)]),
            Life::E(n, m) => Value::new(name, &[("0", n), ("1", m)]),
            Life::A { n } | Life::F { n } | Life::Bad { n } => Value::new(name, &[("n", n)]),
            Life::D { n, m } => Value::new(name, &[("n", n), ("m", m)]),
        }
    }

    pub(crate) fn from_value(value: &Value) -> Life {
        let field = |name| value.field(name);
        match value.name.as_str() {
            "A" => Life::A { n: field("n") },
            "B" => Life::B(field("0")),
            "C" => Life::C,
            "D" => Life::D {
                n: field("n"),
                m: field("m"),
            },
            "E" => Life::E(field("0"), field("1")),
            "F" => Life::F { n: field("n") },
            "Good" => Life::Good(field("0")),
            "Bad" => Life::Bad { n: field("n") },
            other => panic!("no state {other}"),
        }
    }
}

impl Event {
    pub(crate) fn size(&self) -> u32 {
        self.value().size()
    }

    pub(crate) fn value(&self) -> Value {
        let name = self.variant_name();
        match *self {
            Event::P | Event::T | Event::W => Value::new(name, &[]),
            Event::Q(k) | Event::U(k) | Event::Jump(k) => Value::new(name, &[("0", k)]),
            Event::R { k } => Value::new(name, &[("k", k)]),
            Event::Error(Trouble(code)) => Value::new(name, &[("0", code)]),
        }
    }

    pub(crate) fn from_value(value: &Value) -> Event {
        match value.name.as_str() {
            "P" => Event::P,
            "Q" => Event::Q(value.field("0")),
            "R" => Event::R {
                k: value.field("k"),
            },
            "T" => Event::T,
            "U" => Event::U(value.field("0")),
            "W" => Event::W,
            "Jump" => Event::Jump(value.field("0")),
            "Error" => Event::Error(Trouble(value.field("0"))),
            other => panic!("no event {other}"),
        }
    }
}

impl Act {
    pub(crate) fn value(&self) -> Value {
        match *self {
            Act::Note(site) => Value::new("Note", &[("0", site)]),
            Act::Tell(site, value) => Value::new("Tell", &[("0", site), ("1", value)]),
            Act::Slow(site) => Value::new("Slow", &[("0", site)]),
            Act::Risk(site) => Value::new("Risk", &[("0", site)]),
        }
    }

    pub(crate) fn from_value(value: &Value) -> Act {
        let site = value.field("0");
        match value.name.as_str() {
            "Note" => Act::Note(site),
            "Tell" => Act::Tell(site, value.field("1")),
            "Slow" => Act::Slow(site),
            "Risk" => Act::Risk(site),
            other => panic!("no action {other}"),
        }
    }
}

/// What a world answers by. The same tables, asked the same questions in the same order, give the
/// same answers: the machine has one world, the reference another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tables {
    pub(crate) bytes: Vec<u8>,
    /// How many of the 256 values of a byte make an expression panic.
    pub(crate) panics: u8,
    /// Whether a clock may be of no time at all.
    pub(crate) zero: bool,
    /// Sites whose answers were chosen: always the same byte.
    pub(crate) chosen: BTreeMap<u32, u8>,
}

/// A question that was asked, and its answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Question {
    pub(crate) site: u32,
    pub(crate) given: u32,
    pub(crate) answer: u8,
}

/// The length of time that all times of a machine are multiples of: so long that nothing else of a
/// script or of the loop adds up to it.
pub(crate) const UNIT: Duration = Duration::from_secs(10_000);

/// An expression panicked: the number of its site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Panicked(pub(crate) u32);

/// The context. Every expression of a machine has a number, its site; a world answers by site, by
/// what it is given, and by how often it was asked there. It writes down each question, so that
/// the order of evaluation and every evaluation too many show.
#[derive(Clone, Debug)]
pub(crate) struct World(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    tables: Tables,
    visits: Mutex<BTreeMap<u32, u32>>,
    asked: Mutex<Vec<Question>>,
    performed: Mutex<Vec<Act>>,
}

impl World {
    pub(crate) fn new(tables: Tables) -> Self {
        World(Arc::new(Inner {
            tables,
            visits: Mutex::default(),
            asked: Mutex::default(),
            performed: Mutex::default(),
        }))
    }

    /// The questions since the last call.
    pub(crate) fn take_asked(&self) -> Vec<Question> {
        std::mem::take(&mut self.0.asked.lock().unwrap())
    }

    /// The actions that were begun.
    pub(crate) fn performed(&self) -> Vec<Act> {
        self.0.performed.lock().unwrap().clone()
    }

    /// The answer of a site, without a question written down and without a panic.
    fn byte(&self, site: u32, given: u32) -> u8 {
        let mut visits = self.0.visits.lock().unwrap();
        let visit = visits.entry(site).or_default();
        let at = site as usize * 13 + given as usize * 5 + *visit as usize * 29;
        *visit += 1;
        let Tables { bytes, chosen, .. } = &self.0.tables;
        let chosen = chosen.get(&site).copied();
        chosen.unwrap_or_else(|| bytes[at % bytes.len()])
    }

    pub(crate) fn ask(&self, site: u32, given: u32) -> Result<u8, Panicked> {
        let byte = self.byte(site, given);
        self.0.asked.lock().unwrap().push(Question {
            site,
            given,
            answer: byte,
        });
        if u16::from(byte) + u16::from(self.0.tables.panics) > 255 {
            return Err(Panicked(site));
        }
        Ok(byte)
    }

    pub(crate) fn ask_guard(&self, site: u32, given: u32) -> Result<bool, Panicked> {
        Ok(self.ask(site, given)? % 2 == 1)
    }

    pub(crate) fn ask_value(&self, site: u32, given: u32) -> Result<u32, Panicked> {
        Ok(u32::from(self.ask(site, given)?) % 7)
    }

    pub(crate) fn ask_clock(&self, site: u32, given: u32) -> Result<Duration, Panicked> {
        let byte = self.ask(site, given)?;
        Ok(match byte % 6 {
            0 => Duration::MAX,
            5 if self.0.tables.zero => Duration::ZERO,
            units => UNIT * u32::from(units),
        })
    }

    /// How long an errand takes, and what it brings.
    pub(crate) fn ask_errand(&self, site: u32, given: u32) -> Result<(Duration, Event), Panicked> {
        let byte = u32::from(self.ask(site, given)?);
        let event = match byte % 7 {
            0 => Event::P,
            1 => Event::Q(byte % 3),
            2 => Event::R { k: byte % 4 },
            3 => Event::T,
            4 => Event::U(byte % 3),
            5 => Event::W,
            _ => Event::Jump(byte % 8),
        };
        Ok((UNIT * (byte % 5 + 1), event))
    }

    /// How long an action takes, and whether it comes to a good end.
    pub(crate) fn perform(&self, act: &Act) -> (Duration, bool) {
        self.0.performed.lock().unwrap().push(act.clone());
        match *act {
            Act::Note(_) | Act::Tell(..) => (Duration::ZERO, true),
            Act::Slow(site) => (UNIT * u32::from(self.byte(site, 0) % 4), true),
            Act::Risk(site) => (Duration::ZERO, self.byte(site, 0) % 4 != 3),
        }
    }

    // What machines say.

    pub(crate) fn guard(&self, site: u32, given: u32) -> bool {
        or_panic(self.ask_guard(site, given))
    }

    pub(crate) fn value(&self, site: u32, given: u32) -> u32 {
        or_panic(self.ask_value(site, given))
    }

    pub(crate) fn clock(&self, site: u32, given: u32) -> Duration {
        or_panic(self.ask_clock(site, given))
    }

    pub(crate) fn errand(
        &self,
        site: u32,
        given: u32,
    ) -> impl Future<Output = Event> + Send + 'static {
        let (time, event) = or_panic(self.ask_errand(site, given));
        // Its time begins when it is made, not when it is first polled.
        let sleep = tokio::time::sleep(time);
        async move {
            sleep.await;
            event
        }
    }
}

impl Execute<Act> for World {
    async fn execute(&mut self, act: Act) -> Result<(), BoxError> {
        let (time, good) = self.perform(&act);
        if !time.is_zero() {
            tokio::time::sleep(time).await;
        }
        if good {
            Ok(())
        } else {
            Err("the action failed".into())
        }
    }
}

/// Without the panic hook, which would write a line for each.
pub(crate) fn or_panic<T>(answer: Result<T, Panicked>) -> T {
    answer.unwrap_or_else(|panicked| resume_unwind(Box::new(panicked)))
}
