//! What can go wrong, as rows of the documentation's page, each with the tests that hold it.

/// One thing that can go wrong, in the words of the page.
pub struct Row {
    pub fault: &'static str,
    /// What the machine is told.
    pub told: &'static str,
    /// What the owner sees.
    pub seen: &'static str,
    /// The tests, behind the name of their file.
    pub tests: &'static [&'static str],
}

/// Declares the rows of a file. Each names the functions of the same file that hold it and take a
/// `Kit`; each of those is tried on components written in every way, by `both` on a paused clock and
/// on many threads, by `paused` where it speaks of time and so needs the paused clock. What begins
/// with `handwritten_` is about what only a hand-written component can do.
macro_rules! rows {
    ($(
        $fault:literal {
            told: $told:literal,
            seen: $seen:literal,
            $($how:ident $test:ident;)+
        }
    )*) => {
        pub const ROWS: &[$crate::rows::Row] = &[$(
            $crate::rows::Row {
                fault: $fault,
                told: $told,
                seen: $seen,
                tests: &[$(concat!(module_path!(), "::", stringify!($test))),+],
            },
        )*];

        $($($crate::rows::tests! { $how $test })+)*
    };
}

/// The tests of one function: modules and functions have names of their own, so both can have its.
macro_rules! tests {
    (both $fault:ident) => {
        $crate::rows::tests! { $fault:
            generated_self GeneratedSelf on_one_thread,
            generated_handler GeneratedHandler on_one_thread,
            handwritten_self HandwrittenSelf on_one_thread,
            handwritten_handler HandwrittenHandler on_one_thread,
            generated_self_on_many_threads GeneratedSelf on_many_threads,
            generated_handler_on_many_threads GeneratedHandler on_many_threads,
            handwritten_self_on_many_threads HandwrittenSelf on_many_threads,
            handwritten_handler_on_many_threads HandwrittenHandler on_many_threads,
        }
    };
    (paused $fault:ident) => {
        $crate::rows::tests! { $fault:
            generated_self GeneratedSelf on_one_thread,
            generated_handler GeneratedHandler on_one_thread,
            handwritten_self HandwrittenSelf on_one_thread,
            handwritten_handler HandwrittenHandler on_one_thread,
        }
    };
    (handwritten $fault:ident) => {
        $crate::rows::tests! { $fault:
            handwritten_self HandwrittenSelf on_one_thread,
            handwritten_handler HandwrittenHandler on_one_thread,
            handwritten_self_on_many_threads HandwrittenSelf on_many_threads,
            handwritten_handler_on_many_threads HandwrittenHandler on_many_threads,
        }
    };
    (once $fault:ident) => {};
    ($fault:ident: $($name:ident $way:ident $threads:ident,)*) => {
        mod $fault {
            $(
                #[test]
                fn $name() {
                    let way = $crate::kit::Way::$way;
                    $crate::kit::$threads(way, super::$fault);
                }
            )*
        }
    };
}

pub(crate) use {rows, tests};
