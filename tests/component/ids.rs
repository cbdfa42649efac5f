//! Identities.

use std::collections::HashSet;

use steadfast::{EventVariant, StateVariant};
use steadfast::{HandlerSupervised, SelfSupervised, StageId, WriterId, fsm, supervisor};

use super::fixture::{Phase, Rig};

#[test]
fn a_stage_is_a_number_or_the_hash_of_a_name() {
    const STAGE: StageId = StageId::new_const(7);
    assert_eq!(STAGE.as_u64(), 7);
    // FNV-1a of the text, so that it stays what it is from release to release.
    assert_eq!(StageId::of("").as_u64(), 0xcbf2_9ce4_8422_2325);
    assert_eq!(StageId::of("a").as_u64(), 0xaf63_dc4c_8601_ec8c);
}

#[test]
fn a_writer_is_that_of_its_stage() {
    let writer = WriterId::from(StageId::new_const(255));
    assert_eq!(writer.stage(), StageId::new_const(255));
    assert_eq!(writer.to_string(), "writer of stage-ff");
    assert_eq!(writer.stage().to_string(), "stage-ff");
}

#[tokio::test(start_paused = true)]
async fn components_are_counted_in_the_order_of_their_spawning() {
    let rig = Rig::default();
    let components: Vec<_> = (0..3).map(|_| rig.start(Phase::Blocking, [])).collect();
    let ids: Vec<_> = components.iter().map(|one| one.id()).collect();
    assert!(ids.is_sorted());
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 3);
    assert_eq!(ids[0].to_string(), format!("#{}", ids[0].as_u64()));
    assert_eq!(components[0].clone().id(), ids[0]);
    assert_eq!(components[0].downgrade().id(), ids[0]);
}

#[derive(Clone, Debug, StateVariant)]
enum State {
    On,
    Off,
}

#[derive(Debug, EventVariant)]
enum Event {
    Error(String),
}

fsm! {
    struct Machine;
    trait Dispatch;

    state: State;
    event: Event;
    context: ();
    initial: On;
    error: Error;

    state On { on Error(_) => Off; }
    terminal state Off;
}

#[supervisor(Machine)]
struct Plain;

#[supervisor(Machine, stage_id = StageId::new_const(40 + 2))]
struct Numbered;

#[supervisor(Machine, handler = String, stage_id = self.0)]
struct Handled(StageId);

#[supervisor(Machine, handler = ())]
struct HandledPlain;

impl Dispatch for Plain {}
impl Dispatch for Numbered {}
impl Dispatch for Handled {}
impl Dispatch for HandledPlain {}

#[test]
fn a_supervisor_writes_as_its_stage_by_default_that_of_its_path() {
    let path = concat!(module_path!(), "::Plain");
    assert_eq!(Plain.writer_id(), WriterId::from(StageId::of(path)));
    assert_eq!(Numbered.writer_id(), WriterId::from(StageId::new_const(42)));
    let stage = StageId::new_const(9);
    assert_eq!(Handled(stage).stage_id(), stage);
    assert_eq!(Handled(stage).writer_id(), WriterId::from(stage));
    let path = concat!(module_path!(), "::HandledPlain");
    assert_eq!(HandledPlain.stage_id(), StageId::of(path));
}

/// A component of other types than the shared one, that waits.
pub fn spawn_plain() -> impl steadfast::SupervisorHandle + 'static {
    Plain.spawn(())
}
