#[cfg_attr(
    doc,
    doc = "The state machine `DoorMachine`.\n\n# Transitions\n\n| in | on | if | then | do |\n|---|---|---|---|---|\n| `Closed` (initial) | `Pull` | | `Opne` | |\n| `Closed` (initial) | `Push` | | stay | |\n| `Closed` (initial) | `Kick` | | stay | |\n| `Closed` (initial) | `Kick` | | stay | |\n| `Open` (Race) | *task* `async { Hand::Push }` | | | |\n| `Open` (Race) | *task* `async { Hand::Pull }` | | | |\n| `Open` (Race) | `Push` | | `Closed` | |\n| `Locked` (Race) | `Push` | | `Closed` | |\n| `Locked` (Race) | `Pull` | | stay | |\n| any state | `Kick` | | `Locked` | |\n| any state | `Error(_)` | | `Closed` | |\n| the machine | *error* | | `Error` | |\n\n# Diagram\n\n"
)]
#[cfg_attr(doc, doc = "```mermaid")]
#[cfg_attr(
    doc,
    doc = "stateDiagram-v2\n    state \"any state\" as any__ {\n        [*] --> Closed\n        state \"Closed\" as Closed\n        Closed : Push / stay\n        Closed : Kick / stay\n        Closed : Kick / stay\n        state \"Open\" as Open\n        Open : Race\n        Open : task async { Hand∶∶Push }\n        Open : task async { Hand∶∶Pull }\n        state \"Locked\" as Locked\n        Locked : Race\n        Locked : Pull / stay\n    }\n    Open --> Closed : Push\n    Locked --> Closed : Push\n    any__ --> Locked : Kick\n    any__ --> Closed : Error\n    classDef race stroke-width:2px,stroke-dasharray:8 4\n    class Open race\n    class Locked race"
)]
#[cfg_attr(doc, doc = "```")]
struct DoorMachine;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Door__DoorMachine = Door;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Hand__DoorMachine = Hand;
#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    #[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
    #[allow(
        unused_imports,
        unused_parens,
        unused_braces,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    #[allow(unexpected_cfgs)]
    #[automatically_derived]
    #[doc(hidden)]
    impl ::steadfast::__private::Rules<Door, Hand, (), ::steadfast::NoAction>
    for DoorMachine {
        #[inline(always)]
        fn decide(
            &mut self,
            __slot: &mut ::steadfast::Slot<Door>,
            __node: ::core::primitive::u16,
            __input: ::steadfast::__private::Input<Hand>,
            __context: &(),
            __actions: &mut ::std::vec::Vec<::steadfast::NoAction>,
        ) -> ::steadfast::__private::Decision<Door, Hand> {
            use ::steadfast::__private::{Decision as __Decision, Input as __Input};
            let ::core::option::Option::Some(__state) = __slot.get_mut() else {
                return __Decision::Lost;
            };
            let __input = match __state {
                Door__DoorMachine::Closed { .. } => {
                    match __input {
                        __Input::Event(Hand__DoorMachine::Pull { .. }) => {
                            return __Decision::Go(Door__DoorMachine::Opne);
                        }
                        __Input::Event(Hand__DoorMachine::Push { .. }) => {
                            return __Decision::Stay;
                        }
                        __Input::Event(Hand__DoorMachine::Kick { .. }) => {
                            return __Decision::Stay;
                        }
                        __Input::Event(Hand__DoorMachine::Kick { .. }) => {
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                Door__DoorMachine::Open { .. } => {
                    match __input {
                        __Input::Event(Hand__DoorMachine::Push { .. }) => {
                            return __Decision::Go(Door__DoorMachine::Closed);
                        }
                        __Input::Event(
                            Hand__DoorMachine::Pull { .. }
                            | Hand__DoorMachine::Kick { .. },
                        ) => {
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                Door__DoorMachine::Locked { .. } => {
                    match __input {
                        __Input::Event(Hand__DoorMachine::Push { .. }) => {
                            return __Decision::Go(Door__DoorMachine::Closed);
                        }
                        __Input::Event(Hand__DoorMachine::Pull { .. }) => {
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                _ => __input,
            };
            let __input = {
                match __input {
                    __Input::Event(Hand__DoorMachine::Kick { .. }) => {
                        return __Decision::Go(Door__DoorMachine::Locked);
                    }
                    __Input::Event(Hand__DoorMachine::Error(_)) => {
                        return __Decision::Go(Door__DoorMachine::Closed);
                    }
                    __input => __input,
                }
            };
            __Decision::Unhandled(__input)
        }
        fn task(
            &mut self,
            __node: ::core::primitive::u16,
            __state: &Door,
            __context: &(),
        ) -> ::core::option::Option<::steadfast::__private::BoxFuture<'static, Hand>> {
            match __node {
                1 => {
                    ::core::option::Option::Some(
                        ::steadfast::__private::task::<
                            Hand__DoorMachine,
                            _,
                        >(async { Hand::Push }),
                    )
                }
                1 => {
                    ::core::option::Option::Some(
                        ::steadfast::__private::task::<
                            Hand__DoorMachine,
                            _,
                        >(async { Hand::Pull }),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
        #[inline(always)]
        fn node(&self, __state: &Door) -> ::core::primitive::u16 {
            match __state {
                Door__DoorMachine::Closed { .. } => 0,
                Door__DoorMachine::Open { .. } => 1,
                Door__DoorMachine::Locked { .. } => 2,
                _ => 0,
            }
        }
        fn initial(&self) -> Door {
            #[allow(clippy::all)] return Door__DoorMachine::Closed;
        }
        fn is_error(&self, __event: &Hand) -> ::core::primitive::bool {
            ::core::matches!(__event, Hand::Error { .. })
        }
        #[inline(always)]
        fn topology(&self) -> &'static ::steadfast::__private::Topology {
            const TOPOLOGY: &::steadfast::__private::Topology = {
                const NODES: &[::steadfast::__private::Node] = &[
                    ::steadfast::__private::Node::state("Closed", 1),
                    ::steadfast::__private::Node::state("Open", 2)
                        .mode(::steadfast::ExternalEventMode::Pol)
                        .task(),
                    ::steadfast::__private::Node::state("Locked", 3)
                        .mode(::steadfast::ExternalEventMode::Race),
                ];
                &::steadfast::__private::Topology::new(NODES)
            };
            TOPOLOGY
        }
    }
    #[cfg(not(rust_analyzer))]
    #[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
    #[allow(
        unused_imports,
        unused_parens,
        unused_braces,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    #[allow(unexpected_cfgs)]
    #[automatically_derived]
    #[doc(hidden)]
    impl ::steadfast::__private::Rules<Door, Hand, (), ::steadfast::NoAction>
    for DoorMachine {
        #[inline(always)]
        fn decide(
            &mut self,
            __slot: &mut ::steadfast::Slot<Door>,
            __node: ::core::primitive::u16,
            __input: ::steadfast::__private::Input<Hand>,
            __context: &(),
            __actions: &mut ::std::vec::Vec<::steadfast::NoAction>,
        ) -> ::steadfast::__private::Decision<Door, Hand> {
            use ::steadfast::__private::{Decision as __Decision, Input as __Input};
            let ::core::option::Option::Some(__state) = __slot.get_mut() else {
                return __Decision::Lost;
            };
            let __input = match __state {
                Door__DoorMachine::Closed { .. } => {
                    match __input {
                        __Input::Event(Hand__DoorMachine::Push { .. }) => {
                            return __Decision::Stay;
                        }
                        __Input::Event(Hand__DoorMachine::Kick { .. }) => {
                            return __Decision::Stay;
                        }
                        __Input::Event(Hand__DoorMachine::Kick { .. }) => {
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                Door__DoorMachine::Open { .. } => {
                    match __input {
                        __Input::Event(Hand__DoorMachine::Push { .. }) => {
                            return __Decision::Go(Door__DoorMachine::Closed);
                        }
                        __input => __input,
                    }
                }
                Door__DoorMachine::Locked { .. } => {
                    match __input {
                        __Input::Event(Hand__DoorMachine::Push { .. }) => {
                            return __Decision::Go(Door__DoorMachine::Closed);
                        }
                        __Input::Event(Hand__DoorMachine::Pull { .. }) => {
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                _ => __input,
            };
            let __input = {
                match __input {
                    __Input::Event(Hand__DoorMachine::Kick { .. }) => {
                        return __Decision::Go(Door__DoorMachine::Locked);
                    }
                    __Input::Event(Hand__DoorMachine::Error(_)) => {
                        return __Decision::Go(Door__DoorMachine::Closed);
                    }
                    __input => __input,
                }
            };
            __Decision::Unhandled(__input)
        }
        fn task(
            &mut self,
            __node: ::core::primitive::u16,
            __state: &Door,
            __context: &(),
        ) -> ::core::option::Option<::steadfast::__private::BoxFuture<'static, Hand>> {
            match __node {
                1 => {
                    ::core::option::Option::Some(
                        ::steadfast::__private::task::<
                            Hand__DoorMachine,
                            _,
                        >(async { Hand::Push }),
                    )
                }
                1 => {
                    ::core::option::Option::Some(
                        ::steadfast::__private::task::<
                            Hand__DoorMachine,
                            _,
                        >(async { Hand::Pull }),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
        #[inline(always)]
        fn node(&self, __state: &Door) -> ::core::primitive::u16 {
            match __state {
                Door__DoorMachine::Closed { .. } => 0,
                Door__DoorMachine::Open { .. } => 1,
                Door__DoorMachine::Locked { .. } => 2,
                _ => 0,
            }
        }
        fn initial(&self) -> Door {
            #[allow(clippy::all)] return Door__DoorMachine::Closed;
        }
        fn is_error(&self, __event: &Hand) -> ::core::primitive::bool {
            ::core::matches!(__event, Hand::Error { .. })
        }
        #[inline(always)]
        fn topology(&self) -> &'static ::steadfast::__private::Topology {
            const TOPOLOGY: &::steadfast::__private::Topology = {
                const NODES: &[::steadfast::__private::Node] = &[
                    ::steadfast::__private::Node::state("Closed", 1),
                    ::steadfast::__private::Node::state("Open", 2)
                        .mode(::steadfast::ExternalEventMode::Race)
                        .task(),
                    ::steadfast::__private::Node::state("Locked", 3)
                        .mode(::steadfast::ExternalEventMode::Race),
                ];
                &::steadfast::__private::Topology::new(NODES)
            };
            TOPOLOGY
        }
    }
};
#[allow(non_upper_case_globals)]
const __DoorMachine_sent: ::core::primitive::bool = ::steadfast::__private::sent_to_another_thread::<
    Door,
>();
#[allow(non_upper_case_globals)]
const __DoorMachine_checked: ::core::primitive::bool = ::steadfast::__private::state::<
    Door,
>() && ::steadfast::__private::event::<Hand>()
    && ::steadfast::__private::shared_with_another_thread::<
        <Door as ::steadfast::__private::Same<__DoorMachine_sent>>::Type,
    >() && ::steadfast::__private::sent_to_another_thread::<Hand>()
    && ::steadfast::__private::sent_to_another_thread::<()>();
#[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
#[allow(
    unused_imports,
    unused_parens,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[allow(unexpected_cfgs)]
#[automatically_derived]
#[doc(hidden)]
impl<__Asked> ::steadfast::__private::Declaration<__Asked> for DoorMachine {
    const HEAD: ::steadfast::graph::Graph = ::steadfast::graph::Graph::new(
            "DoorMachine",
            "Closed",
        )
        .error("Error");
    const STATES: &'static [::steadfast::graph::StateInfo] = &[
        ::steadfast::graph::StateInfo::new("Closed"),
        ::steadfast::graph::StateInfo::new("Open")
            .task(&["async { Hand::Push }", "async { Hand::Pull }"])
            .mode(::steadfast::ExternalEventMode::Race),
        ::steadfast::graph::StateInfo::new("Locked")
            .mode(::steadfast::ExternalEventMode::Race),
    ];
    const ARMS: &'static [::steadfast::__private::Arm] = {
        use ::steadfast::__private::Arm as __Arm;
        &[
            __Arm::of("Closed", &["Pull"]).to("Opne"),
            __Arm::of("Closed", &["Push"]),
            __Arm::of("Closed", &["Kick"]),
            __Arm::of("Closed", &["Kick"]),
            __Arm::of("Open", &["Push"]).to("Closed"),
            __Arm::of("Locked", &["Push"]).to("Closed"),
            __Arm::of("Locked", &["Pull"]),
            __Arm::any(&["Kick"]).to("Locked"),
            __Arm::any(&["Error(_)"]).to("Closed"),
        ]
    };
    const EDGES: &'static [::steadfast::graph::Edge] = &::steadfast::__private::Arm::edges::<
        9,
    >(<Self as ::steadfast::__private::Declaration<__Asked>>::ARMS);
}
#[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
#[allow(
    unused_imports,
    unused_parens,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[allow(unexpected_cfgs)]
#[automatically_derived]
impl ::steadfast::Machine for DoorMachine {
    type State = Door
    where
        ::steadfast::__private::Checked<
            __DoorMachine_checked,
        >: ::steadfast::__private::Holds;
    type Event = Hand
    where
        ::steadfast::__private::Checked<
            __DoorMachine_checked,
        >: ::steadfast::__private::Holds;
    type Context = ();
    type Action = ::steadfast::NoAction;
    fn rules() -> impl ::steadfast::__private::RulesOf<Self> {
        DoorMachine
    }
    const CHECKED: ::core::primitive::bool = __DoorMachine_checked;
    fn exhaustive() {
        let _ = |__value: (Hand,)| match __value.0 {
            Hand__DoorMachine::Pull { .. }
            | Hand__DoorMachine::Push { .. }
            | Hand__DoorMachine::Kick { .. }
            | Hand__DoorMachine::Kick { .. } => {}
            Hand__DoorMachine::Error(..) => {}
            _ if false => {}
        };
        let _ = |__value: (Hand,)| match __value.0 {
            Hand__DoorMachine::Push { .. } | Hand__DoorMachine::Pull { .. } => {}
            Hand__DoorMachine::Kick { .. } | Hand__DoorMachine::Error(..) => {}
            _ if false => {}
        };
    }
}
///What [`DoorMachine`] does in each state that works.
trait DoorWork: ::core::marker::Send {
    /// Works in state `Open`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.
    #[cfg_attr(
        doc,
        doc = "\n# Declared\n\n- `task async { Hand::Push }`\n- `task async { Hand::Pull }`\n\n# What can happen\n\n- `Push` → `Closed`\n- `Kick` → `Locked` (as in any state)\n- `Error(_)` → `Closed` (as in any state)"
    )]
    fn open(
        &mut self,
        state: &Door,
        context: &mut (),
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Hand>,
    > + ::core::marker::Send {
        async { ::core::unreachable!() }
    }
    /// Works in state `Locked`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.
    #[cfg_attr(
        doc,
        doc = "\n# What can happen\n\n- `Push` → `Closed`\n- `Pull` → stay\n- `Kick` → `Locked` (as in any state)\n- `Error(_)` → `Closed` (as in any state)"
    )]
    fn locked(
        &mut self,
        state: &Door,
        context: &mut (),
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Hand>,
    > + ::core::marker::Send;
}
#[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
#[allow(
    unused_imports,
    unused_parens,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[allow(unexpected_cfgs)]
#[automatically_derived]
#[doc(hidden)]
impl ::steadfast::__private::Supervised for DoorMachine {
    const CLOSED_IS_FAULT: ::core::primitive::bool = true;
    fn error_event(__fault: ::steadfast::Fault) -> Hand {
        ::steadfast::__private::error_event(Hand::Error, __fault)
    }
    fn closed_event(__state: &Door) -> ::core::option::Option<Hand> {
        if <Self as ::steadfast::Machine>::is_terminal(__state) {
            return ::core::option::Option::None;
        }
        ::core::option::Option::Some(
            ::steadfast::__private::closed_is_error::<Self>(__state),
        )
    }
}
#[allow(unreachable_patterns, unreachable_code, unused_variables, unused_mut)]
#[allow(
    unused_imports,
    unused_parens,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[allow(unexpected_cfgs)]
#[automatically_derived]
#[doc(hidden)]
impl<__Supervisor: DoorWork> ::steadfast::__private::Drives<__Supervisor>
for DoorMachine {
    fn dispatch<'a>(
        __supervisor: &'a mut __Supervisor,
        __state: &'a Door,
        __context: &'a mut (),
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Hand>,
    > + ::core::marker::Send + 'a
    where
        ::steadfast::__private::Checked<
            __DoorMachine_checked,
        >: ::steadfast::__private::Holds,
    {
        async move {
            match __state {
                Door__DoorMachine::Open { .. } => {
                    DoorWork::open(__supervisor, __state, __context).await
                }
                Door__DoorMachine::Locked { .. } => {
                    DoorWork::locked(__supervisor, __state, __context).await
                }
                _ => ::steadfast::__private::nothing_to_dispatch::<Self>(__state),
            }
        }
    }
}
::core::compile_error! {
    "expected `=>`, not `->`"
}
::core::compile_error! {
    "there is no policy `Pol`: did you mean `Poll`? There are `Block`, `Poll`, `Ignore`, `Race`"
}
::core::compile_error! {
    "expected `;` before this"
}
::core::compile_error! {
    "there is no state `Opne`: did you mean `Open`? There are `Closed`, `Open`, `Locked`"
}
::core::compile_error! {
    "`task` is given already, above: keep one of the two"
}
::core::compile_error! {
    "`Kick` has this arm already, above: remove one of the two"
}
