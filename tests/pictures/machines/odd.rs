//! Everything that a declaration may hold, at least once: generics, names that are not ASCII, boxes in
//! boxes, and arrows from a box to what is in it.

use std::fmt::Debug;

use steadfast::prelude::*;

use super::{Do, secs};

#[derive(Debug, StateVariant)]
pub(crate) enum Odd<T> {
    Öffnen,
    日本 { 数: u32 },
    Κλειστό(T),
    Holding { item: T, tries: u32 },
    Waiting,
    Fertig,
    Kaputt(String),
}

#[derive(Debug, EventVariant)]
pub(crate) enum Happening<T> {
    Go,
    Put(T),
    Größer { als: u32, und: String },
    Zurück,
    Reset,
    Ende,
    Schlecht(String),
}

async fn work<T>() -> Happening<T> {
    Happening::Go
}

fsm! {
    /// Holds *things*, of | any <kind>.
    pub(crate) struct OddMachine<T: Debug + PartialEq + PartialEq<u32>, const N: usize>
    where
        T: Clone + Default + Send + 'static;
    state: Odd<T>;
    event: Happening<T>;
    context: Vec<T>;
    action: Do;
    initial: Öffnen;
    stop: Happening::Ende;
    closed: ignore;

    unhandled => reject;

    /// The one outside.
    superstate Äußeres {
        on_entry do [Say("in"), Tell(format!("{N} of {:?}", context.first()))];
        on_exit do [Say("out")];
        every secs(60) => stay do [Say("a minute; another")];

        superstate Mitte {
            timeout secs(N as u64) => Waiting;

            superstate Innerstes: Poll {
                unhandled => postpone;
                task work::<T>();

                /// Everything begins here.
                state Öffnen: Race {
                    on Go if context.len() > N => Öffnen;
                    on Go => 日本 { 数: 1 };
                    on_entry do [Say("open")];
                }
                state 日本 { 数 } {
                    on Put(item) if item == *数 => Κλειστό(item);
                    on Put(item) if context.iter().any(|held| *held == item) || *数 < 3 => Holding { item, tries: *数 };
                    on Größer { als, .. } if als > *数 => stay { 数: als };
                    on Größer { als: 0, und } => Kaputt(und);
                    on Zurück => stay do [Say("no way back")];
                }
                on Reset => Öffnen;
            }

            state Κλειστό(item) {
                on happening @ Happening::Go if format!("{happening:?}<{item:?}>") == "Go<3>" => Waiting;
                on Zurück | timeout => move Holding { item, tries: 0 };
                on Go => reject;
            }

            on Zurück => Öffnen do [Say("back")];
        }

        state Holding { item, tries }: Ignore {
            timeout if_tried(*tries);
            on timeout if *tries > 9 && *item == T::default() => Kaputt("tried < enough".into());
            on timeout => Holding { item: item.clone(), tries: *tries + 1 };
            every secs(1) => stay { tries: *tries + 1 } do [Say("tick")];
            on Put(_) => postpone;
        }
        unhandled => stay;
    }

    state Waiting {
        on_exit do [(Do::Tell(format!("{:?}", state)))];
        on Go => Öffnen;
    }

    any {
        on Ende => Fertig;
        on Reset => Waiting;
        on Schlecht(why) => Kaputt(why) do [Say("bad")];
    }

    /// All is well.
    terminal state Fertig { on_entry do [Say("done")]; }
    failure state Kaputt;
}

fn if_tried(tries: u32) -> std::time::Duration {
    secs(1) * tries
}
