//! What fails on the way out.

use steadfast::prelude::*;
use steadfast::testing::{Call, Injection};

use super::kit::{Kit, kinds, until};
use super::plant::{Order, Phase, Work};
use super::rows::rows;

rows! {
    "the drop of the supervisor or of the context panics" {
        told: "nothing: the machine has ended",
        seen: "the exit, as it would have been; the panic is logged as an error",
        both a_panic_in_a_drop_keeps_nobody_from_the_exit;
        both a_panic_in_a_drop_after_an_abort_keeps_nobody_from_the_exit;
    }
    "the completion hook returns an error, panics or never returns" {
        told: "nothing",
        seen: "`Exit::completion_fault`; how the component ended stays what it was. A hook that hangs can be aborted, at its next await: the exit is then `Aborted`. The hook is not called twice",
        both a_hook_that_fails_changes_no_exit_and_is_not_called_again;
        both a_hook_that_hangs_can_be_aborted;
    }
}

async fn a_panic_in_a_drop_keeps_nobody_from_the_exit(mut kit: Kit) {
    (kit.supervisor_bomb, kit.context_bomb) = (true, true);
    let component = kit.start(Phase::Polling, [Work::Emit(|| Order::Finish)]);
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Completed);
    assert_eq!(exit.state(), Some(&Phase::Finished));
    assert!(exit.faults().is_empty() && exit.completion_fault().is_none());
    assert_eq!(kit.completions(), 1);

    let component = kit.start(Phase::Polling, [Work::Emit(|| Order::Error("no".into()))]);
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Failed);
    assert_eq!(exit.state(), Some(&Phase::Broken("no".into())));
    assert_eq!(kit.completions(), 2);
}

async fn a_panic_in_a_drop_after_an_abort_keeps_nobody_from_the_exit(mut kit: Kit) {
    (kit.supervisor_bomb, kit.context_bomb) = (true, true);
    let component = kit.start(Phase::Racing, [Work::Rest]);
    until(|| kit.dispatches() == 1).await;
    component.abort();
    assert_eq!(component.join().await.kind(), ExitKind::Aborted);
    assert_eq!(kit.completions(), 0);
}

async fn a_hook_that_fails_changes_no_exit_and_is_not_called_again(kit: Kit) {
    kit.faults
        .add(Call::Completion, 1, Injection::error("the ledger is shut"));
    kit.faults
        .add(Call::Completion, 2, Injection::panic("no ledger"));
    for (number, kind, text) in [
        (1, FaultKind::Completion, "the ledger is shut"),
        (2, FaultKind::Panic, "no ledger"),
    ] {
        let component = kit.start(Phase::Blocking, []);
        component.stop();
        let exit = component.join().await;
        assert_eq!(exit.kind(), ExitKind::Completed);
        assert_eq!(exit.state(), Some(&Phase::Finished));
        assert_eq!(kinds(&exit), []);
        let fault = exit.completion_fault().unwrap();
        assert_eq!(fault.kind(), kind);
        assert!(String::from(fault.clone()).contains(text), "{fault:?}");
        assert_eq!(kit.completions(), number);
    }
}

async fn a_hook_that_hangs_can_be_aborted(kit: Kit) {
    kit.faults.add(Call::Completion, 1, Injection::hang());
    let component = kit.start(Phase::Blocking, []);
    component.send(Order::Finish).await.unwrap();
    component.send(Order::Note(1)).await.unwrap();
    until(|| kit.completions() == 1).await;
    assert!(component.is_running());
    component.abort();
    let exit = component.join().await;
    assert_eq!(exit.kind(), ExitKind::Aborted);
    assert_eq!(exit.state(), Some(&Phase::Finished));
    assert!(matches!(exit.take_unhandled()[..], [Order::Note(1)]));
    assert_eq!(kit.completions(), 1);
}
