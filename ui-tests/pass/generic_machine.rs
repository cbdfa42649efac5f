//! Holds: a machine over a type of its user's, with bounds inline and in a where-clause
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use std::fmt::Debug;

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Batch<T> {
    Filling { items: Vec<T> },
    Flushing(Vec<T>),
    Broken(String),
}

#[derive(Debug, EventVariant)]
enum Input<T> {
    Item(T),
    Flushed,
    Error(String),
}

enum Output<T> {
    Write(Vec<T>),
}

struct Store<T, const LIMIT: usize> {
    written: Vec<T>,
}

fsm! {
    struct BatchMachine<T: Clone + Debug, const LIMIT: usize>
    where
        T: Send + Sync;
    trait BatchWork;

    state: Batch<T>;
    event: Input::<T>;
    context: Store<T, LIMIT>;
    action: Output<T>;
    initial: Filling { items: Vec::new() };
    error: Input::Error;

    state Filling { items } {
        on Item(item) if items.len() >= LIMIT => Flushing({
            let mut items = std::mem::take(items);
            items.push(item);
            items
        });
        on Item(item) => stay { items: {
            let mut items = std::mem::take(items);
            items.push(item);
            items
        } };
        on Flushed => reject;
    }
    state Flushing(items): Poll {
        on_entry do [Write(items.clone())];
        on Item(_) => postpone;
        on Flushed => Filling { items: Vec::new() };
    }
    any {
        on Error(text) => Broken(text);
    }
    failure state Broken;
}

#[supervisor(BatchMachine<T, LIMIT>)]
struct Batcher<T, const LIMIT: usize>
where
    T: Clone + Debug + Send + Sync,
{
    last: Option<T>,
}

impl<T, const LIMIT: usize> BatchWork<T, LIMIT> for Batcher<T, LIMIT>
where
    T: Clone + Debug + Send + Sync + 'static,
{
    async fn flushing(&mut self, _: &Batch<T>, store: &mut Store<T, LIMIT>) -> Next<Input<T>> {
        self.last = store.written.last().cloned();
        Ok(Input::Flushed.into())
    }
}

impl<T: Send, const LIMIT: usize> Execute<Output<T>> for Store<T, LIMIT> {
    async fn execute(&mut self, action: Output<T>) -> Result<(), BoxError> {
        let Output::Write(items) = action;
        self.written.extend(items);
        Ok(())
    }
}

fn main() {
    let _spawn = Batcher::<u32, 8>::spawn;
    assert_eq!(BatchMachine::<u32, 8>::initial().variant_name(), "Filling");
}
