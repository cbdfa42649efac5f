//! Holds: a machine in a nested module over its parents' types, by `super::` and `crate::`, with every visibility
#![deny(warnings)]

mod house {
    use steadfast::{EventVariant, StateVariant};

    #[derive(Clone, Debug, PartialEq, StateVariant)]
    pub(super) enum Door {
        Open { pulls: u32 },
        Closed,
        Gone,
    }
    #[derive(Debug, EventVariant)]
    pub(super) enum Hand {
        Push,
        Pull(u32),
        Error(steadfast::Fault),
    }
    #[derive(Debug, PartialEq)]
    pub(super) enum Sound {
        Creak { volume: u32 },
    }
    pub(super) struct Hall {
        pub(super) volume: u32,
    }

    pub(super) mod floor {
        pub(in crate::house) fn limit() -> u32 {
            3
        }

        pub(in super::super) mod room {
            steadfast::fsm! {
                pub(in super::super::super) struct DoorMachine;
                pub(crate) trait DoorWork;
                state: super::super::Door;
                event: super::super::Hand;
                context: super::super::Hall;
                action: crate::house::Sound;
                initial: super::super::Door::Closed;
                error: super::super::Hand::Error;
                stop: super::super::Hand::Push;

                state super::super::Door::Closed {
                    on super::super::Hand::Pull(n) if n > super::limit()
                        => super::super::Door::Open { pulls: n }
                        do [crate::house::Sound::Creak { volume: context.volume }];
                    on crate::house::Hand::Pull(_) => stay;
                    on Push => self::super::super::Door::Gone;
                }
                state crate::house::Door::Open { pulls }: Poll {
                    timeout super::super::wait(*pulls) => Closed;
                    task super::super::push();
                    on Pull(n) => stay { pulls: *pulls + n };
                    on Push => Closed do [(super::super::Sound::Creak { volume: 1 })];
                }
                any { on super::super::Hand::Error(_) => crate::house::Door::Gone; }
                terminal state Gone;
            }

            #[steadfast::supervisor(self::DoorMachine, completed = super::super::completed)]
            pub(crate) struct Porter;

            impl self::DoorWork for Porter {
                async fn open(
                    &mut self,
                    _: &super::super::Door,
                    _: &mut super::super::Hall,
                ) -> steadfast::Next<super::super::Hand> {
                    Ok(steadfast::next::again())
                }
            }
        }
    }

    fn wait(pulls: u32) -> std::time::Duration {
        std::time::Duration::from_secs(u64::from(pulls))
    }

    async fn push() -> Hand {
        Hand::Push
    }

    async fn completed(_: &mut floor::room::Porter, _: &steadfast::Exit<Door, Hand>, hall: &mut Hall) {
        hall.volume = 0;
    }

    impl steadfast::Execute<Sound> for Hall {
        async fn execute(&mut self, sound: Sound) -> Result<(), steadfast::BoxError> {
            let Sound::Creak { volume } = sound;
            self.volume = volume;
            Ok(())
        }
    }
}

fn main() {
    use steadfast::Machine;

    use house::floor::room::{DoorMachine, Porter};

    let _spawn = Porter::spawn;
    let mut slot = steadfast::Slot::new(DoorMachine::initial());
    let mut actions = Vec::new();
    let hall = house::Hall { volume: 7 };
    for hand in [house::Hand::Pull(1), house::Hand::Pull(4)] {
        let trigger = steadfast::Trigger::Event(hand);
        assert!(DoorMachine::step(&mut slot, trigger, &hall, &mut actions).is_ok());
    }
    assert_eq!(slot.get(), Some(&house::Door::Open { pulls: 4 }));
    assert_eq!(actions, [house::Sound::Creak { volume: 7 }]);
}
