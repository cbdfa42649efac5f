/// The life of one link.
#[cfg_attr(
    doc,
    doc = "\n# Transitions\n\n| in | on | if | then | do |\n|---|---|---|---|---|\n| `Idle` (initial) | `Dial` | | `Dialing { attempt: 1 }` | |\n| `Trying` (superstate) | `Dial` | | stay | |\n| `Dialing` (in\u{a0}`Trying`) | *timeout* `context.dial_timeout` | | | |\n| `Dialing` (in\u{a0}`Trying`) | *task* `dial(context.address)` | | | |\n| `Dialing` (in\u{a0}`Trying`) | `Connected(stream)` | | `Up` | `Adopt(stream)` |\n| `Dialing` (in\u{a0}`Trying`) | `Lost(_)`, *timeout* | `*attempt >= context.max_attempts` | `Failed(\"gave up\".into())` | |\n| `Dialing` (in\u{a0}`Trying`) | `Lost(_)`, *timeout* | | `Backoff { attempt: *attempt + 1 }` | |\n| `Backoff` (in\u{a0}`Trying`) | *timeout* `context.delay(*attempt)` | | | |\n| `Backoff` (in\u{a0}`Trying`) | *timeout* | | `Dialing { attempt: *attempt }` | |\n| `Up` (Race) | *entry* | | | `Report(\"up\")` |\n| `Up` (Race) | *exit* | | | `Report(\"down\"), Hangup` |\n| `Up` (Race) | `Lost(_)` | | `Backoff { attempt: 1 }` | |\n| `Up` (Race) | `Dial` | | stay | |\n| `Closed` | | | the machine ends here, completed | |\n| `Failed` | | | the machine ends here, failed | |\n| any state | `Close` | | `Closed` | |\n| any state | `Error(reason)` | | `Failed(reason)` | |\n| any state | `Connected(_)`, `Lost(_)` | | reject | |\n| the machine | *error* | | `Error` | |\n| the machine | *stop* | | `Signal::Close` | |\n\n- `Dialing`: The peer may be away for long: give each attempt its time, then wait.\n\n# Diagram\n\n"
)]
#[cfg_attr(doc, doc = "```mermaid")]
#[cfg_attr(
    doc,
    doc = "stateDiagram-v2\n    state \"any state<br/>Connected, Lost / reject\" as any__ {\n        [*] --> Idle\n        Idle\n        state \"Trying<br/>Dial / stay\" as Trying {\n            state \"Dialing\" as Dialing\n            Dialing : timeout context.dial_timeout\n            Dialing : task dial(context.address)\n            state \"Backoff\" as Backoff\n            Backoff : timeout context.delay(*attempt)\n        }\n        state \"Up\" as Up\n        Up : Race\n        Up : entry / Report(\"up\")\n        Up : exit / Report(\"down\"), Hangup\n        Up : Dial / stay\n    }\n    Closed\n    Closed --> [*]\n    Failed\n    Failed --> [*]\n    Idle --> Dialing : Dial\n    Dialing --> Up : Connected(stream)<br/>/ Adopt(stream)\n    Dialing --> Failed : Lost, timeout<br/>[*attempt >= context.max_attempts]\n    Dialing --> Backoff : Lost, timeout\n    Backoff --> Dialing : timeout\n    Up --> Backoff : Lost\n    any__ --> Closed : Close\n    any__ --> Failed : Error(reason)\n    classDef race stroke-width:2px,stroke-dasharray:8 4\n    classDef failure stroke:#c62828,stroke-width:2px\n    class Up race\n    class Failed failure"
)]
#[cfg_attr(doc, doc = "```")]
pub struct LinkMachine;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Link__LinkMachine = Link;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Signal__LinkMachine = Signal;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Effect__LinkMachine = Effect;
#[allow(unexpected_cfgs)]
const _: () = {
    #[allow(clippy::all)]
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
    impl ::steadfast::__private::Rules<Link, Signal, LinkContext, Effect>
    for LinkMachine {
        #[inline(always)]
        fn decide(
            &mut self,
            __slot: &mut ::steadfast::Slot<Link>,
            __node: ::core::primitive::u16,
            __input: ::steadfast::__private::Input<Signal>,
            __context: &LinkContext,
            __actions: &mut ::std::vec::Vec<Effect>,
        ) -> ::steadfast::__private::Decision<Link, Signal> {
            use ::steadfast::__private::{Decision as __Decision, Input as __Input};
            let context = __context;
            let ::core::option::Option::Some(__state) = __slot.get_mut() else {
                return __Decision::Lost;
            };
            let __input = match __state {
                Link__LinkMachine::Idle { .. } => {
                    match __input {
                        __Input::Event(Signal__LinkMachine::Dial { .. }) => {
                            return __Decision::Go(Link__LinkMachine::Dialing {
                                attempt: 1,
                            });
                        }
                        __input => __input,
                    }
                }
                Link__LinkMachine::Dialing { attempt } => {
                    match __input {
                        __Input::Event(Signal__LinkMachine::Connected(stream)) => {
                            let __next: Link__LinkMachine = Link__LinkMachine::Up;
                            let __action: Effect__LinkMachine = Effect__LinkMachine::Adopt(
                                stream,
                            );
                            __actions.push(__action);
                            return __Decision::Go(__next);
                        }
                        __Input::Event(Signal__LinkMachine::Lost(_))
                        | __Input::Timeout if {
                            let attempt = &*attempt;
                            *attempt >= context.max_attempts
                        } => {
                            return __Decision::Go(
                                Link__LinkMachine::Failed("gave up".into()),
                            );
                        }
                        __Input::Event(Signal__LinkMachine::Lost(_))
                        | __Input::Timeout => {
                            return __Decision::Go(Link__LinkMachine::Backoff {
                                attempt: *attempt + 1,
                            });
                        }
                        __input => __input,
                    }
                }
                Link__LinkMachine::Backoff { attempt } => {
                    match __input {
                        __Input::Timeout => {
                            return __Decision::Go(Link__LinkMachine::Dialing {
                                attempt: *attempt,
                            });
                        }
                        __input => __input,
                    }
                }
                Link__LinkMachine::Up { .. } => {
                    match __input {
                        __Input::Event(Signal__LinkMachine::Lost(_)) => {
                            return __Decision::Go(Link__LinkMachine::Backoff {
                                attempt: 1,
                            });
                        }
                        __Input::Event(Signal__LinkMachine::Dial { .. }) => {
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                Link__LinkMachine::Closed { .. } => __input,
                Link__LinkMachine::Failed { .. } => __input,
                _ => __input,
            };
            let __input = if (1..4).contains(&__node) {
                match __input {
                    __Input::Event(Signal__LinkMachine::Dial { .. }) => {
                        return __Decision::Stay;
                    }
                    __input => __input,
                }
            } else {
                __input
            };
            let __input = {
                match __input {
                    __Input::Event(Signal__LinkMachine::Close { .. }) => {
                        return __Decision::Go(Link__LinkMachine::Closed);
                    }
                    __Input::Event(Signal__LinkMachine::Error(reason)) => {
                        return __Decision::Go(Link__LinkMachine::Failed(reason));
                    }
                    __Input::Event(
                        Signal__LinkMachine::Connected(_) | Signal__LinkMachine::Lost(_),
                    ) => {
                        return __Decision::Reject(__input);
                    }
                    __input => __input,
                }
            };
            __Decision::Unhandled(__input)
        }
        fn exit(
            &mut self,
            __node: ::core::primitive::u16,
            __state: &Link,
            __context: &LinkContext,
            __actions: &mut ::std::vec::Vec<Effect>,
        ) {
            match __node {
                4 => {
                    let __action: Effect__LinkMachine = Effect__LinkMachine::Report(
                        "down",
                    );
                    __actions.push(__action);
                    let __action: Effect__LinkMachine = Effect__LinkMachine::Hangup;
                    __actions.push(__action);
                }
                _ => {}
            }
        }
        fn entry(
            &mut self,
            __node: ::core::primitive::u16,
            __state: &Link,
            __context: &LinkContext,
            __actions: &mut ::std::vec::Vec<Effect>,
        ) {
            match __node {
                4 => {
                    let __action: Effect__LinkMachine = Effect__LinkMachine::Report(
                        "up",
                    );
                    __actions.push(__action);
                }
                _ => {}
            }
        }
        fn clock(
            &mut self,
            __number: ::core::primitive::u16,
            __state: &Link,
            __context: &LinkContext,
        ) -> ::core::time::Duration {
            let context = __context;
            match __number {
                0 => {
                    let __time: ::core::time::Duration = context.dial_timeout;
                    __time
                }
                1 => {
                    match __state {
                        Link__LinkMachine::Backoff { attempt } => {
                            let __time: ::core::time::Duration = context.delay(*attempt);
                            __time
                        }
                        _ => ::core::time::Duration::MAX,
                    }
                }
                _ => ::core::time::Duration::MAX,
            }
        }
        fn task(
            &mut self,
            __node: ::core::primitive::u16,
            __state: &Link,
            __context: &LinkContext,
        ) -> ::core::option::Option<::steadfast::__private::BoxFuture<'static, Signal>> {
            let context = __context;
            match __node {
                2 => {
                    ::core::option::Option::Some(
                        ::steadfast::__private::task::<
                            Signal__LinkMachine,
                            _,
                        >(dial(context.address)),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
        #[inline(always)]
        fn node(&self, __state: &Link) -> ::core::primitive::u16 {
            match __state {
                Link__LinkMachine::Idle { .. } => 0,
                Link__LinkMachine::Dialing { .. } => 2,
                Link__LinkMachine::Backoff { .. } => 3,
                Link__LinkMachine::Up { .. } => 4,
                Link__LinkMachine::Closed { .. } => 5,
                Link__LinkMachine::Failed { .. } => 6,
                _ => 0,
            }
        }
        fn initial(&self) -> Link {
            #[allow(clippy::all)] return Link__LinkMachine::Idle;
        }
        fn is_error(&self, __event: &Signal) -> ::core::primitive::bool {
            ::core::matches!(__event, Signal::Error { .. })
        }
        #[inline(always)]
        fn topology(&self) -> &'static ::steadfast::__private::Topology {
            const TOPOLOGY: &::steadfast::__private::Topology = {
                const NODES: &[::steadfast::__private::Node] = &[
                    ::steadfast::__private::Node::state("Idle", 1),
                    ::steadfast::__private::Node::superstate("Trying", 4),
                    ::steadfast::__private::Node::state("Dialing", 3).inside(1).task(),
                    ::steadfast::__private::Node::state("Backoff", 4).inside(1),
                    ::steadfast::__private::Node::state("Up", 5)
                        .mode(::steadfast::ExternalEventMode::Race),
                    ::steadfast::__private::Node::terminal("Closed", 6),
                    ::steadfast::__private::Node::failure("Failed", 7),
                ];
                &::steadfast::__private::Topology::new(NODES)
                    .with_clocks(
                        &[
                            ::steadfast::__private::Clock::Timeout(2),
                            ::steadfast::__private::Clock::Timeout(3),
                        ],
                    )
                    .with_hooks()
            };
            TOPOLOGY
        }
    }
};
#[allow(non_upper_case_globals)]
const __LinkMachine_sent: ::core::primitive::bool = ::steadfast::__private::sent_to_another_thread::<
    Link,
>();
#[allow(non_upper_case_globals)]
const __LinkMachine_checked: ::core::primitive::bool = ::steadfast::__private::state::<
    Link,
>() && ::steadfast::__private::event::<Signal>()
    && ::steadfast::__private::shared_with_another_thread::<
        <Link as ::steadfast::__private::Same<__LinkMachine_sent>>::Type,
    >() && ::steadfast::__private::sent_to_another_thread::<Signal>()
    && ::steadfast::__private::sent_to_another_thread::<LinkContext>();
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
impl<__Asked> ::steadfast::__private::Declaration<__Asked> for LinkMachine {
    const HEAD: ::steadfast::graph::Graph = ::steadfast::graph::Graph::new(
            "LinkMachine",
            "Idle",
        )
        .doc("The life of one link.")
        .error("Error")
        .stop("Signal::Close");
    const STATES: &'static [::steadfast::graph::StateInfo] = &[
        ::steadfast::graph::StateInfo::new("Idle"),
        ::steadfast::graph::StateInfo::new("Dialing")
            .doc("The peer may be away for long: give each attempt its time, then wait.")
            .inside(&["Trying"])
            .timeout(&["context.dial_timeout"])
            .task(&["dial(context.address)"]),
        ::steadfast::graph::StateInfo::new("Backoff")
            .inside(&["Trying"])
            .timeout(&["context.delay(*attempt)"]),
        ::steadfast::graph::StateInfo::new("Up")
            .entry(&["Report(\"up\")"])
            .exit(&["Report(\"down\")", "Hangup"])
            .mode(::steadfast::ExternalEventMode::Race),
        ::steadfast::graph::StateInfo::new("Closed").terminal(),
        ::steadfast::graph::StateInfo::new("Failed").failure(),
    ];
    const SUPERSTATES: &'static [::steadfast::graph::SuperstateInfo] = &[
        ::steadfast::graph::SuperstateInfo::new("Trying"),
    ];
    const ARMS: &'static [::steadfast::__private::Arm] = {
        use ::steadfast::__private::Arm as __Arm;
        &[
            __Arm::of("Idle", &["Dial"]).to("Dialing").by("Dialing { attempt: 1 }"),
            __Arm::of("Trying", &["Dial"]),
            __Arm::of("Dialing", &["Connected(stream)"])
                .to("Up")
                .actions(&["Adopt(stream)"]),
            __Arm::of("Dialing", &["Lost(_)", ""])
                .to("Failed")
                .by("Failed(\"gave up\".into())")
                .guard("*attempt >= context.max_attempts"),
            __Arm::of("Dialing", &["Lost(_)", ""])
                .to("Backoff")
                .by("Backoff { attempt: *attempt + 1 }"),
            __Arm::of("Backoff", &[""])
                .to("Dialing")
                .by("Dialing { attempt: *attempt }"),
            __Arm::of("Up", &["Lost(_)"]).to("Backoff").by("Backoff { attempt: 1 }"),
            __Arm::of("Up", &["Dial"]),
            __Arm::any(&["Close"]).to("Closed"),
            __Arm::any(&["Error(reason)"]).to("Failed").by("Failed(reason)"),
            __Arm::any(&["Connected(_)", "Lost(_)"]).reject(),
        ]
    };
    const EDGES: &'static [::steadfast::graph::Edge] = &::steadfast::__private::Arm::edges::<
        14,
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
impl ::steadfast::Machine for LinkMachine {
    type State = Link
    where
        ::steadfast::__private::Checked<
            __LinkMachine_checked,
        >: ::steadfast::__private::Holds;
    type Event = Signal
    where
        ::steadfast::__private::Checked<
            __LinkMachine_checked,
        >: ::steadfast::__private::Holds;
    type Context = LinkContext;
    type Action = Effect;
    fn rules() -> impl ::steadfast::__private::RulesOf<Self> {
        LinkMachine
    }
    const CHECKED: ::core::primitive::bool = __LinkMachine_checked;
    fn exhaustive() {
        let _ = |__value: (Link,)| match __value.0 {
            Link__LinkMachine::Idle { .. } => {}
            Link__LinkMachine::Dialing { .. } => {}
            Link__LinkMachine::Backoff { .. } => {}
            Link__LinkMachine::Up { .. } => {}
            Link__LinkMachine::Closed { .. } => {}
            Link__LinkMachine::Failed { .. } => {}
            _ if false => {}
        };
        let _ = |__value: (Signal,)| match __value.0 {
            Signal__LinkMachine::Dial { .. } => {}
            Signal__LinkMachine::Close { .. }
            | Signal__LinkMachine::Error(..)
            | Signal__LinkMachine::Connected(..)
            | Signal__LinkMachine::Lost(..) => {}
            _ if false => {}
        };
        let _ = |__value: (Signal,)| match __value.0 {
            Signal__LinkMachine::Connected(..)
            | Signal__LinkMachine::Lost(..)
            | Signal__LinkMachine::Dial { .. } => {}
            Signal__LinkMachine::Close { .. } | Signal__LinkMachine::Error(..) => {}
            _ if false => {}
        };
        let _ = |__value: (Signal,)| match __value.0 {
            Signal__LinkMachine::Dial { .. } => {}
            Signal__LinkMachine::Close { .. }
            | Signal__LinkMachine::Error(..)
            | Signal__LinkMachine::Connected(..)
            | Signal__LinkMachine::Lost(..) => {}
            _ if false => {}
        };
        let _ = |__value: (Signal,)| match __value.0 {
            Signal__LinkMachine::Lost(..) | Signal__LinkMachine::Dial { .. } => {}
            Signal__LinkMachine::Close { .. }
            | Signal__LinkMachine::Error(..)
            | Signal__LinkMachine::Connected(..) => {}
            _ if false => {}
        };
    }
}
/// What the link does in each state that works.
pub trait LinkDispatch: ::core::marker::Send {
    /// Works in state `Up`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.
    #[cfg_attr(
        doc,
        doc = "\n# Declared\n\n- `entry / Report(\"up\")`\n- `exit / Report(\"down\"), Hangup`\n\n# What can happen\n\n- `Lost(_)` → `Backoff { attempt: 1 }`\n- `Dial` → stay\n- `Close` → `Closed` (as in any state)\n- `Error(reason)` → `Failed(reason)` (as in any state)\n- `Connected(_)` → reject (as in any state)"
    )]
    fn up(
        &mut self,
        state: &Link,
        context: &mut LinkContext,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Signal>,
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
impl ::steadfast::__private::Supervised for LinkMachine {
    const CLOSED_IS_FAULT: ::core::primitive::bool = true;
    fn error_event(__fault: ::steadfast::Fault) -> Signal {
        ::steadfast::__private::error_event(Signal::Error, __fault)
    }
    fn stop_event() -> ::core::option::Option<Signal> {
        ::core::option::Option::Some(
            (|| -> Signal {
                #[allow(clippy::all)] return Signal::Close;
            })(),
        )
    }
    fn closed_event(__state: &Link) -> ::core::option::Option<Signal> {
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
impl<__Supervisor: LinkDispatch> ::steadfast::__private::Drives<__Supervisor>
for LinkMachine {
    fn dispatch<'a>(
        __supervisor: &'a mut __Supervisor,
        __state: &'a Link,
        __context: &'a mut LinkContext,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Signal>,
    > + ::core::marker::Send + 'a
    where
        ::steadfast::__private::Checked<
            __LinkMachine_checked,
        >: ::steadfast::__private::Holds,
    {
        async move {
            match __state {
                Link__LinkMachine::Up { .. } => {
                    LinkDispatch::up(__supervisor, __state, __context).await
                }
                _ => ::steadfast::__private::nothing_to_dispatch::<Self>(__state),
            }
        }
    }
}
