//! A state may have any name: the method of its work can be called where the library's traits are in
//! scope, whatever they keep for themselves. (But for `entered`, `completed` and `event_for_fault`, which who
//! writes a supervisor by hand may write too.)

use steadfast::prelude::*;

#[derive(Clone, Debug, StateVariant)]
enum Day {
    Work,
    Race,
    Look,
    Wait,
    PollRest,
    Batched,
    ExecuteAction,
    ExternalMode,
    CloseMailbox,
    Over,
}

#[derive(Debug, EventVariant)]
enum Bell {
    Turn,
    Error(Fault),
}

fsm! {
    struct DayMachine;
    trait DayDispatch;

    state: Day;
    event: Bell;
    context: Vec<&'static str>;
    initial: Work;
    error: Error;

    state Work: Poll { on Turn => Race; }
    state Race: Race { on Turn => Look; }
    state Look: Poll { on Turn => Wait; }
    state Wait: Ignore { on Turn => PollRest; }
    state PollRest: Poll { on Turn => Batched; }
    state Batched: Poll { on Turn => ExecuteAction; }
    state ExecuteAction: Poll { on Turn => ExternalMode; }
    state ExternalMode: Poll { on Turn => CloseMailbox; }
    state CloseMailbox: Poll { on Turn => Over; }
    any { on Error(_) => Over; }
    terminal state Over;
}

#[supervisor(DayMachine)]
struct Worker;

macro_rules! noting {
    ($($name:ident)*) => {
        impl DayDispatch for Worker {
            $(async fn $name(&mut self, _: &Day, done: &mut Vec<&'static str>) -> Next<Bell> {
                done.push(stringify!($name));
                Ok(next::emit(Bell::Turn))
            })*
        }

        #[tokio::test]
        async fn work_can_be_called_whatever_its_state_is_called() {
            let mut done = Vec::new();
            $(Worker.$name(&Day::Work, &mut done).await.unwrap();)*
            assert_eq!(done, [$(stringify!($name)),*]);
        }
    };
}

noting! {
    work race look wait poll_rest batched execute_action external_mode close_mailbox
}
