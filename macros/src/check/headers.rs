//! Rules about the headers and the forms.

use proc_macro2::Span;
use quote::ToTokens;

use crate::errors::Errors;
use crate::names::last_name;
use crate::outline::Outline;
use crate::syntax::{Header, HookBody, Outcome, UnhandledBody, Value};

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    check_required(outline, errors);
    check_error_header(outline, errors);
    check_initial(outline, errors);
    check_generics(outline, errors);
    check_header_types(outline, errors);
    check_actions_declared(outline, errors);
    if outline.fsm.is_item() {
        check_no_closures(outline, errors);
    } else if !outline.fsm.lost.item && outline.fsm.dispatch.is_none() {
        check_item_only(outline, errors);
    }
}

/// `state`, `event`, `context` and `initial` are given.
fn check_required(outline: &Outline<'_>, errors: &mut Errors) {
    let fsm = outline.fsm;
    if fsm.lost.headers {
        return;
    }
    let headers = &fsm.headers;
    let missing: Vec<&str> = [
        ("`state: ENUM;`", headers.state.is_none()),
        ("`event: ENUM;`", headers.event.is_none()),
        ("`context: TYPE;`", headers.context.is_none()),
        ("`initial: STATE;`", headers.initial.is_none()),
    ]
    .into_iter()
    .filter_map(|(header, missing)| missing.then_some(header))
    .collect();
    if missing.is_empty() {
        return;
    }
    let message = format!("the machine lacks {}", missing.join(", "));
    match &fsm.item {
        Some(item) => errors.at(&item.ident, message),
        None => errors.at_span(Span::call_site(), message),
    }
}

/// The error event is a variant. A machine with a dispatch trait has one; only the item form has a
/// trait.
fn check_error_header(outline: &Outline<'_>, errors: &mut Errors) {
    let fsm = outline.fsm;
    if let Some(header) = &fsm.headers.error
        && !header.half
        && let Some(message) = super::names::not_a_variant(
            "an event",
            &header.value,
            "error:",
            fsm.headers.event.as_ref(),
        )
    {
        errors.tell(header);
        errors.at(&header.value, message);
    }
    let Some(dispatch) = &fsm.dispatch else {
        return;
    };
    if fsm.lost.item {
        // Whether it has a name is not known.
    } else if !fsm.is_item() {
        errors.at(
            &dispatch.ident,
            "a dispatch trait needs a machine with a name: add `struct NAME;`",
        );
    } else if fsm.headers.error.is_none() && !fsm.lost.headers {
        errors.at(
            &dispatch.ident,
            "a machine that is supervised says what its errors become: add `error: EVENT;`, a \
             variant that holds a `Fault` or a `String`",
        );
    }
}

/// `initial` names a declared state that is not terminal.
fn check_initial(outline: &Outline<'_>, errors: &mut Errors) {
    let Some(header) = &outline.fsm.headers.initial else {
        return;
    };
    if header.half {
        return;
    }
    let by_name = "name the initial state, with its payload: `initial: Idle;` or \
                   `initial: Dialing { attempt: 1 };`";
    let (path, group) = match &header.value {
        Value::Variant(path, group)
            if group.is_some() && outline.fsm.is_item() && path.get_ident().is_some() =>
        {
            if !crate::names::is_bare(path) {
                errors.tell(header);
                errors.at(path, by_name);
                return;
            }
            (path, group)
        }
        Value::Variant(path, group) => (path, group),
        Value::Expr(tokens) => {
            if outline.fsm.is_item() {
                errors.tell(header);
                errors.at(tokens, by_name);
            }
            return;
        }
    };
    let name = last_name(path);
    match outline.state_named(&name) {
        Some(at)
            if outline.fsm.is_item()
                && super::names::refuse_ordinary(outline, at, path, "initial:", errors) =>
        {
            errors.tell(header);
        }
        Some(at)
            if outline.nodes[at]
                .state()
                .is_some_and(|state| state.is_terminal()) =>
        {
            errors.at(
                path,
                format!("`{name}` is a terminal state: a machine that begins there does nothing"),
            );
        }
        Some(at) => {
            let head_is_wrong = outline.nodes[at]
                .state()
                .is_some_and(|state| errors.is_told(state));
            if let (Some(form), None, false) =
                (super::names::form(outline, at), group, head_is_wrong)
            {
                errors.tell(header);
                errors.at(
                    path,
                    format!("state `{name}` has a payload: write `{form}`"),
                );
            }
        }
        // In the expression form, `initial: start` may be any variable.
        None if !outline.fsm.is_item() && !crate::names::is_bare(path) => {}
        None if outline.nodes.is_empty() || outline.fsm.lost.states => errors.tell(header),
        None => {
            errors.tell(header);
            errors.at(path, super::names::unknown_state(outline, &name));
        }
    }
}

/// The types of the headers borrow nothing either.
fn check_header_types(outline: &Outline<'_>, errors: &mut Errors) {
    let headers = &outline.fsm.headers;
    // Of a machine with lifetimes it is said at the `struct` line.
    let item = outline.fsm.item.as_ref();
    let said = item.is_some_and(|item| !item.lifetimes.is_empty());
    for header in [&headers.state, &headers.event, &headers.action]
        .into_iter()
        .flatten()
    {
        refuse_borrowed(header, said, errors);
    }
    if let Some(header) = &headers.context {
        refuse_borrowed(header, said, errors);
    }
}

fn refuse_borrowed<T: ToTokens>(header: &Header<T>, said: bool, errors: &mut Errors) {
    let Some(lifetime) = crate::tokens::borrows(&header.value.to_token_stream()) else {
        return;
    };
    errors.tell(header);
    if !said {
        errors.at(
            lifetime,
            "a machine borrows nothing: a component owns what it works with; use an owned type or \
             an `Arc`",
        );
    }
}

/// A component outlives whoever spawns it: its machine borrows nothing.
fn check_generics(outline: &Outline<'_>, errors: &mut Errors) {
    let Some(item) = &outline.fsm.item else {
        return;
    };
    for lifetime in &item.lifetimes {
        errors.at(
            lifetime,
            "a machine has no lifetime parameters: a component owns what it works with; use an \
             owned type or an `Arc`",
        );
    }
}

/// `do` needs an `action:` header.
fn check_actions_declared(outline: &Outline<'_>, errors: &mut Errors) {
    if outline.fsm.headers.action.is_some() || outline.fsm.lost.headers {
        return;
    }
    let arms = outline.arms().into_iter().map(|(arm, ..)| &arm.actions);
    let hooks = outline.nodes.iter().flat_map(|node| {
        node.scope
            .entries
            .iter()
            .chain(&node.scope.exits)
            .filter_map(|hook| match &hook.body {
                HookBody::Do(actions) => Some(actions),
                HookBody::Closure(_) => None,
            })
    });
    for (arm, ..) in outline.arms() {
        if !arm.actions.is_empty() {
            errors.tell(arm);
        }
    }
    let first = arms.chain(hooks).flatten().next();
    if let Some(action) = first {
        let message = "the machine declares no actions: add `action: ENUM;`";
        match action {
            crate::syntax::Action::Variant(path, _) => errors.at(path, message),
            crate::syntax::Action::Expr(tokens) => errors.at(tokens, message),
        }
    }
}

/// The item form is checked as a whole, which a closure would hide from the checks.
fn check_no_closures(outline: &Outline<'_>, errors: &mut Errors) {
    let message = "a closure belongs to the expression form, without a `struct` line: here the \
                   compiler reads where each arm goes";
    for (arm, ..) in outline.arms() {
        if let Outcome::Closure(closure) = &arm.outcome {
            errors.tell(arm);
            errors.at(closure, message);
        }
    }
    for node in &outline.nodes {
        for hook in node.scope.entries.iter().chain(&node.scope.exits) {
            if let HookBody::Closure(closure) = &hook.body {
                errors.at(closure, message);
            }
        }
    }
    let scopes = outline.nodes.iter().flat_map(|node| &node.scope.unhandled);
    for unhandled in scopes.chain(outline.unhandled.iter().copied()) {
        if let UnhandledBody::Closure(closure) = &unhandled.body {
            errors.at(closure, message);
        }
    }
}

/// What has no meaning without a named machine.
fn check_item_only(outline: &Outline<'_>, errors: &mut Errors) {
    let headers = &outline.fsm.headers;
    let words = [
        headers.error.as_ref().map(|header| &header.word),
        headers.closed.as_ref().map(|header| &header.word),
        headers.stop.as_ref().map(|header| &header.word),
    ];
    for word in words.into_iter().flatten() {
        errors.at(
            word,
            format!(
                "`{word}:` belongs to a machine with a `struct` line; for this one, the \
                 supervisor's own methods say it"
            ),
        );
    }
    for node in &outline.nodes {
        let policy = match node.what {
            crate::outline::What::State(state) => &state.policy,
            crate::outline::What::Superstate(group) => &group.policy,
        };
        if let Some(policy) = policy
            && policy.known
        {
            errors.at(
                &policy.word,
                "a policy belongs to a machine with a `struct` line; for this one, implement \
                 `ExternalEventPolicy` for the supervisor",
            );
        }
    }
}
