//! A stage: what it works with, and how.

use steadfast::prelude::*;
use tokio::sync::{mpsc, oneshot};

use crate::handler::Handler;
use crate::machine::{StageAction, StageDispatch, StageEvent, StageMachine, StageState};

/// What the actions touch.
pub struct StageContext<H: Handler> {
    pub handler: H,
    /// Dropping it is the end of the stream for the next stage.
    pub output: Option<mpsc::UnboundedSender<H::Output>>,
    pub report: Option<oneshot::Sender<Result<(), String>>>,
}

/// What only the work touches.
#[supervisor(StageMachine<H>, handler = H)]
pub struct Stage<H: Handler> {
    pub input: mpsc::Receiver<H::Input>,
}

impl<H: Handler> StageContext<H> {
    fn handle(&mut self, item: H::Input) -> Result<(), BoxError> {
        let done = self.handler.handle(item)?;
        self.pass_on(done)
    }

    fn pass_on(&self, item: Option<H::Output>) -> Result<(), BoxError> {
        if let (Some(item), Some(output)) = (item, &self.output) {
            output.send(item).map_err(|_| "the next stage is gone")?;
        }
        Ok(())
    }

    fn report(&mut self, result: Result<(), String>) {
        if let Some(report) = self.report.take() {
            // Whoever started the stage may have lost interest.
            let _ = report.send(result);
        }
    }
}

impl<H: Handler> StageDispatch<H> for Stage<H> {
    // The only wait is `recv`, which loses nothing when it is dropped.
    async fn running(&mut self, _: &StageState, context: &mut StageContext<H>) -> Next<StageEvent> {
        let Some(item) = self.input.recv().await else {
            return Ok(StageEvent::ReceivedEof.into());
        };
        context.handle(item)?;
        Ok(next::again())
    }

    async fn draining(
        &mut self,
        _: &StageState,
        context: &mut StageContext<H>,
    ) -> Next<StageEvent> {
        self.input.close();
        let Some(item) = self.input.recv().await else {
            return Ok(StageEvent::DrainComplete.into());
        };
        context.handle(item)?;
        Ok(next::again())
    }
}

impl<H: Handler> Execute<StageAction> for StageContext<H> {
    async fn execute(&mut self, action: StageAction) -> Result<(), BoxError> {
        println!("  {action:?}");
        match action {
            StageAction::AllocateResources | StageAction::PublishRunning => {}
            StageAction::DrainHandler => {
                let rest = self.handler.drain();
                self.pass_on(rest)?;
            }
            StageAction::ForwardEof | StageAction::Cleanup => self.output = None,
            StageAction::SendCompletion => self.report(Ok(())),
            StageAction::SendFailure { message } => self.report(Err(message)),
        }
        Ok(())
    }
}
