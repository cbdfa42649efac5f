/// One pays, one goes through.
#[cfg_attr(
    doc,
    doc = "\n# Transitions\n\n| in | on | if | then | do |\n|---|---|---|---|---|\n| `Locked` (initial) | `Coin` | | `Open { paid: context.fare }` | |\n| `Locked` (initial) | `Push` | | stay | `Ring` |\n| `Open` | `Push` | | `Locked` | |\n| `Open` | `Coin` | | `Jammed(*paid)` | |\n| `Jammed` | | | the machine ends here, completed | |\n\n# Diagram\n\n"
)]
#[cfg_attr(doc, doc = "```mermaid")]
#[cfg_attr(
    doc,
    doc = "stateDiagram-v2\n    [*] --> Locked\n    state \"Locked\" as Locked\n    Locked : Push / Ring\n    Open\n    Jammed\n    Jammed --> [*]\n    Locked --> Open : Coin\n    Open --> Locked : Push\n    Open --> Jammed : Coin"
)]
#[cfg_attr(doc, doc = "```")]
struct Turnstile;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Gate__Turnstile = Gate;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Hand__Turnstile = Hand;
#[doc(hidden)]
#[allow(non_camel_case_types)]
type Effect__Turnstile = Effect;
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
            use ::steadfast::__private::{Decision as __Decision, Input as __Input};
            let context = __context;
            let ::core::option::Option::Some(__state) = __slot.get_mut() else {
                return __Decision::Lost;
            };
            let __input = match __state {
                Gate__Turnstile::Locked { .. } => {
                    match __input {
                        __Input::Event(Hand__Turnstile::Coin { .. }) => {
                            return __Decision::Go(Gate__Turnstile::Open {
                                paid: context.fare,
                            });
                        }
                        __Input::Event(Hand__Turnstile::Push { .. }) => {
                            let __action: Effect__Turnstile = Effect__Turnstile::Ring;
                            __actions.push(__action);
                            return __Decision::Stay;
                        }
                        __input => __input,
                    }
                }
                Gate__Turnstile::Open { paid } => {
                    match __input {
                        __Input::Event(Hand__Turnstile::Push { .. }) => {
                            return __Decision::Go(Gate__Turnstile::Locked);
                        }
                        __Input::Event(Hand__Turnstile::Coin { .. }) => {
                            return __Decision::Go(Gate__Turnstile::Jammed(*paid));
                        }
                        __input => __input,
                    }
                }
                Gate__Turnstile::Jammed { .. } => __input,
                _ => __input,
            };
            __Decision::Unhandled(__input)
        }
        #[inline(always)]
        fn node(&self, __state: &Gate) -> ::core::primitive::u16 {
            match __state {
                Gate__Turnstile::Locked { .. } => 0,
                Gate__Turnstile::Open { .. } => 1,
                Gate__Turnstile::Jammed { .. } => 2,
                _ => 0,
            }
        }
        fn initial(&self) -> Gate {
            #[allow(clippy::all)] return Gate__Turnstile::Locked;
        }
        #[inline(always)]
        fn topology(&self) -> &'static ::steadfast::__private::Topology {
            const TOPOLOGY: &::steadfast::__private::Topology = {
                const NODES: &[::steadfast::__private::Node] = &[
                    ::steadfast::__private::Node::state("Locked", 1),
                    ::steadfast::__private::Node::state("Open", 2),
                    ::steadfast::__private::Node::terminal("Jammed", 3),
                ];
                &::steadfast::__private::Topology::new(NODES)
            };
            TOPOLOGY
        }
    }
};
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
impl<__Asked> ::steadfast::__private::Declaration<__Asked> for Turnstile {
    const HEAD: ::steadfast::graph::Graph = ::steadfast::graph::Graph::new(
            "Turnstile",
            "Locked",
        )
        .doc("One pays, one goes through.");
    const STATES: &'static [::steadfast::graph::StateInfo] = &[
        ::steadfast::graph::StateInfo::new("Locked"),
        ::steadfast::graph::StateInfo::new("Open"),
        ::steadfast::graph::StateInfo::new("Jammed").terminal(),
    ];
    const ARMS: &'static [::steadfast::__private::Arm] = {
        use ::steadfast::__private::Arm as __Arm;
        &[
            __Arm::of("Locked", &["Coin"]).to("Open").by("Open { paid: context.fare }"),
            __Arm::of("Locked", &["Push"]).actions(&["Ring"]),
            __Arm::of("Open", &["Push"]).to("Locked"),
            __Arm::of("Open", &["Coin"]).to("Jammed").by("Jammed(*paid)"),
        ]
    };
    const EDGES: &'static [::steadfast::graph::Edge] = &::steadfast::__private::Arm::edges::<
        4,
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
impl ::steadfast::Machine for Turnstile {
    type State = Gate;
    type Event = Hand;
    type Context = Hall;
    type Action = Effect;
    fn rules() -> impl ::steadfast::__private::RulesOf<Self> {
        Turnstile
    }
    fn exhaustive() {
        let _ = |__value: (Gate,)| match __value.0 {
            Gate__Turnstile::Locked { .. } => {}
            Gate__Turnstile::Open { .. } => {}
            Gate__Turnstile::Jammed { .. } => {}
            _ if false => {}
        };
        let _ = |__value: (Hand,)| match __value.0 {
            Hand__Turnstile::Coin { .. } | Hand__Turnstile::Push { .. } => {}
            _ if false => {}
        };
        let _ = |__value: (Hand,)| match __value.0 {
            Hand__Turnstile::Push { .. } | Hand__Turnstile::Coin { .. } => {}
            _ if false => {}
        };
    }
}
