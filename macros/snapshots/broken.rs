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
    "there is a `task` already, above: keep one of the two"
}
::core::compile_error! {
    "`Kick` has this arm already, above: remove one of the two"
}
struct DoorMachine;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __DoorMachine_state = Door;
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
type __DoorMachine_event = Hand;
#[automatically_derived]
impl ::steadfast::Machine for DoorMachine {
    type State = Door;
    type Event = Hand;
    type Context = ();
    type Action = ::steadfast::NoAction;
    const GRAPH: ::steadfast::Graph = ::steadfast::Graph::new(
        "DoorMachine",
        "",
        &[],
        &[],
        &[],
        "",
        ::core::option::Option::None,
    );
    fn initial() -> Door {
        ::core::unreachable!()
    }
    fn rules() -> impl ::steadfast::__private::Rules<
        Door,
        Hand,
        (),
        ::steadfast::NoAction,
    > + ::core::marker::Send + 'static {
        ::steadfast::__private::Broken
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
    #[allow(unused_variables)]
    fn exhaustive() {
        let _ = |__value: Hand| match __value {
            __DoorMachine_event::Pull { .. } => {}
            __DoorMachine_event::Push { .. } => {}
            __DoorMachine_event::Kick { .. } => {}
            __DoorMachine_event::Kick { .. } => {}
            __DoorMachine_event::Kick { .. } => {}
            __DoorMachine_event::Error(_) => {}
            _ if false => {}
        };
        let _ = |__value: Hand| match __value {
            __DoorMachine_event::Push { .. } => {}
            __DoorMachine_event::Pull { .. } => {}
            __DoorMachine_event::Kick { .. } => {}
            __DoorMachine_event::Kick { .. } => {}
            __DoorMachine_event::Error(_) => {}
            _ if false => {}
        };
        let _ = |__value: Hand| match __value {
            __DoorMachine_event::Push { .. } => {}
            __DoorMachine_event::Pull { .. } => {}
            __DoorMachine_event::Kick { .. } => {}
            __DoorMachine_event::Error(_) => {}
            _ if false => {}
        };
    }
}
///What [`DoorMachine`] does in each state that works.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does no work for `DoorMachine`",
    label = "it lacks `impl DoorWork for {Self}`",
    note = "an async method for each state that works: `open`, `locked`"
)]
trait DoorWork: ::core::marker::Send {
    /// Works in state `Open`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.
    fn open(
        &mut self,
        state: &Door,
        context: &mut (),
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Hand>,
    > + ::core::marker::Send;
    /// Works in state `Locked`, with policy Race: dropped and called anew whenever anything else comes first, so progress belongs in `self`.
    fn locked(
        &mut self,
        state: &Door,
        context: &mut (),
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Hand>,
    > + ::core::marker::Send;
}
#[automatically_derived]
impl ::steadfast::__private::Supervised for DoorMachine {
    const CLOSED_IS_FAULT: ::core::primitive::bool = false;
    fn error_event(_: ::steadfast::Fault) -> Hand {
        ::core::unreachable!()
    }
    fn closed_event(_: &Door) -> ::core::option::Option<Hand> {
        ::core::option::Option::None
    }
}
#[automatically_derived]
impl<__Supervisor: DoorWork> ::steadfast::__private::Drives<__Supervisor>
for DoorMachine {
    fn dispatch<'a>(
        _: &'a mut __Supervisor,
        _: &'a Door,
        _: &'a mut (),
    ) -> impl ::core::future::Future<
        Output = ::steadfast::Next<Hand>,
    > + ::core::marker::Send + 'a {
        ::core::future::pending()
    }
}
