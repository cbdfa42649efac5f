//! What generated code tells rustc and an editor apart by: rust-analyzer sets `cfg(rust_analyzer)` for
//! the crates that it has open. The `cfg`s stand here, under an `allow`, so that no crate of a user's
//! is told that it does not know them; they are evaluated where the macros are called.
//!
//! `whole` and `draft` have names of one length: what follows stands at the same place in both.

/// What both see. What rustc finds wrong with its syntax is then one error there, and what stands
/// around it is read on.
#[doc(hidden)]
#[macro_export]
macro_rules! __whole {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Items for the editor.
#[doc(hidden)]
#[macro_export]
macro_rules! __draft {
    ($($tokens:tt)*) => {
        #[allow(unexpected_cfgs)]
        const _: () = {
            #[cfg(rust_analyzer)]
            $crate::__whole! { $($tokens)* }
        };
    };
}

/// Items for rustc, where those for the editor are others.
#[doc(hidden)]
#[macro_export]
macro_rules! __rest {
    ($($tokens:tt)*) => {
        #[allow(unexpected_cfgs)]
        const _: () = {
            #[cfg(not(rust_analyzer))]
            $crate::__whole! { $($tokens)* }
        };
    };
}

/// An expression for the editor, of any type for rustc.
#[doc(hidden)]
#[macro_export]
macro_rules! __draft_value {
    ($($tokens:tt)*) => {
        #[allow(unexpected_cfgs)]
        {
            #[cfg(rust_analyzer)]
            {
                $crate::__whole! { $($tokens)* }
            }
            #[cfg(not(rust_analyzer))]
            {
                ::core::unreachable!()
            }
        }
    };
}
