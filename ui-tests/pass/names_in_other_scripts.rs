//! Holds: names beyond ASCII for states, events, fields, superstates, methods and the machine
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Tür {
    Öffnen { größe: u32 },
    Geschlossen,
    ÜberLang(String),
    Закрыто,
    开,
}

#[derive(Debug, EventVariant)]
enum Griff {
    Drücken,
    Ziehen { stärke: u32 },
    Стоп,
    关,
    Störung(String),
}

#[derive(Debug)]
enum Geräusch {
    Ächzen(&'static str),
}

struct Häuschen {
    maß: u32,
}

fsm! {
    /// Türen, двери, 门.
    struct TürAutomat;
    trait TürArbeit;
    state: Tür;
    event: Griff;
    context: Häuschen;
    action: Geräusch;
    initial: Geschlossen;
    error: Griff::Störung;
    stop: Griff::Стоп;

    state Geschlossen {
        on Ziehen { stärke } if stärke > context.maß => Öffnen { größe: stärke } do [Ächzen("ö 🚪")];
        on Ziehen { .. } | Drücken => stay;
        on Griff::关 => reject;
    }
    superstate Geöffnet {
        state Öffnen { größe }: Race {
            on Ziehen { stärke } => stay { größe: *größe + stärke };
            on Drücken => Tür::开;
        }
        state Tür::开: Poll { on Drücken | Ziehen { .. } => ÜberLang("zu lang".to_owned()); }
        state ÜberLang(текст): Ignore {
            on Drücken if текст.is_empty() => stay;
            on Drücken | Ziehen { .. } => Закрыто;
        }
        on Griff::关 => Geschlossen;
    }
    any {
        on Störung(_) => Geschlossen;
        on Стоп => Закрыто;
    }
    terminal state Закрыто;
}

#[supervisor(TürAutomat)]
struct Pförtner;

impl TürArbeit for Pförtner {
    async fn öffnen(&mut self, _: &Tür, _: &mut Häuschen) -> Next<Griff> {
        Ok(next::emit(Griff::关))
    }
    async fn 开(&mut self, _: &Tür, _: &mut Häuschen) -> Next<Griff> {
        Ok(next::emit(Griff::Ziehen { stärke: 1 }))
    }
    async fn über_lang(&mut self, _: &Tür, _: &mut Häuschen) -> Next<Griff> {
        Ok(next::emit(Griff::Drücken))
    }
}

impl Execute<Geräusch> for Häuschen {
    async fn execute(&mut self, Geräusch::Ächzen(wort): Geräusch) -> Result<(), BoxError> {
        println!("{wort}");
        Ok(())
    }
}

fn main() {
    let _spawn = Pförtner::spawn;
    assert_eq!(Tür::开.variant_name(), "开");
    assert_eq!(TürAutomat::GRAPH.states[1].name, "Öffnen");
}
