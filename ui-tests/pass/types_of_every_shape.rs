//! Holds: contexts that are tuples, arrays, boxed traits, function pointers and references; bounds on associated types, a defaulted parameter
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use std::fmt::Display;

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Door<T = u32> {
    Open(T),
    Closed,
}
#[derive(Debug, EventVariant)]
enum Hand<T = u32> {
    Push,
    Pull(T),
    Error(String),
}

macro_rules! machine_over {
    ($($name:ident: $context:ty;)*) => {
        $(
            fsm! {
                struct $name;
                state: Door;
                event: Hand;
                context: $context;
                initial: Closed;
                state Closed { on Pull(n) => Open(n); on Push => stay; }
                state Open(n) { on Push if std::mem::size_of_val(context) > *n as usize => Closed; on Push => stay; on Pull(_) => stay; }
                unhandled => stay;
            }
        )*
    };
}

machine_over! {
    OverATuple: (u32, String, Vec<u8>);
    OverAnArray: [u8; 4];
    OverABoxedTrait: Box<dyn FnMut(u32) -> u32 + Send>;
    OverAFunction: fn(&str) -> usize;
    OverAReference: &'static str;
    OverAnOption: Option<std::sync::Arc<std::sync::Mutex<u32>>>;
}

fsm! {
    struct Written;
    state: Door;
    event: Hand;
    context: (u32, [Box<dyn for<'a> Fn(&'a str) -> &'a str + Send>; 2]);
    initial: Closed;
    state Closed { on Pull(n) if n > context.0 => Open(n); on Pull(_) | Push => stay; }
    state Open(_) { on Push if (context.1[0])("x") == "x" => Closed; on Push | Pull(_) => stay; }
    unhandled => stay;
}

trait Source: Send + 'static {
    type Item: Clone + Display + Send + Sync;
    const LIMIT: usize;
    fn first(&self) -> Self::Item;
}

struct Shelf<S: Source>(S);

fsm! {
    struct SourceMachine<S: Source, const WIDE: bool, T = u8>
    where
        S::Item: PartialEq + Into<String>,
        T: Copy + Send + Sync + Into<u64>,
        for<'a> &'a T: PartialEq;
    trait SourceWork;
    state: Door<(S::Item, T)>;
    event: Hand<(S::Item, T)>;
    context: Shelf<S>;
    initial: Closed;
    error: Hand::Error;

    state Closed {
        on Pull((item, t)) if WIDE && item == context.0.first() => Open((item, t));
        on Pull(_) | Push => stay;
    }
    state Open(kept): Poll {
        timeout std::time::Duration::from_secs(S::LIMIT as u64) => Closed;
        on Pull((other, t)) if other == kept.0 => Open((other, t));
        on Pull(_) => stay;
        on Push => Closed;
    }
    any { on Error(_) => Closed; }
}

#[supervisor(SourceMachine<S, WIDE, u8>)]
struct Reader<S, const WIDE: bool>
where
    S: Source,
    S::Item: PartialEq + Into<String>,
{
    last: Option<S::Item>,
}

impl<S, const WIDE: bool> SourceWork<S, WIDE, u8> for Reader<S, WIDE>
where
    S: Source,
    S::Item: PartialEq + Into<String>,
{
    async fn open(
        &mut self,
        _: &Door<(S::Item, u8)>,
        shelf: &mut Shelf<S>,
    ) -> Next<Hand<(S::Item, u8)>> {
        self.last = Some(shelf.0.first());
        Ok(next::again())
    }
}

struct Words;

impl Source for Words {
    type Item = String;
    const LIMIT: usize = 3;
    fn first(&self) -> String {
        String::from("first")
    }
}

fn main() {
    let _spawn = Reader::<Words, true>::spawn;
}
