//! Holds: a private machine, private all through, under every lint group of rustc and most single lints
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

mod doors {
    use std::time::Duration;

    use steadfast::prelude::*;

    #[derive(Clone, Debug, StateVariant)]
    enum Door {
        Open { pulls: u32 },
        Closed,
        Gone,
    }

    #[derive(Debug, EventVariant)]
    enum Hand {
        Push,
        Pull,
        Leave,
        Error(String),
    }

    #[derive(Clone, Copy, Debug)]
    enum Sound {
        Creak,
    }

    #[derive(Clone, Copy, Debug)]
    struct House {
        patience: Duration,
    }

    fsm! {
        struct DoorMachine;
        trait DoorWork;
        state: Door;
        event: Hand;
        context: House;
        action: Sound;
        initial: Closed;
        error: Hand::Error;
        stop: Hand::Leave;

        state Closed { on Pull => Open { pulls: 1 }; on Push => stay; }
        state Open { pulls }: Race {
            on_entry do [Creak];
            timeout context.patience => Closed;
            on Push => Closed;
            on Pull => stay { pulls: *pulls + 1 };
        }
        any { on Error(_) => Closed; on Leave => Gone; }
        terminal state Gone;
    }

    #[supervisor(DoorMachine)]
    #[derive(Clone, Copy, Debug)]
    struct Porter;

    impl DoorWork for Porter {
        async fn open(&mut self, _: &Door, _: &mut House) -> Next<Hand> {
            Ok(next::emit(Hand::Push))
        }
    }

    impl Execute<Sound> for House {
        async fn execute(&mut self, Sound::Creak: Sound) -> Result<(), BoxError> {
            Ok(())
        }
    }

    pub(super) async fn open() -> Result<(), SendError<()>> {
        let patience = Duration::from_secs(1);
        let porter = Porter.spawn(House { patience });
        drop(porter.send(Hand::Pull).await);
        porter.stop();
        drop(porter.join().await);
        Ok(())
    }
}

fn main() {
    drop(doors::open());
}
