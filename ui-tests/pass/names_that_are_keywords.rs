//! Holds: states named like keywords, and raw identifiers wherever a name can stand
#![deny(warnings)]
#![allow(dead_code)] // Nothing here is run.

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum r#Flow {
    Loop { r#type: u32 },
    Await(u32),
    Yield,
    Gen,
    #[allow(non_camel_case_types)]
    r#final,
}

#[derive(Debug, EventVariant)]
enum Turn {
    r#Again { r#in: u32 },
    Stop,
    Error(String),
}

fsm! {
    struct r#FlowMachine;
    trait FlowWork;
    state: r#Flow;
    event: Turn;
    context: ();
    initial: Loop { r#type: 0 };
    error: Turn::Error;

    state Loop { r#type }: Poll {
        on Again { r#in } if r#in > *r#type => Await(r#in);
        on r#Again { .. } => stay { r#type: *r#type + 1 };
    }
    state Await(r#box): Race {
        on r#Again { r#in } => Loop { r#type: r#in + *r#box };
    }
    state Yield: Ignore { on Again { .. } => Gen; }
    state Gen: Poll { on Again { .. } => Yield; }
    any {
        on Stop => Yield;
        on Error(_) => Flow::r#final;
    }
    terminal state Flow::r#final;
}

#[supervisor(FlowMachine)]
struct r#Runner;

impl FlowWork for Runner {
    async fn loop_(&mut self, _: &Flow, _: &mut ()) -> Next<Turn> {
        Ok(next::again())
    }
    async fn await_(&mut self, _: &Flow, _: &mut ()) -> Next<Turn> {
        Ok(next::emit(Turn::Again { r#in: 1 }))
    }
    async fn yield_(&mut self, _: &Flow, _: &mut ()) -> Next<Turn> {
        Ok(next::emit(Turn::Stop))
    }
    async fn gen_(&mut self, _: &Flow, _: &mut ()) -> Next<Turn> {
        Ok(next::end())
    }
}

fn main() {
    let _spawn = Runner::spawn;
    assert_eq!(Flow::r#final.variant_name(), "final");
    assert_eq!(FlowMachine::initial().variant_name(), "Loop");
}
