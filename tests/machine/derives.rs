//! `#[derive(StateVariant)]` and `#[derive(EventVariant)]`.

use std::borrow::Cow;
use std::fmt::Debug;

use steadfast::{EventVariant, StateVariant};

#[derive(StateVariant, EventVariant)]
#[allow(dead_code, non_camel_case_types)]
enum Every<'a, T: Debug, const N: usize>
where
    T: Clone,
{
    Unit,
    Tuple(T, [u8; N]),
    Empty(),
    Struct {
        name: Cow<'a, str>,
    },
    NoFields {},
    r#type,
    #[cfg(any())]
    Away,
    #[doc(hidden)]
    Last(Vec<Option<T>>),
}

type Some3<'a> = Every<'a, u8, 3>;

fn all<'a>() -> Vec<(Some3<'a>, &'static str)> {
    vec![
        (Every::Unit, "Unit"),
        (Every::Tuple(1, [1, 2, 3]), "Tuple"),
        (Every::Empty(), "Empty"),
        (Every::Struct { name: "a".into() }, "Struct"),
        (Every::NoFields {}, "NoFields"),
        (Every::r#type, "type"),
        (Every::Last(vec![None]), "Last"),
    ]
}

#[test]
fn variant_name_is_the_name_as_declared_without_payload() {
    for (value, name) in all() {
        assert_eq!(StateVariant::variant_name(&value), name);
        assert_eq!(EventVariant::variant_name(&value), name);
    }
}

#[test]
fn the_name_outlives_the_value() {
    let name: &'static str = {
        let text = String::from("short-lived");
        let value: Some3<'_> = Every::Struct {
            name: text.as_str().into(),
        };
        StateVariant::variant_name(&value)
    };
    assert_eq!(name, "Struct");
}

#[test]
fn parameters_need_none_of_the_derived_traits() {
    struct Nothing;

    #[derive(StateVariant)]
    enum Holder<T> {
        Held(#[allow(dead_code)] T),
    }
    #[derive(EventVariant)]
    enum Boxed<T: ?Sized> {
        Inside(#[allow(dead_code)] Box<T>),
    }

    assert_eq!(Holder::Held(Nothing).variant_name(), "Held");
    assert_eq!(
        Boxed::Inside(Box::<str>::from("a")).variant_name(),
        "Inside"
    );
}

#[test]
fn an_enum_without_variants_has_no_names_to_give_and_still_compiles() {
    #[derive(StateVariant, EventVariant)]
    enum Never {}

    fn name(never: &Never) -> &'static str {
        StateVariant::variant_name(never)
    }
    assert!(std::mem::size_of_val(&name) == 0);
}

#[test]
fn one_enum_may_be_states_of_one_machine_and_events_of_another() {
    use steadfast::prelude::*;

    use super::fixture::ready;

    #[derive(Debug, PartialEq, StateVariant, EventVariant)]
    enum Light {
        Red,
        Green,
    }

    fsm! {
        struct LightMachine;
        state: Light;
        event: Light;
        context: ();
        initial: Red;
        state Red { on Green => Green; on Red => stay; }
        state Green { on Red => Red; on Green => stay; }
    }
    let mut light = LightMachine::start(&(), &mut Vec::new());
    ready(light.handle(Light::Green, &mut ())).unwrap();
    assert_eq!(light.state(), &Light::Green);
}
