fn machine() {
    {
        const __TOPOLOGY: &::steadfast::__private::Topology = {
            const NODES: &[::steadfast::__private::Node] = &[
                ::steadfast::__private::Node::state("Closed", 1),
                ::steadfast::__private::Node::state("Open", 2),
                ::steadfast::__private::Node::terminal("Gone", 3),
                ::steadfast::__private::Node::state("", 4),
            ];
            &::steadfast::__private::Topology::new(NODES)
                .with_clocks(&[::steadfast::__private::Clock::Timeout(0)])
                .with_unhandled(::steadfast::__private::Unhandled::Closure(0))
                .with_hooks()
                .with_closures()
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
        let __machine = ::steadfast::__private::machine::<
            Door,
            Hand,
            u32,
            Sound,
            _,
            _,
            _,
            _,
            _,
            _,
        >(
            start,
            __TOPOLOGY,
            |__state| match __state {
                Door::Closed { .. } => 0,
                Door::Open { .. } => 1,
                Door::Gone { .. } => 2,
                _ => 3,
            },
            move |__slot, __node, __input, __context, __actions| {
                use ::steadfast::__private::{Decision as __Decision, Input as __Input};
                let context = __context;
                let ::core::option::Option::Some(__state) = __slot.get_mut() else {
                    return __Decision::Lost;
                };
                let __input = match __state {
                    Door::Closed { .. } => {
                        match __input {
                            __Input::Event(Hand::Pull { .. }) => {
                                return __Decision::Call(0, __input);
                            }
                            __Input::Timeout => {
                                return __Decision::Call(1, __input);
                            }
                            __input => __input,
                        }
                    }
                    Door::Open { pulls } => {
                        match __input {
                            __Input::Event(
                                Hand::Push { .. },
                            ) if {
                                let pulls = &*pulls;
                                *pulls > *context
                            } => {
                                let __new0 = *pulls - 1;
                                if let Door::Open { pulls: __old0, .. } = __state {
                                    *__old0 = __new0;
                                }
                                return __Decision::Assigned;
                            }
                            __Input::Event(Hand::Push { .. }) => {
                                let __next: Door = Door::Closed;
                                let __action: Sound = Sound::Creak;
                                __actions.push(__action);
                                return __Decision::Go(__next);
                            }
                            __input => __input,
                        }
                    }
                    Door::Gone { .. } => __input,
                    _ => __input,
                };
                __Decision::Unhandled(__input)
            },
            move |__node, __state, __context, __actions| {
                match __node {
                    1 => {
                        let __action: Sound = Sound::Creak;
                        __actions.push(__action);
                    }
                    _ => {}
                }
            },
            move |__node, __state, __context, __actions| {},
            move |__number, __state, __context| {
                match __number {
                    0 => {
                        let __time: ::core::time::Duration = Duration::from_secs(1);
                        __time
                    }
                    _ => ::core::time::Duration::MAX,
                }
            },
            move |__node, __state, __context| { ::core::option::Option::None },
            ::steadfast::__private::UserClosures::<Door, Hand, u32, Sound>::new()
                .arm(
                    0,
                    move |_state: &Door, _event: &Hand, context: &mut u32| {
                        *context += 1;
                        let pulls = *context;
                        Box::pin(async move {
                            Ok(Transition {
                                next_state: Door::Open { pulls },
                                actions: vec![],
                            })
                        })
                    },
                )
                .clock(
                    1,
                    |_state: &Door, _context: &mut u32| {
                        Box::pin(async move {
                            Ok(Transition {
                                next_state: Door::Gone,
                                actions: vec![],
                            })
                        })
                    },
                )
                .entry(
                    0,
                    move |_state: &Door, _context: &mut u32| {
                        entered.fetch_add(1, Ordering::Relaxed);
                        Box::pin(async move { Ok(vec![Sound::Creak]) })
                    },
                )
                .unhandled(
                    0,
                    |_state: &Door, _event: &Hand, _context: &mut u32| {
                        Box::pin(async move { Ok(()) })
                    },
                ),
        );
        __machine
    }
}
