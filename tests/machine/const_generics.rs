//! Machines with const parameters, and with type parameters that only their arms mention.

use std::fmt::Display;

use steadfast::prelude::*;

use super::fixture::{Do, Journal, ready, words};

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Ring<const N: usize> {
    Open([u8; N]),
    Over,
}

#[derive(Debug, EventVariant)]
enum Round {
    Shift,
    Stop,
    Error(String),
}

fsm! {
    struct RingMachine<const N: usize, const STEP: usize, T>
    where
        T: Default + Display;
    trait RingDispatch;

    state: Ring<N>;
    event: Round;
    context: Journal;
    action: Do;
    initial: Open([0; N]);
    error: Round::Error;
    stop: Round::Stop;

    state Open(bytes): Poll {
        on Shift => Open(bytes.map(|byte| byte + STEP as u8)) do [Tell(T::default().to_string())];
    }
    any {
        on Stop => Over;
        on Error(why) => Over do [Tell(why)];
    }
    terminal state Over;
}

#[supervisor(RingMachine<N, 5, T>)]
struct Ringer<const N: usize, T: Default + Display>(std::marker::PhantomData<fn() -> T>);

impl<const N: usize, T: Default + Display + 'static> RingDispatch<N, 5, T> for Ringer<N, T> {
    async fn open(&mut self, state: &Ring<N>, _: &mut Journal) -> Next<Round> {
        Ok(match state {
            Ring::Open(bytes) if bytes[0] < 10 => next::emit(Round::Shift),
            _ => next::end(),
        })
    }
}

#[test]
fn a_machine_may_have_const_parameters_and_types_that_only_its_arms_mention() {
    let mut context = Journal::default();
    let mut ring = RingMachine::<3, 2, u64>::start(&context, &mut Vec::new());
    let said = ready(ring.handle(Round::Shift, &mut context)).unwrap();
    assert_eq!(words(said), ["0"]);
    assert_eq!(ring.state(), &Ring::Open([2; 3]));
}

#[tokio::test(start_paused = true)]
async fn a_component_may_have_const_parameters() {
    let journal = Journal::default();
    let ringer = Ringer::<2, bool>(std::marker::PhantomData);
    let exit = ringer.spawn(journal.clone()).join().await;
    assert_eq!(exit.state(), Some(&Ring::Open([10; 2])));
    assert_eq!(journal.take(), ["false", "false"]);
}
