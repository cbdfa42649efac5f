//! Rules about the user's expressions and patterns: what they can say where they stand.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};

use crate::errors::Errors;
use crate::names::unraw;
use crate::outline::Outline;
use crate::syntax::{Action, Arm, Bind, HookBody, Outcome, Payload, State, Trigger};
use crate::tokens::{mentions, names_of};

pub(super) fn check(outline: &Outline<'_>, errors: &mut Errors) {
    for (_, state) in outline.states() {
        check_head_binds(state, errors);
    }
    for (arm, ..) in outline.arms() {
        check_types_are_not_bound(arm, errors);
        check_alternatives_bind_alike(arm, errors);
    }
    // In the expression form they stand in the user's own function, and may capture.
    if outline.fsm.is_item() {
        check_no_way_out(outline, errors);
    }
}

/// A state's head binds its payload by names. A type there would be a name too.
fn check_head_binds(state: &State, errors: &mut Errors) {
    let binds: Vec<&Ident> = match &state.payload {
        None => Vec::new(),
        Some(Payload::Tuple { binds, .. }) => binds.iter().filter_map(name).collect(),
        Some(Payload::Fields { fields, .. }) => fields
            .iter()
            .filter_map(|field| field.bind.as_ref().and_then(name))
            .collect(),
    };
    for bind in binds {
        let text = unraw(bind);
        let message = if ["Block", "Poll", "Ignore", "Race"].contains(&text.as_str()) {
            format!(
                "a policy stands behind a colon: `state {}: {text}`",
                crate::text::text(&state.path)
            )
        } else if is_type(&text) {
            format!(
                "`{text}` is a type: a state's head gives its payload names; the types stand at \
                 the enum"
            )
        } else {
            continue;
        };
        errors.tell(state);
        errors.at(bind, message);
    }
}

fn name(bind: &Bind) -> Option<&Ident> {
    match bind {
        Bind::Name(name) => Some(name),
        _ => None,
    }
}

/// Whether a name is that of a type and of nothing that is bound.
fn is_type(name: &str) -> bool {
    is_primitive(name) || name.starts_with(char::is_uppercase)
}

fn is_primitive(name: &str) -> bool {
    const PRIMITIVES: &[&str] = &[
        "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128",
        "u16", "u32", "u64", "u8", "usize",
    ];
    PRIMITIVES.contains(&name)
}

/// The same of an event's payload, where a name in upper case may be a constant.
fn check_types_are_not_bound(arm: &Arm, errors: &mut Errors) {
    for event in arm.events() {
        let Some(group) = &event.group else { continue };
        let Some(found) = names_of(group)
            .into_iter()
            .find(|bind| is_primitive(&unraw(bind)))
            .or_else(|| typed(group))
        else {
            continue;
        };
        errors.tell(arm);
        errors.tell(event);
        errors.at(
            &found,
            format!(
                "`{found}` is a type: an arm gives the event's payload names; the types stand at \
                 the enum"
            ),
        );
    }
}

/// The type in `(name: Type)`, which is no pattern.
fn typed(group: &Group) -> Option<Ident> {
    let all: Vec<TokenTree> = group.stream().into_iter().collect();
    let found = all.windows(3).find_map(|three| match three {
        [
            TokenTree::Ident(_),
            TokenTree::Punct(colon),
            TokenTree::Ident(ty),
        ] if colon.as_char() == ':' && colon.spacing() == Spacing::Alone => Some(ty.clone()),
        _ => None,
    });
    found.filter(|_| group.delimiter() == Delimiter::Parenthesis)
}

/// A name that an arm binds is there whichever of its triggers comes.
fn check_alternatives_bind_alike(arm: &Arm, errors: &mut Errors) {
    if arm.triggers.len() < 2 {
        return;
    }
    let bound: Vec<Vec<Ident>> = arm
        .triggers
        .iter()
        .map(|trigger| match trigger {
            Trigger::Event(event) => {
                let group = event.group.iter().flat_map(names_of);
                group.chain(event.binding.clone()).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    let used = tokens_of(arm);
    let mut said: Vec<String> = Vec::new();
    for name in bound.iter().flatten() {
        let text = unraw(name);
        let lacks = bound
            .iter()
            .position(|names| !names.iter().any(|other| unraw(other) == text));
        let Some(lacks) = lacks else { continue };
        if said.contains(&text) {
            continue;
        }
        let other = match &arm.triggers[lacks] {
            Trigger::Event(event) => crate::names::last_name(&event.path),
            Trigger::Timeout(_) | Trigger::Every(..) => "timeout".to_owned(),
        };
        errors.tell(arm);
        arm.events().for_each(|event| errors.tell(event));
        let fix = if mentions(&used, &text) {
            "make it two arms"
        } else {
            "write `_`"
        };
        errors.at(
            name,
            format!("`{text}` is not there when `{other}` comes: {fix}"),
        );
        said.push(text);
    }
}

/// All that an arm evaluates.
fn tokens_of(arm: &Arm) -> TokenStream {
    let mut tokens: TokenStream = arm.guard.clone().unwrap_or_default();
    match &arm.outcome {
        Outcome::Go { target, .. } => tokens.extend(target.group.as_ref().map(|it| it.stream())),
        Outcome::Assign(_, fields) => tokens.extend(fields.iter().map(|(_, value)| value.clone())),
        _ => {}
    }
    for action in &arm.actions {
        tokens.extend(tokens_of_action(action));
    }
    tokens
}

fn tokens_of_action(action: &Action) -> TokenStream {
    match action {
        Action::Variant(_, group) => group.as_ref().map(|it| it.stream()).unwrap_or_default(),
        Action::Expr(tokens) => tokens.clone(),
    }
}

/// An expression gives its value and nothing else: there is no function around it to return from,
/// and no `self`.
fn check_no_way_out(outline: &Outline<'_>, errors: &mut Errors) {
    for (arm, ..) in outline.arms() {
        if look(&tokens_of(arm), errors) {
            errors.tell(arm);
        }
    }
    for node in &outline.nodes {
        let scope = node.scope;
        for clock in scope.timeouts.iter().chain(&scope.everies) {
            if look(&clock.expr, errors) {
                errors.tell(clock);
            }
        }
        for task in &scope.tasks {
            if look(&task.expr, errors) {
                errors.tell(task);
            }
        }
        for hook in scope.entries.iter().chain(&scope.exits) {
            let HookBody::Do(actions) = &hook.body else {
                continue;
            };
            if actions
                .iter()
                .any(|action| look(&tokens_of_action(action), errors))
            {
                errors.tell(hook);
            }
        }
    }
}

/// Says so of the first `return`, `?` or `self`, or of the first change of the context; whether
/// there is one.
fn look(tokens: &TokenStream, errors: &mut Errors) -> bool {
    if let Some(place) = changes_context(tokens) {
        errors.at(
            place,
            "an expression of the machine changes nothing in the context: what it asks for is an \
             action, `do [..]`",
        );
        return true;
    }
    let Some((token, what)) = way_out(tokens, false) else {
        return false;
    };
    let message = match what {
        "self" => {
            "there is no `self` here: an expression of the machine sees `context`, `state` and \
             the payloads; what only the work needs is used in the dispatch methods"
        }
        _ => {
            "there is nothing to return from here: an expression of the machine gives its value; \
             a case that goes elsewhere is an arm of its own, with a guard"
        }
    };
    errors.at(token, message);
    true
}

/// The first such token. Inside a closure or an `async` block there is something to return from.
fn way_out(tokens: &TokenStream, mut inner: bool) -> Option<(TokenTree, &'static str)> {
    let mut before: Option<TokenTree> = None;
    for token in tokens.clone() {
        match &token {
            TokenTree::Ident(word) if word == "self" => return Some((token, "self")),
            TokenTree::Ident(word) if word == "return" && !inner => return Some((token, "return")),
            TokenTree::Ident(word) if word == "async" || word == "fn" => inner = true,
            TokenTree::Punct(punct) if punct.as_char() == '?' && !inner => {
                return Some((token, "?"));
            }
            // `|x|` begins a closure where an operand would begin.
            TokenTree::Punct(punct) if punct.as_char() == '|' => {
                let begins = match &before {
                    None => true,
                    Some(TokenTree::Punct(punct)) => {
                        punct.as_char() != '|' && punct.as_char() != '?'
                    }
                    Some(TokenTree::Ident(word)) => word == "move",
                    Some(_) => false,
                };
                inner |= begins;
            }
            TokenTree::Punct(punct) if punct.as_char() == ',' => inner = false,
            TokenTree::Group(group) => {
                // What a macro makes of its tokens is its own.
                let of_macro = matches!(
                    &before,
                    Some(TokenTree::Punct(punct)) if punct.as_char() == '!'
                );
                if !of_macro {
                    let found = way_out(&group.stream(), inner);
                    if found.is_some() {
                        return found;
                    }
                }
            }
            _ => {}
        }
        before = Some(token);
    }
    None
}

/// The first place in the context that is assigned to.
fn changes_context(tokens: &TokenStream) -> Option<TokenStream> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let punct = |at: usize| match all.get(at) {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    };
    for (at, token) in all.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                let found = changes_context(&group.stream());
                if found.is_some() {
                    return found;
                }
            }
            TokenTree::Ident(word) if word == "context" => {
                // `.field`, `.0`, `[..]`
                let mut end = at + 1;
                loop {
                    match (punct(end), all.get(end), all.get(end + 1)) {
                        (Some('.'), _, Some(TokenTree::Ident(_) | TokenTree::Literal(_))) => {
                            end += 2
                        }
                        (_, Some(TokenTree::Group(group)), _)
                            if group.delimiter() == Delimiter::Bracket =>
                        {
                            end += 1;
                        }
                        _ => break,
                    }
                }
                let operator = matches!(
                    punct(end),
                    Some('+' | '-' | '*' | '/' | '%' | '^' | '&' | '|')
                );
                let equals = end + usize::from(operator);
                let assigns = punct(equals) == Some('=')
                    && !matches!(punct(equals + 1), Some('=' | '>'))
                    && end > at + 1;
                if assigns {
                    return Some(all[at..end].iter().cloned().collect());
                }
            }
            _ => {}
        }
    }
    None
}
