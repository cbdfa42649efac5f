//! Holds: a public machine in a library that denies every lint group of rustc and most single lints
#![deny(
    warnings,
    unused,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    let_underscore,
    keyword_idents,
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    closure_returning_async_block,
    deprecated_in_future,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    impl_trait_redundant_captures,
    let_underscore_drop,
    meta_variable_misuse,
    missing_abi,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![forbid(unsafe_code)]

use steadfast::prelude::*;

/// A library's public face.
pub mod doors {
    use std::fmt::Debug;
    use std::time::Duration;

    use steadfast::prelude::*;

    /// Where a door is.
    #[derive(Clone, Debug, StateVariant)]
    pub enum Door<T> {
        /// It is open.
        Open {
            /// How often it was pulled.
            pulls: u32,
        },
        /// It is closed.
        Closed(T),
        /// It is no more.
        Gone,
    }

    /// What a hand does.
    #[derive(Debug, EventVariant)]
    pub enum Hand<T> {
        /// Push it.
        Push(T),
        /// Pull it.
        Pull,
        /// Leave.
        Leave,
        /// Something failed.
        Error(Fault),
    }

    /// What is heard.
    #[derive(Clone, Copy, Debug)]
    pub enum Sound {
        /// A creak.
        Creak,
    }

    /// Where the door hangs.
    #[derive(Clone, Copy, Debug)]
    pub struct House {
        /// How long it waits.
        pub patience: Duration,
    }

    fsm! {
        /// A door's life.
        #[derive(Debug)]
        pub struct DoorMachine<T: Clone + Debug + Default + Send + Sync>;
        /// A door's work.
        pub trait DoorWork;
        state: Door<T>;
        event: Hand<T>;
        context: House;
        action: Sound;
        initial: Closed(T::default());
        error: Hand::Error;
        closed: Hand::Leave;
        stop: Hand::Leave;

        superstate Whole {
            on_exit do [Creak];
            state Closed(_) { on Pull => Open { pulls: 1 }; on Push(_) => stay; }
            state Open { pulls }: Race {
                on_entry do [Creak];
                task std::future::pending::<Hand<T>>();
                timeout context.patience;
                every context.patience => stay do [Creak];
                on timeout if *pulls > 2 => Closed(T::default());
                on timeout => stay;
                on Push(thing) => Closed(thing);
                on Pull => stay { pulls: *pulls + 1 };
            }
        }
        any { on Error(_) => Closed(T::default()); on Leave => Gone; }
        terminal state Gone;
    }

    /// Who opens.
    #[supervisor(DoorMachine<T>)]
    #[derive(Debug, Default)]
    pub struct Porter<T: Clone + Debug + Default + Send + Sync> {
        last: Option<T>,
    }

    impl<T: Clone + Debug + Default + Send + Sync + 'static> DoorWork<T> for Porter<T> {
        async fn open(&mut self, state: &Door<T>, _: &mut House) -> Next<Hand<T>> {
            if let Door::Closed(thing) = state {
                self.last = Some(thing.clone());
            }
            Ok(next::again())
        }
    }

    impl Execute<Sound> for House {
        async fn execute(&mut self, Sound::Creak: Sound) -> Result<(), BoxError> {
            Ok(())
        }
    }
}

fn main() {
    let _spawn = doors::Porter::<u32>::spawn;
    assert_eq!(doors::DoorMachine::<u32>::GRAPH.states.len(), 3);
}
