#[cfg_attr(
    doc,
    doc = "The state machine `BatchMachine`.\n\n# Transitions\n\n| in | on | if | then | do |\n|---|---|---|---|---|\n| `Filling` (initial) | `Item(item)` | `items.len() >= LIMIT` | `Flushing({ let mut items = std::mem::take(items); items.push(item); items })` | |\n| `Filling` (initial) | `Item(item)` | | `stay { items: with(std::mem::take(items), item) }` | |\n| `Filling` (initial) | `Flushed` | | reject | |\n| `Flushing` (Poll) | *entry* | | | `Write(items.clone())` |\n| `Flushing` (Poll) | `Item(_)` | | postpone | |\n| `Flushing` (Poll) | `Flushed` | | `move Filling { items }` | |\n| `Broken` | | | the machine ends here, failed | |\n| any state | `Error(text)` | | `Broken(text)` | |\n| the machine | *error* | | `Error` | |\n\n# Diagram\n\n"
)]
#[cfg_attr(doc, doc = "```mermaid")]
#[cfg_attr(
    doc,
    doc = "stateDiagram-v2\n    state \"any state\" as any__ {\n        [*] --> Filling\n        state \"Filling\" as Filling\n        Filling : Item(item) / stay { items∶\n        Filling : with(std∶∶mem∶∶take(items), item) }\n        Filling : Flushed / reject\n        state \"Flushing\" as Flushing\n        Flushing : Poll\n        Flushing : entry / Write(items.clone())\n        Flushing : Item / postpone\n    }\n    Broken\n    Broken --> [*]\n    Filling --> Flushing : Item(item)<br/>[items.len() >= LIMIT]\n    Flushing --> Filling : Flushed\n    any__ --> Broken : Error(text)\n    classDef poll stroke-width:2px\n    classDef failure stroke:#c62828,stroke-width:2px\n    class Flushing poll\n    class Broken failure"
)]
#[cfg_attr(doc, doc = "```")]
struct BatchMachine<T: Clone + Debug, const LIMIT: usize>(
    ::core::marker::PhantomData<fn() -> (T,)>,
)
where
    T: Send + Sync;
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
    impl<
        T: Clone + Debug,
        const LIMIT: usize,
    > ::steadfast::__private::Rules<Batch<T>, Input<T>, Store<T, LIMIT>, Output<T>>
    for BatchMachine<T, LIMIT>
    where
        T: Send + Sync,
        T: 'static,
    {
        #[inline(always)]
        fn decide(
            &mut self,
            __slot: &mut ::steadfast::Slot<Batch<T>>,
            __node: ::core::primitive::u16,
            __input: ::steadfast::__private::Input<Input<T>>,
            __context: &Store<T, LIMIT>,
            __actions: &mut ::std::vec::Vec<Output<T>>,
        ) -> ::steadfast::__private::Decision<Batch<T>, Input<T>> {
            use ::steadfast::__private::{Decision as __Decision, Input as __Input};
            let ::core::option::Option::Some(__state) = __slot.get_mut() else {
                return __Decision::Lost;
            };
            let __input = match __state {
                Batch::<T>::Filling { items } => {
                    match __input {
                        __Input::Event(
                            Input::<T>::Item(item),
                        ) if {
                            let items = &*items;
                            items.len() >= LIMIT
                        } => {
                            return __Decision::Go(
                                Batch::<
                                    T,
                                >::Flushing({
                                    let mut items = std::mem::take(items);
                                    items.push(item);
                                    items
                                }),
                            );
                        }
                        __Input::Event(Input::<T>::Item(item)) => {
                            let __new0 = with(std::mem::take(items), item);
                            if let Batch::<T>::Filling { items: __old0, .. } = __state {
                                *__old0 = __new0;
                            }
                            return __Decision::Assigned;
                        }
                        __Input::Event(Input::<T>::Flushed { .. }) => {
                            return __Decision::Reject(__input);
                        }
                        __input => __input,
                    }
                }
                Batch::<T>::Flushing(items) => {
                    match __input {
                        __Input::Event(Input::<T>::Item(_)) => {
                            return __Decision::Postpone(__input);
                        }
                        __Input::Event(Input::<T>::Flushed { .. }) => {
                            ::steadfast::__private::leave_for_move(
                                self,
                                __slot,
                                1,
                                0,
                                __context,
                                __actions,
                            );
                            let ::core::option::Option::Some(
                                Batch::<T>::Flushing(items),
                            ) = __slot.take() else {
                                return __Decision::Lost;
                            };
                            let __next = Batch::<T>::Filling { items };
                            return __Decision::Moved(__next);
                        }
                        __input => __input,
                    }
                }
                Batch::<T>::Broken { .. } => __input,
                _ => __input,
            };
            let __input = {
                match __input {
                    __Input::Event(Input::<T>::Error(text)) => {
                        return __Decision::Go(Batch::<T>::Broken(text));
                    }
                    __input => __input,
                }
            };
            __Decision::Unhandled(__input)
        }
        fn entry(
            &mut self,
            __node: ::core::primitive::u16,
            __state: &Batch<T>,
            __context: &Store<T, LIMIT>,
            __actions: &mut ::std::vec::Vec<Output<T>>,
        ) {
            match __node {
                1 => {
                    match __state {
                        Batch::<T>::Flushing(items) => {
                            let __action: Output<T> = Output::<T>::Write(items.clone());
                            __actions.push(__action);
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        #[inline(always)]
        fn node(&self, __state: &Batch<T>) -> ::core::primitive::u16 {
            match __state {
                Batch::<T>::Filling { .. } => 0,
                Batch::<T>::Flushing { .. } => 1,
                Batch::<T>::Broken { .. } => 2,
                _ => 0,
            }
        }
        fn initial(&self) -> Batch<T> {
            #[allow(clippy::all)]
            return Batch::<T>::Filling {
                items: Vec::new(),
            };
        }
        fn is_error(&self, __event: &Input<T>) -> ::core::primitive::bool {
            ::core::matches!(__event, Input::Error { .. })
        }
        #[inline(always)]
        fn topology(&self) -> &'static ::steadfast::__private::Topology {
            const TOPOLOGY: &::steadfast::__private::Topology = {
                const NODES: &[::steadfast::__private::Node] = &[
                    ::steadfast::__private::Node::state("Filling", 1),
                    ::steadfast::__private::Node::state("Flushing", 2)
                        .mode(::steadfast::ExternalEventMode::Poll),
                    ::steadfast::__private::Node::failure("Broken", 3),
                ];
                &::steadfast::__private::Topology::new(NODES).with_hooks()
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
impl<
    T: Clone + Debug,
    const LIMIT: usize,
    __Asked,
> ::steadfast::__private::Declaration<__Asked> for BatchMachine<T, LIMIT>
where
    T: Send + Sync,
    T: 'static,
{
    const HEAD: ::steadfast::graph::Graph = ::steadfast::graph::Graph::new(
            "BatchMachine",
            "Filling",
        )
        .error("Error");
    const STATES: &'static [::steadfast::graph::StateInfo] = &[
        ::steadfast::graph::StateInfo::new("Filling"),
        ::steadfast::graph::StateInfo::new("Flushing")
            .entry(&["Write(items.clone())"])
            .mode(::steadfast::ExternalEventMode::Poll),
        ::steadfast::graph::StateInfo::new("Broken").failure(),
    ];
    const ARMS: &'static [::steadfast::__private::Arm] = {
        use ::steadfast::__private::Arm as __Arm;
        &[
            __Arm::of("Filling", &["Item(item)"])
                .to("Flushing")
                .by(
                    "Flushing({ let mut items = std::mem::take(items); items.push(item); items })",
                )
                .guard("items.len() >= LIMIT"),
            __Arm::of("Filling", &["Item(item)"])
                .assign("stay { items: with(std::mem::take(items), item) }"),
            __Arm::of("Filling", &["Flushed"]).reject(),
            __Arm::of("Flushing", &["Item(_)"]).postpone(),
            __Arm::of("Flushing", &["Flushed"])
                .to("Filling")
                .by("move Filling { items }"),
            __Arm::any(&["Error(text)"]).to("Broken").by("Broken(text)"),
        ]
    };
    const EDGES: &'static [::steadfast::graph::Edge] = &::steadfast::__private::Arm::edges::<
        6,
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
impl<T: Clone + Debug, const LIMIT: usize> ::steadfast::Machine
for BatchMachine<T, LIMIT>
where
    T: Send + Sync,
    T: 'static,
{
    type State = Batch<T>;
    type Event = Input<T>;
    type Context = Store<T, LIMIT>;
    type Action = Output<T>;
    fn rules() -> impl ::steadfast::__private::RulesOf<Self> {
        Self(::core::marker::PhantomData)
    }
    fn exhaustive() {
        let _ = |__value: (Batch<T>,)| match __value.0 {
            Batch::<T>::Filling { .. } => {}
            Batch::<T>::Flushing { .. } => {}
            Batch::<T>::Broken { .. } => {}
            _ if false => {}
        };
        let _ = |__value: (Input<T>,)| match __value.0 {
            Input::<T>::Item(..) | Input::<T>::Flushed { .. } => {}
            Input::<T>::Error(..) => {}
            _ if false => {}
        };
        let _ = |__value: (Input<T>,)| match __value.0 {
            Input::<T>::Item(..) | Input::<T>::Flushed { .. } => {}
            Input::<T>::Error(..) => {}
            _ if false => {}
        };
    }
}
///What [`BatchMachine`] does in each state that works.
trait BatchWork<T: Clone + Debug, const LIMIT: usize>: ::core::marker::Send
where
    T: Send + Sync,
    T: 'static,
{
    /// Works in state `Flushing`, with policy Poll: events from outside are looked for before each call.
    #[cfg_attr(
        doc,
        doc = "\n# Declared\n\n- `entry / Write(items.clone())`\n\n# What can happen\n\n- `Item(_)` → postpone\n- `Flushed` → `move Filling { items }`\n- `Error(text)` → `Broken(text)` (as in any state)"
    )]
    fn flushing(
        &mut self,
        state: &Batch<T>,
        context: &mut Store<T, LIMIT>,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Input<T>>,
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
impl<T: Clone + Debug, const LIMIT: usize> ::steadfast::__private::Supervised
for BatchMachine<T, LIMIT>
where
    T: Send + Sync,
    T: 'static,
{
    const CLOSED_IS_FAULT: ::core::primitive::bool = true;
    fn error_event(__fault: ::steadfast::Fault) -> Input<T> {
        ::steadfast::__private::error_event(Input::Error, __fault)
    }
    fn closed_event(__state: &Batch<T>) -> ::core::option::Option<Input<T>> {
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
impl<
    T: Clone + Debug,
    const LIMIT: usize,
    __Supervisor: BatchWork<T, LIMIT>,
> ::steadfast::__private::Drives<__Supervisor> for BatchMachine<T, LIMIT>
where
    T: Send + Sync,
    T: 'static,
    Batch<T>: ::core::marker::Send + ::core::marker::Sync,
    Store<T, LIMIT>: ::core::marker::Send,
    Input<T>: ::core::marker::Send,
{
    fn dispatch<'a>(
        __supervisor: &'a mut __Supervisor,
        __state: &'a Batch<T>,
        __context: &'a mut Store<T, LIMIT>,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Input<T>>,
    > + ::core::marker::Send + 'a {
        async move {
            match __state {
                Batch::<T>::Flushing { .. } => {
                    BatchWork::flushing(__supervisor, __state, __context).await
                }
                _ => ::steadfast::__private::nothing_to_dispatch::<Self>(__state),
            }
        }
    }
}
