//! A panic of a task is told, also where the state is left before its turn comes.

use std::time::Duration;

use steadfast::prelude::*;
use tokio::time::sleep;

#[derive(Clone, Debug, PartialEq, StateVariant)]
enum Kiln {
    Firing,
    Cooling,
    Cold,
}

#[derive(Debug, EventVariant)]
enum Word {
    Fired,
    Cool,
    Error(Fault),
}

async fn blow_up(why: &'static str) -> Word {
    sleep(Duration::from_secs(1)).await;
    std::panic::resume_unwind(Box::new(why))
}

fsm! {
    struct KilnMachine;
    trait KilnDispatch;

    state: Kiln;
    event: Word;
    context: ();
    initial: Firing;
    error: Error;

    superstate Hot {
        task blow_up("the bricks cracked");

        state Firing: Poll {
            task blow_up("the gauge broke");
        }
    }
    state Cooling;
    any {
        on Fired => Cooling;
        on Cool => Cold;
        on Error(_) => stay;
    }
    terminal state Cold;
}

#[supervisor(KilnMachine)]
struct Potter {
    last: fn() -> EventLoopDirective<Word>,
}

impl KilnDispatch for Potter {
    async fn firing(&mut self, _: &Kiln, (): &mut ()) -> Next<Word> {
        sleep(Duration::from_secs(2)).await;
        Ok((self.last)())
    }
}

fn causes(exit: &Exit<Kiln, Word>) -> Vec<String> {
    exit.faults().iter().map(Fault::to_string).collect()
}

#[tokio::test(start_paused = true)]
async fn panics_of_tasks_are_told_though_the_work_leaves_their_state_meanwhile() {
    let kiln = Potter {
        last: || next::emit(Word::Fired),
    }
    .spawn(());
    let cooling = kiln.wait_for(|kiln| *kiln == Kiln::Cooling).await;
    assert_eq!(cooling, Ok(Kiln::Cooling));
    kiln.send(Word::Cool).await.unwrap();
    let exit = kiln.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    let mut causes = causes(&exit);
    causes.sort();
    assert_eq!(
        causes,
        [
            "in state `Cooling`: a panic: the bricks cracked",
            "in state `Cooling`: a panic: the gauge broke"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn panics_of_tasks_are_told_though_the_work_ends_the_component_meanwhile() {
    let ends: [fn() -> EventLoopDirective<Word>; 2] = [|| next::emit(Word::Cool), next::end];
    for last in ends {
        let exit = Potter { last }.spawn(()).join().await;
        assert_eq!(exit.kind(), ExitKind::Failed);
        assert_eq!(causes(&exit).len(), 2, "{exit:?}");
    }
}
