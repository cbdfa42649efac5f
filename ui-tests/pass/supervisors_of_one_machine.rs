//! Holds: three supervisors of one machine over a const parameter: tuple, generic and with a handler; one enum for state and event
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use steadfast::prelude::*;

#[derive(Clone, Debug, PartialEq, StateVariant, EventVariant)]
enum Block<const N: usize> {
    Full([u8; N]),
    Empty,
    Error(String),
}

fsm! {
    struct BlockMachine<const N: usize>;
    trait BlockWork;
    state: Block<N>;
    event: Block::<N>;
    context: [u8; N];
    initial: Empty;
    error: Block::Error;

    state Empty: Poll {
        on Full(bytes) if bytes == *context => stay;
        on Full(bytes) => Full(bytes);
        on Empty => stay;
    }
    state Full(_): Race { on Full(_) | Empty => Empty; }
    any { on Error(text) => Error(text); }
    failure state Error;
}

macro_rules! work {
    ($($method:ident)*) => {
        $(async fn $method(&mut self, _: &Block<N>, _: &mut [u8; N]) -> Next<Block<N>> {
            Ok(next::again())
        })*
    };
}

#[supervisor(BlockMachine<{ 2 + 1 }>)]
pub(crate) struct Tuple(u32)
where
    u32: Copy;

const N: usize = 3;

impl BlockWork<3> for Tuple {
    work!(empty full);
}

#[supervisor(BlockMachine<N>, name = "generic", stage_id = steadfast::StageId::of("generic"))]
#[derive(Debug)]
struct Generic<const N: usize, T: Clone = u32>(T)
where
    T: Send + 'static;

impl<const N: usize, T: Clone + Send + 'static> BlockWork<N> for Generic<N, T> {
    async fn empty(&mut self, _: &Block<N>, _: &mut [u8; N]) -> Next<Block<N>> {
        Ok(next::end())
    }
    async fn full(&mut self, _: &Block<N>, _: &mut [u8; N]) -> Next<Block<N>> {
        Ok(next::end())
    }
}

struct Handler(u32);

#[supervisor(BlockMachine<3>, handler = Handler)]
struct Handled;

impl BlockWork<3> for Handled {
    work!(empty full);
}

fn main() {
    let _spawns = (Tuple::spawn, Generic::<4, u32>::spawn, Handled::spawn);
}
