/// One pays, one goes through.
struct Turnstile;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __Turnstile_state = Gate;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __Turnstile_event = Hand;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __Turnstile_action = Effect;
#[allow(
    unreachable_patterns,
    unreachable_code,
    unused_parens,
    unused_variables,
    unused_mut,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[automatically_derived]
impl ::steadfast::__private::Rules<Gate, Hand, Hall, Effect> for Turnstile {
    #[inline(always)]
    fn decide(
        &mut self,
        __slot: &mut ::steadfast::Slot<Gate>,
        __node: ::core::primitive::u16,
        __input: ::steadfast::__private::Input<Hand>,
        __context: &Hall,
        __actions: &mut ::std::vec::Vec<Effect>,
    ) -> ::steadfast::__private::Decision<Gate, Hand> {
        let ::core::option::Option::Some(__state) = __slot.get_mut() else {
            return ::steadfast::__private::Decision::Lost;
        };
        let __input = match __state {
            __Turnstile_state::Locked { .. } => {
                let context = __context;
                match __input {
                    ::steadfast::__private::Input::Event(
                        __Turnstile_event::Coin { .. },
                    ) => {
                        return ::steadfast::__private::Decision::Go(__Turnstile_state::Open {
                            paid: context.fare,
                        });
                    }
                    ::steadfast::__private::Input::Event(
                        __Turnstile_event::Push { .. },
                    ) => {
                        __actions.push(__Turnstile_action::Ring);
                        return ::steadfast::__private::Decision::Stay;
                    }
                    __input => __input,
                }
            }
            __Turnstile_state::Open { paid } => {
                match __input {
                    ::steadfast::__private::Input::Event(
                        __Turnstile_event::Push { .. },
                    ) => {
                        return ::steadfast::__private::Decision::Go(
                            __Turnstile_state::Locked,
                        );
                    }
                    ::steadfast::__private::Input::Event(
                        __Turnstile_event::Coin { .. },
                    ) => {
                        return ::steadfast::__private::Decision::Go(
                            __Turnstile_state::Jammed(*paid),
                        );
                    }
                    __input => __input,
                }
            }
            __Turnstile_state::Jammed { .. } => __input,
            _ => __input,
        };
        ::steadfast::__private::Decision::Unhandled(__input)
    }
    fn exit(
        &mut self,
        __node: ::core::primitive::u16,
        __state: &Gate,
        __context: &Hall,
        __actions: &mut ::std::vec::Vec<Effect>,
    ) {}
    fn entry(
        &mut self,
        __node: ::core::primitive::u16,
        __state: &Gate,
        __context: &Hall,
        __actions: &mut ::std::vec::Vec<Effect>,
    ) {}
    fn clock(
        &mut self,
        __number: ::core::primitive::u16,
        __state: &Gate,
        __context: &Hall,
    ) -> ::core::time::Duration {
        ::core::time::Duration::MAX
    }
    fn task(
        &mut self,
        __node: ::core::primitive::u16,
        __state: &Gate,
        __context: &Hall,
    ) -> ::core::option::Option<::steadfast::__private::BoxFuture<'static, Hand>> {
        ::core::option::Option::None
    }
    #[inline(always)]
    fn node(&self, __state: &Gate) -> ::core::primitive::u16 {
        match __state {
            __Turnstile_state::Locked { .. } => 0,
            __Turnstile_state::Open { .. } => 1,
            __Turnstile_state::Jammed { .. } => 2,
            _ => 0,
        }
    }
    fn is_error(&self, __event: &Hand) -> ::core::primitive::bool {
        false
    }
    #[inline(always)]
    fn topology(&self) -> &'static ::steadfast::__private::Topology {
        const TOPOLOGY: &::steadfast::__private::Topology = &::steadfast::__private::Topology {
            nodes: &[
                ::steadfast::__private::Node {
                    name: "Locked",
                    kind: ::steadfast::__private::NodeKind::State,
                    parent: ::steadfast::__private::TOP,
                    end: 1,
                    policy: ::steadfast::ExternalEventMode::Block,
                    unhandled: ::steadfast::__private::Unhandled::Inherit,
                    task: false,
                },
                ::steadfast::__private::Node {
                    name: "Open",
                    kind: ::steadfast::__private::NodeKind::State,
                    parent: ::steadfast::__private::TOP,
                    end: 2,
                    policy: ::steadfast::ExternalEventMode::Block,
                    unhandled: ::steadfast::__private::Unhandled::Inherit,
                    task: false,
                },
                ::steadfast::__private::Node {
                    name: "Jammed",
                    kind: ::steadfast::__private::NodeKind::Terminal,
                    parent: ::steadfast::__private::TOP,
                    end: 3,
                    policy: ::steadfast::ExternalEventMode::Block,
                    unhandled: ::steadfast::__private::Unhandled::Inherit,
                    task: false,
                },
            ],
            clocks: &[],
            unhandled: ::steadfast::__private::Unhandled::Inherit,
            hooks: false,
            closures: false,
            tasks: false,
        };
        TOPOLOGY
    }
}
#[allow(
    unreachable_patterns,
    unreachable_code,
    unused_parens,
    unused_variables,
    unused_mut,
    unused_braces,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[automatically_derived]
impl ::steadfast::Machine for Turnstile {
    type State = Gate;
    type Event = Hand;
    type Context = Hall;
    type Action = Effect;
    fn initial() -> Gate {
        __Turnstile_state::Locked
    }
    fn rules() -> impl ::steadfast::__private::Rules<
        Gate,
        Hand,
        Hall,
        Effect,
    > + ::core::marker::Send + 'static {
        Turnstile
    }
    const GRAPH: ::steadfast::Graph = {
        const STATES: &[::steadfast::StateInfo] = &[
            ::steadfast::StateInfo {
                name: "Locked",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Open",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Jammed",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: true,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
        ];
        const SUPERSTATES: &[::steadfast::SuperstateInfo] = &[];
        const EDGES: &[::steadfast::Edge] = &[
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Locked"),
                to: ::core::option::Option::Some("Open"),
                trigger: "Coin",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Locked"),
                to: ::core::option::Option::None,
                trigger: "Push",
                guard: ::core::option::Option::None,
                actions: &["Ring"],
                kind: ::steadfast::EdgeKind::Stay,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Open"),
                to: ::core::option::Option::Some("Locked"),
                trigger: "Push",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Open"),
                to: ::core::option::Option::Some("Jammed"),
                trigger: "Coin",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
        ];
        ::steadfast::Graph::new(
            "Turnstile",
            "One pays, one goes through.",
            STATES,
            SUPERSTATES,
            EDGES,
            "Locked",
            ::core::option::Option::None,
        )
    };
    #[allow(
        unreachable_patterns,
        unreachable_code,
        unused_parens,
        unused_variables,
        unused_mut,
        unused_braces,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    #[allow(unused_variables)]
    fn exhaustive() {
        let _ = |__value: Gate| match __value {
            __Turnstile_state::Locked { .. } => {}
            __Turnstile_state::Open { .. } => {}
            __Turnstile_state::Jammed { .. } => {}
            _ if false => {}
        };
        let _ = |__value: Hand| match __value {
            __Turnstile_event::Coin { .. } => {}
            __Turnstile_event::Push { .. } => {}
            _ if false => {}
        };
        let _ = |__value: Hand| match __value {
            __Turnstile_event::Push { .. } => {}
            __Turnstile_event::Coin { .. } => {}
            _ if false => {}
        };
    }
}
