//! A component that does next to nothing per event, so that the loop is what is measured.

use std::time::{Duration, Instant};

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
pub enum Lamp {
    Off,
    On,
    Gone,
}

#[derive(Debug, EventVariant)]
pub enum Push {
    Toggle,
    Count,
    Stop,
    Error(Fault),
}

#[derive(Default)]
pub struct Pushes(u64);

pub enum Act {
    Count,
}

fsm! {
    pub struct LampMachine;
    pub trait LampDispatch;

    state: Lamp;
    event: Push;
    context: Pushes;
    action: Act;
    initial: Off;
    error: Error;
    stop: Stop;

    state Off { on Toggle => On; }
    state On { on Toggle => Off; }

    any {
        on Count => stay do [Act::Count];
        on Stop => Gone;
        on Error(_) => Gone;
    }

    terminal state Gone;
}

impl Execute<Act> for Pushes {
    async fn execute(&mut self, Act::Count: Act) -> Result<(), BoxError> {
        self.0 += 1;
        Ok(())
    }
}

#[supervisor(LampMachine)]
struct Fitting;

impl LampDispatch for Fitting {}

/// Events per sample: so few that most samples are over before anyone else has the processor.
const SAMPLE: u32 = 4_000;

/// How long the loop takes for one event, half of them transitions: the median of some samples.
pub fn time_per_event(samples: u32) -> Result<Duration, Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()?;
    runtime.block_on(async {
        let lamp = Fitting.spawn(Pushes::default());
        let mut times = Vec::new();
        for _ in 0..samples {
            let done = lamp.stats().handled + u64::from(SAMPLE);
            let begin = Instant::now();
            for number in 0..SAMPLE {
                let push = match number % 2 {
                    0 => Push::Toggle,
                    _ => Push::Count,
                };
                lamp.send(push).await?;
            }
            while lamp.stats().handled < done {
                tokio::task::yield_now().await;
            }
            times.push(begin.elapsed());
        }
        lamp.stop();
        lamp.join().await;
        times.sort_unstable();
        Ok(times[times.len() / 2] / SAMPLE)
    })
}
