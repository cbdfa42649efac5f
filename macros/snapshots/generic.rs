struct BatchMachine<T: Clone + Debug, const LIMIT: usize>(
    ::core::marker::PhantomData<fn() -> (T,)>,
)
where
    T: Send + Sync;
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
        let ::core::option::Option::Some(__state) = __slot.get_mut() else {
            return ::steadfast::__private::Decision::Lost;
        };
        let __input = match __state {
            Batch::<T>::Filling { items } => {
                match __input {
                    ::steadfast::__private::Input::Event(
                        Input::<T>::Item(item),
                    ) if {
                        let items = &*items;
                        items.len() >= LIMIT
                    } => {
                        return ::steadfast::__private::Decision::Go(
                            Batch::<
                                T,
                            >::Flushing({
                                let mut items = std::mem::take(items);
                                items.push(item);
                                items
                            }),
                        );
                    }
                    ::steadfast::__private::Input::Event(Input::<T>::Item(item)) => {
                        let __new0 = with(std::mem::take(items), item);
                        if let Batch::<T>::Filling { items: __old0, .. } = __state {
                            *__old0 = __new0;
                        }
                        return ::steadfast::__private::Decision::Assigned;
                    }
                    ::steadfast::__private::Input::Event(Input::<T>::Flushed { .. }) => {
                        return ::steadfast::__private::Decision::Reject(__input);
                    }
                    __input => __input,
                }
            }
            Batch::<T>::Flushing(items) => {
                match __input {
                    ::steadfast::__private::Input::Event(Input::<T>::Item(_)) => {
                        return ::steadfast::__private::Decision::Postpone(__input);
                    }
                    ::steadfast::__private::Input::Event(Input::<T>::Flushed { .. }) => {
                        ::steadfast::__private::leave_for_move(
                            self,
                            __slot,
                            1,
                            0,
                            __context,
                            __actions,
                        );
                        let ::core::option::Option::Some(Batch::<T>::Flushing(items)) = __slot
                            .take() else {
                            return ::steadfast::__private::Decision::Lost;
                        };
                        let __next = Batch::<T>::Filling { items };
                        return ::steadfast::__private::Decision::Moved(__next);
                    }
                    __input => __input,
                }
            }
            Batch::<T>::Broken { .. } => __input,
            _ => __input,
        };
        let __input = {
            match __input {
                ::steadfast::__private::Input::Event(Input::<T>::Error(text)) => {
                    return ::steadfast::__private::Decision::Go(
                        Batch::<T>::Broken(text),
                    );
                }
                __input => __input,
            }
        };
        ::steadfast::__private::Decision::Unhandled(__input)
    }
    fn exit(
        &mut self,
        __node: ::core::primitive::u16,
        __state: &Batch<T>,
        __context: &Store<T, LIMIT>,
        __actions: &mut ::std::vec::Vec<Output<T>>,
    ) {}
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
                        __actions.push(Output::<T>::Write(items.clone()));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    fn clock(
        &mut self,
        __number: ::core::primitive::u16,
        __state: &Batch<T>,
        __context: &Store<T, LIMIT>,
    ) -> ::core::time::Duration {
        ::core::time::Duration::MAX
    }
    fn task(
        &mut self,
        __node: ::core::primitive::u16,
        __state: &Batch<T>,
        __context: &Store<T, LIMIT>,
    ) -> ::core::option::Option<::steadfast::__private::BoxFuture<'static, Input<T>>> {
        ::core::option::Option::None
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
    fn is_error(&self, __event: &Input<T>) -> ::core::primitive::bool {
        ::core::matches!(__event, Input::Error { .. })
    }
    #[inline(always)]
    fn topology(&self) -> &'static ::steadfast::__private::Topology {
        const TOPOLOGY: &::steadfast::__private::Topology = &::steadfast::__private::Topology {
            nodes: &[
                ::steadfast::__private::Node {
                    name: "Filling",
                    kind: ::steadfast::__private::NodeKind::State,
                    parent: ::steadfast::__private::TOP,
                    end: 1,
                    policy: ::steadfast::ExternalEventMode::Block,
                    unhandled: ::steadfast::__private::Unhandled::Inherit,
                    task: false,
                },
                ::steadfast::__private::Node {
                    name: "Flushing",
                    kind: ::steadfast::__private::NodeKind::State,
                    parent: ::steadfast::__private::TOP,
                    end: 2,
                    policy: ::steadfast::ExternalEventMode::Poll,
                    unhandled: ::steadfast::__private::Unhandled::Inherit,
                    task: false,
                },
                ::steadfast::__private::Node {
                    name: "Broken",
                    kind: ::steadfast::__private::NodeKind::Failure,
                    parent: ::steadfast::__private::TOP,
                    end: 3,
                    policy: ::steadfast::ExternalEventMode::Block,
                    unhandled: ::steadfast::__private::Unhandled::Inherit,
                    task: false,
                },
            ],
            clocks: &[],
            unhandled: ::steadfast::__private::Unhandled::Inherit,
            hooks: true,
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
    fn initial() -> Batch<T> {
        Batch::<T>::Filling {
            items: Vec::new(),
        }
    }
    fn rules() -> impl ::steadfast::__private::Rules<
        Batch<T>,
        Input<T>,
        Store<T, LIMIT>,
        Output<T>,
    > + ::core::marker::Send + 'static {
        Self(::core::marker::PhantomData)
    }
    const GRAPH: ::steadfast::Graph = {
        const STATES: &[::steadfast::StateInfo] = &[
            ::steadfast::StateInfo {
                name: "Filling",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Flushing",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Poll,
                terminal: false,
                failure: false,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
            ::steadfast::StateInfo {
                name: "Broken",
                doc: "",
                policy: ::steadfast::ExternalEventMode::Block,
                terminal: true,
                failure: true,
                superstate: ::core::option::Option::None,
                #[cfg(not(any()))]
                timeout: ::core::option::Option::None,
            },
        ];
        const SUPERSTATES: &[::steadfast::SuperstateInfo] = &[];
        const EDGES: &[::steadfast::Edge] = &[
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Filling"),
                to: ::core::option::Option::Some("Flushing"),
                trigger: "Item",
                guard: ::core::option::Option::Some("items.len() >= LIMIT"),
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Filling"),
                to: ::core::option::Option::None,
                trigger: "Item",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Assign,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Filling"),
                to: ::core::option::Option::None,
                trigger: "Flushed",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Reject,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Flushing"),
                to: ::core::option::Option::None,
                trigger: "Item",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Postpone,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::Some("Flushing"),
                to: ::core::option::Option::Some("Filling"),
                trigger: "Flushed",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
            ::steadfast::Edge {
                from: ::core::option::Option::None,
                to: ::core::option::Option::Some("Broken"),
                trigger: "Error",
                guard: ::core::option::Option::None,
                actions: &[],
                kind: ::steadfast::EdgeKind::Go,
            },
        ];
        ::steadfast::Graph::new(
            "BatchMachine",
            "",
            STATES,
            SUPERSTATES,
            EDGES,
            "Filling",
            ::core::option::Option::Some("Error"),
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
        let _ = |__value: Batch<T>| match __value {
            Batch::<T>::Filling { .. } => {}
            Batch::<T>::Flushing { .. } => {}
            Batch::<T>::Broken { .. } => {}
            _ if false => {}
        };
        let _ = |__value: Input<T>| match __value {
            Input::<T>::Item(item) => {}
            Input::<T>::Flushed { .. } => {}
            Input::<T>::Error(text) => {}
            _ if false => {}
        };
        let _ = |__value: Input<T>| match __value {
            Input::<T>::Item(_) => {}
            Input::<T>::Flushed { .. } => {}
            Input::<T>::Error(text) => {}
            _ if false => {}
        };
    }
}
///What [`BatchMachine`] does in each state that works.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does no work for `BatchMachine`",
    label = "it lacks `impl BatchWork for {Self}`",
    note = "an async method for each state that works: `flushing`"
)]
trait BatchWork<T: Clone + Debug, const LIMIT: usize>: ::core::marker::Send
where
    T: Send + Sync,
    T: 'static,
{
    /// Works in state `Flushing`, with policy Poll: events from outside are looked for before each call.
    fn flushing(
        &mut self,
        state: &Batch<T>,
        context: &mut Store<T, LIMIT>,
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Input<T>>,
    > + ::core::marker::Send;
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
