//! The rules that the cases under `fail/` hold, each with who keeps it.

use Keeper::{Check, Module, Rustc};

/// Who refuses a machine that breaks a rule.
#[derive(Clone, Copy)]
pub enum Keeper {
    /// A function of the rulebook, `macros/src/check`.
    Check(&'static str),
    /// A module of the macros that refuses what it cannot read.
    Module(&'static str),
    /// The compiler, by an error at the user's token.
    Rustc,
}

impl Keeper {
    /// How the table names it; rustc by the code of one of these errors.
    pub fn name(self, errors: &[String]) -> String {
        match self {
            Check(name) | Module(name) => format!("`{name}`"),
            Rustc => {
                let code = errors.iter().find_map(|error| {
                    let (code, _) = error.strip_prefix("error[")?.split_once(']')?;
                    Some(code)
                });
                code.map_or("rustc".to_owned(), |code| format!("rustc {code}"))
            }
        }
    }
}

const PARSE: Keeper = Module("parse");
const SUPERVISOR: Keeper = Module("supervisor");
const VARIANTS: Keeper = Module("variants");

/// What the design promises not to compile, in its words and its order.
pub const PROMISED: &[(&str, Keeper)] = &[
    ("unknown target", Check("check_targets")),
    ("duplicate arm", Check("check_arms_apart")),
    ("shadowed arm", Check("check_arms_apart")),
    ("duplicate state block", Check("check_states_declared_once")),
    ("missing state block", Rustc),
    ("missing (state, event) pair", Rustc),
    ("hole left by a refutable payload", Rustc),
    (
        "hole left by guards without a fall-back",
        Check("check_fallbacks"),
    ),
    ("unreachable state", Check("check_reachable")),
    (
        "dead end: nothing leaves the state",
        Check("check_ways_out"),
    ),
    (
        "dead end: no terminal state can be reached",
        Check("check_ways_out"),
    ),
    ("terminal state with arms", Check("check_terminal")),
    ("terminal state with a clock", Check("check_terminal")),
    ("terminal state with a task", Check("check_terminal")),
    ("terminal state with a policy", Check("check_terminal")),
    ("`initial` unknown", Check("check_initial")),
    ("`initial` terminal", Check("check_initial")),
    ("no route for the error event", Check("check_error_route")),
    (
        "`Block` state that nothing can leave",
        Check("check_ways_out"),
    ),
    ("`stay { .. }` with a field that the payload lacks", Rustc),
    ("`postpone` of the error event", Check("check_postpone")),
    ("`on timeout` without a clock", Check("check_timeout_arms")),
    ("clock without an outcome", Check("check_timeout_outcomes")),
    ("duplicate `timeout`", Check("check_given_once")),
    ("duplicate `task`", Check("check_given_once")),
    ("duplicate `on_entry`", Check("check_given_once")),
    ("duplicate `on_exit`", Check("check_given_once")),
    ("duplicate header", PARSE),
    ("duplicate `unhandled`", Check("check_given_once")),
    ("missing header", Check("check_required")),
    ("unknown header", PARSE),
    ("unknown policy", PARSE),
    (
        "state in two superstates",
        Check("check_states_declared_once"),
    ),
    ("malformed clause", PARSE),
    ("dispatch method missing", Rustc),
    (
        "two states with one method name",
        Check("check_method_names"),
    ),
    ("context without `Execute`", Rustc),
    ("context not `Send`", Rustc),
    ("state not `Send`", Rustc),
    ("event not `Send`", Rustc),
    ("error variant that cannot hold a `Fault`", Rustc),
    ("lifetime parameters of a machine", Check("check_generics")),
    ("lifetime parameters of a supervisor", SUPERVISOR),
    ("`#[supervisor]` on what is not a struct", SUPERVISOR),
    ("`#[supervisor]` with an unknown key", SUPERVISOR),
    ("`#[supervisor]` without its machine", SUPERVISOR),
];

/// What does not compile besides.
pub const FURTHER: &[(&str, Keeper)] = &[
    // Arms.
    (
        "actions without an `action:` header",
        Check("check_actions_declared"),
    ),
    ("action without its payload", Rustc),
    ("catch-all instead of an event", PARSE),
    ("closure in a named machine", Check("check_no_closures")),
    ("guard that changes what it looks at", Rustc),
    ("guard that takes what it looks at", Rustc),
    ("guard that is no condition", Rustc),
    ("`state` where the payload is bound", Rustc),
    ("`move` outside a state's own block", Check("check_move")),
    ("payload taken without `move`", Rustc),
    ("`postpone` of a timeout", Check("check_postpone")),
    ("`reject` with actions", Check("check_outcome_fits")),
    (
        "`reject` of the error event",
        Check("check_error_not_rejected"),
    ),
    ("`stay { .. }` with a value of another type", Rustc),
    (
        "`stay { .. }` outside a state's own block",
        Check("check_outcome_fits"),
    ),
    ("target without its payload", Check("check_payload_given")),
    ("target with a field that the payload lacks", Rustc),
    ("target with a payload of another type", Rustc),
    ("postponed event that is used up", Rustc),
    (
        "type for a name in an event's payload",
        Check("check_types_are_not_bound"),
    ),
    (
        "name that not every trigger of its arm binds",
        Check("check_alternatives_bind_alike"),
    ),
    ("name that the clause does not bind", Rustc),
    // Expressions, wherever they stand.
    (
        "`return`, `?` or `self` in an expression",
        Check("check_no_way_out"),
    ),
    (
        "expression that changes the context",
        Check("check_no_way_out"),
    ),
    ("operator without its operand", PARSE),
    // Clocks and tasks.
    ("`every` without an outcome", PARSE),
    ("clock that is no `Duration`", Rustc),
    ("task that borrows", Rustc),
    ("task that gives no event", Rustc),
    ("task with an outcome", PARSE),
    (
        "terminal state with `on_exit` or `unhandled`",
        Check("check_terminal"),
    ),
    // The expression form.
    ("closure that returns no boxed future", Rustc),
    ("closure with other parameters", Rustc),
    (
        "closure for an event and a clock",
        Check("check_outcome_fits"),
    ),
    (
        "header of a named machine in an expression",
        Check("check_item_only"),
    ),
    ("policy in an expression", Check("check_item_only")),
    (
        "dispatch trait without a named machine",
        Check("check_error_header"),
    ),
    (
        "`move` past an `on_exit` in an expression",
        Check("check_move"),
    ),
    // Headers and names.
    ("state, event or action type that is no path", PARSE),
    ("unknown state, event, context or action type", Rustc),
    ("unknown `crate:`", Rustc),
    ("header with an attribute", PARSE),
    (
        "`error:` that does not begin in upper case",
        Check("check_error_header"),
    ),
    ("duplicate `struct` or `trait` line", PARSE),
    ("generics on the `trait` line", PARSE),
    ("`initial` without its payload", Rustc),
    ("unknown action", Rustc),
    ("unknown event", Rustc),
    ("event with a payload that it lacks", Rustc),
    ("state that the enum lacks", Rustc),
    (
        "stop event that every state rejects",
        Check("check_stop_taken"),
    ),
    ("header type that borrows", Check("check_header_types")),
    ("machine that begins with another word", PARSE),
    ("machine that holds something", PARSE),
    (
        "state whose name does not begin in upper case",
        Check("check_states_are_variants"),
    ),
    ("event whose name does not begin in upper case", PARSE),
    ("superstate with a state's name", Check("check_superstates")),
    ("superstate without states", Check("check_superstates")),
    ("duplicate superstate", Check("check_superstates")),
    ("superstate as a target", Check("check_targets")),
    ("`Self` in a path", PARSE),
    // Clauses.
    ("half-written clause", PARSE),
    ("unknown clause", PARSE),
    ("clause in the wrong place", PARSE),
    ("visibility before a clause", PARSE),
    ("attribute without effect", Check("check_attributes")),
    ("inner attribute", PARSE),
    // Heads of states and of what holds them.
    ("payload tested in a state's head", PARSE),
    (
        "type for a name in a state's head",
        Check("check_head_binds"),
    ),
    ("policy for a payload", Check("check_head_binds")),
    ("policy before the payload", PARSE),
    ("payload or policy that a clause does not have", PARSE),
    ("head that lacks a field", Rustc),
    ("head with a field that the payload lacks", Rustc),
    ("`unhandled` that goes to a state", PARSE),
    // Supervision.
    ("state without `StateVariant`", Rustc),
    ("event without `EventVariant`", Rustc),
    ("derive on what is not an enum", VARIANTS),
    ("spawned state not `Clone`", Rustc),
    ("dispatch future not `Send`", Rustc),
    ("dispatch method for a state that waits", Rustc),
    ("dispatch method that returns no `Next`", Rustc),
    ("dispatch trait not implemented", Rustc),
    (
        "supervised machine without an `error:` header",
        Check("check_error_header"),
    ),
    ("supervised machine without a `trait` line", Rustc),
    ("supervisor of what is no machine", Rustc),
    ("unknown machine", Rustc),
    ("`#[supervisor]` with two machines", SUPERVISOR),
    ("`#[supervisor]` with a key twice", SUPERVISOR),
    ("`#[supervisor]` twice on one struct", SUPERVISOR),
    ("machine behind a key", SUPERVISOR),
    ("path in quotes", SUPERVISOR),
    ("key without `=`", SUPERVISOR),
    ("supervisor not `Send`", Rustc),
    ("`mailbox` that is no number", Rustc),
    ("`mailbox` without room", SUPERVISOR),
    ("`mailbox` without room, by a constant", Rustc),
    ("`completed` with another signature", Rustc),
    ("`completed` that is not there", Rustc),
    ("`completed` not `Send`", Rustc),
    ("error variant with named fields", Module("expand")),
    ("stop event that does not fit", Rustc),
];
