//! The three stages, as the pipeline has them in hand.

use indicatif::ProgressBar;
use steadfast::prelude::*;

use crate::Options;
use crate::keys::Keys;
use crate::sink::{self, Sink};
use crate::source::{self, Source};
use crate::stage::Counts;
use crate::transform::{self, Transform};

/// The handles of the stages.
#[derive(Clone)]
pub struct Stages {
    pub title: &'static str,
    pub source: Handle<source::Event, source::State>,
    pub transform: Handle<transform::Event, transform::State>,
    pub sink: Handle<sink::Event, sink::State>,
}

pub enum Action {
    StopSource,
    DrainTransform,
    DrainSink,
}

impl Stages {
    /// Starts the stages, the last one first: each is given the handle of the next.
    pub fn start(options: Options, bar: ProgressBar) -> Self {
        let keys = Keys::for_file(&options.file);
        let title = keys.title();
        let counts = Counts::default();
        let sink = Sink.spawn(sink::Context::default());
        let transform = Transform.spawn(transform::Context {
            keys,
            trouble: options.trouble,
            next: sink.clone(),
            counts,
        });
        let source = Source::new(options.file, bar).spawn(source::Context {
            next: transform.clone(),
            counts,
        });
        Stages {
            title,
            source,
            transform,
            sink,
        }
    }
}

impl Execute<Action> for Stages {
    async fn execute(&mut self, action: Action) -> Result<(), BoxError> {
        // A stage that has ended already does not take a `Drain`, and needs none.
        match action {
            Action::StopSource => self.source.stop(),
            Action::DrainTransform => drop(self.transform.send(transform::Event::Drain).await),
            Action::DrainSink => drop(self.sink.send(sink::Event::Drain).await),
        }
        Ok(())
    }
}
