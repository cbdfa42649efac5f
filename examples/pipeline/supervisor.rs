//! The pipeline: watches the stages, drains them in order and reports.

use std::sync::Arc;

use steadfast::prelude::*;

use crate::report::Report;
use crate::stages::{Action, Stages};

#[derive(Clone, Debug, StateVariant)]
pub enum State {
    Running,
    StoppingSource,
    DrainingTransform,
    DrainingSink,
    Done(Arc<Report>),
    Failed(Arc<Report>),
    Broken(String),
}

#[derive(Debug, EventVariant)]
pub enum Event {
    SourceEnded,
    /// A stage ended before its time: it failed, or was cut off from one that did.
    DownstreamEnded,
    TransformEnded,
    AllEnded(Arc<Report>),
    Stop,
    Error(String),
}

fsm! {
    pub struct PipelineMachine;
    pub trait PipelineDispatch;

    state: State; event: Event; context: Stages; action: Action;
    initial: Running; error: Error; stop: Stop; closed: Stop;

    state Running {
        task first_to_end(context.clone());
        on SourceEnded => DrainingTransform;
        on DownstreamEnded | Stop => StoppingSource;
    }

    state StoppingSource {
        on_entry do [StopSource];
        task end_of(context.source.clone(), Event::SourceEnded);
        on SourceEnded => DrainingTransform;
    }

    // Each stage is told to drain when the one before it has ended, whichever way: nothing comes
    // after the `Drain` in its mailbox. One that has ended itself goes by at once.
    state DrainingTransform {
        on_entry do [DrainTransform];
        task end_of(context.transform.clone(), Event::TransformEnded);
        on TransformEnded => DrainingSink;
    }

    state DrainingSink {
        on_entry do [DrainSink];
        task Report::collect(context.clone());
        on AllEnded(report) if report.is_failure() => Failed(report);
        on AllEnded(report) => Done(report);
    }

    any {
        on Stop => stay;
        on Error(reason) => Broken(reason);
        on SourceEnded | DownstreamEnded | TransformEnded | AllEnded(_) => reject;
    }

    terminal state Done;
    failure state Failed;
    failure state Broken;
}

async fn first_to_end(stages: Stages) -> Event {
    tokio::select! {
        _ = stages.source.join() => Event::SourceEnded,
        _ = stages.transform.join() => Event::DownstreamEnded,
        _ = stages.sink.join() => Event::DownstreamEnded,
    }
}

async fn end_of(stage: impl SupervisorHandle, event: Event) -> Event {
    stage.join().await;
    event
}

#[supervisor(PipelineMachine)]
pub struct Pipeline;

impl PipelineDispatch for Pipeline {}
