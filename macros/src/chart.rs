//! A model, as what its graph and the pictures of it are made from.

use std::borrow::Cow;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Meta};

use crate::drawing::{self, Chart, Ends, Fact, Group, On, Owner, What};
use crate::model::Model;
use crate::names::{last_name, unraw};
use crate::outline::{Node, What as NodeKind, cfgs_of, docs_of};
use crate::syntax::{
    Action, Arm, Closed, EventPattern, Hook, HookBody, Mode, Outcome, Trigger, Unhandled,
    UnhandledBody, Value,
};
use crate::text::text;

/// Under which `cfg` a part of a machine is there.
#[derive(Clone, Default)]
pub(crate) struct Condition<'a>(pub(crate) Vec<&'a Attribute>);

impl PartialEq for Condition<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|(a, b)| {
                std::ptr::eq(*a, *b)
                    || a.to_token_stream().to_string() == b.to_token_stream().to_string()
            })
    }
}

impl Condition<'_> {
    /// As the predicate of a `cfg_attr`, if there is one.
    pub(crate) fn predicates(&self) -> Vec<TokenStream> {
        self.0
            .iter()
            .filter_map(|attr| predicate(&attr.meta))
            .collect()
    }
}

fn predicate(meta: &Meta) -> Option<TokenStream> {
    let list = meta.require_list().ok()?;
    if list.path.is_ident("cfg") {
        return Some(list.tokens.clone());
    }
    // `cfg_attr(p, cfg(q))`: it is there unless `p` holds and `q` does not.
    let mut parts = crate::tokens::split_commas(list.tokens.clone()).into_iter();
    let applies = parts.next()?;
    let then: Vec<TokenStream> = parts
        .filter_map(|part| predicate(&syn::parse2(part).ok()?))
        .collect();
    (!then.is_empty()).then(|| quote!(any(not(#applies), all(#(#then),*))))
}

/// The chart of a machine: everything that is drawn, in source order.
pub(crate) fn chart<'a>(model: &'a Model<'a>) -> Chart<'a, Condition<'a>> {
    // Superstates have numbers of their own among the nodes.
    let numbers: Vec<usize> = (0..model.nodes.len())
        .filter(|&at| model.nodes[at].state().is_none())
        .collect();
    let group = |node: usize| numbers.iter().position(|&at| at == node);
    let state = |node: usize| model.states().position(|(at, _)| at == node);
    let states = model.states().map(|(at, declared)| {
        let node = &model.nodes[at];
        drawing::State {
            name: (&*node.name).into(),
            group: node.parent.and_then(group),
            ends: match (declared.is_terminal(), declared.is_failure()) {
                (_, true) => Ends::Failed,
                (true, false) => Ends::Completed,
                (false, false) => Ends::Not,
            },
            policy: policy(node.mode),
            facts: facts(node),
            doc: docs_of(&declared.attrs).into(),
            condition: Condition(node.cfgs.clone()),
        }
    });
    let groups = numbers.iter().map(|&at| {
        let node = &model.nodes[at];
        let doc = match node.what {
            NodeKind::Superstate(group) => docs_of(&group.attrs),
            NodeKind::State(_) => String::new(),
        };
        Group {
            name: (&*node.name).into(),
            group: node.parent.and_then(group),
            facts: facts(node),
            doc: doc.into(),
            condition: Condition(node.cfgs.clone()),
        }
    });
    let arms = model.arms().into_iter().map(|(arm, node, cfgs)| {
        let from = match node {
            None => Owner::Any,
            Some(node) => match (state(node), group(node)) {
                (Some(at), _) => Owner::State(at),
                (None, at) => Owner::Group(at.unwrap_or_default()),
            },
        };
        self::arm(model, arm, node, from, Condition(cfgs))
    });
    let initial = model.fsm.headers.initial.as_ref();
    let initial = match initial.map(|header| &header.value) {
        Some(Value::Variant(path, _)) => last_name(path),
        _ => String::new(),
    };
    Chart {
        states: states.collect(),
        groups: groups.collect(),
        arms: arms.collect(),
        initial: initial.into(),
        unhandled: unhandled(&[], model.unhandled.iter().copied()),
        headers: headers(model),
    }
}

/// The events of the machine itself.
fn headers<'a>(model: &Model<'_>) -> Vec<Fact<'a, Condition<'a>>> {
    let headers = &model.fsm.headers;
    let stop = headers.stop.as_ref();
    let stop = stop.map(|header| value_text(&header.value));
    let closed = headers.closed.as_ref();
    let closed = closed.map(|header| match &header.value {
        Closed::Ignore => "ignore".to_owned(),
        Closed::Event(value) => value_text(value),
    });
    let all = [
        ("error", model.error_name()),
        ("stop", stop),
        ("closed", closed),
    ];
    let all = all.into_iter().filter_map(|(word, text)| {
        Some(Fact {
            word,
            text: text?.into(),
            condition: Condition::default(),
        })
    });
    all.collect()
}

fn value_text(value: &Value) -> String {
    match value {
        Value::Variant(path, group) => text(&quote!(#path #group)),
        Value::Expr(tokens) => text(tokens),
    }
}

fn policy(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Block => None,
        Mode::Poll => Some("Poll"),
        Mode::Ignore => Some("Ignore"),
        Mode::Race => Some("Race"),
    }
}

fn arm<'a>(
    model: &'a Model<'a>,
    arm: &'a Arm,
    node: Option<usize>,
    from: Owner,
    condition: Condition<'a>,
) -> drawing::Arm<'a, Condition<'a>> {
    let on = arm.triggers.iter().map(|trigger| match trigger {
        Trigger::Event(event) => On::Event {
            name: last_name(&event.path).into(),
            pattern: pattern(event).into(),
        },
        Trigger::Timeout(_) => On::Timeout,
        Trigger::Every(_, number) => {
            let everies = node.map(|node| &model.nodes[node].scope.everies);
            let period = everies.and_then(|everies| everies.get(*number));
            On::Every(
                period
                    .map(|clock| text(&clock.expr))
                    .unwrap_or_default()
                    .into(),
            )
        }
    });
    let (what, to, outcome) = outcome(&arm.outcome);
    drawing::Arm {
        from,
        on: on.collect(),
        guard: arm.guard.as_ref().map(|guard| text(guard).into()),
        what,
        to: to.map(Into::into),
        outcome,
        actions: arm
            .actions
            .iter()
            .map(|action| action_text(action).into())
            .collect(),
        doc: docs_of(&arm.attrs).into(),
        condition,
    }
}

/// A pattern by the variant's own name, whatever path leads to it.
fn pattern(event: &EventPattern) -> String {
    let mut pattern = String::new();
    if let Some(binding) = &event.binding {
        pattern = format!("{} @ ", unraw(binding));
    }
    pattern.push_str(&last_name(&event.path));
    pattern + &payload(event.group.as_ref())
}

fn payload(group: Option<&proc_macro2::Group>) -> String {
    let text = group.map(text).unwrap_or_default();
    if text.starts_with('{') {
        format!(" {text}")
    } else {
        text
    }
}

fn outcome(outcome: &Outcome) -> (What, Option<String>, Cow<'static, str>) {
    match outcome {
        Outcome::Go { moved, target } => {
            let name = last_name(&target.path);
            let moved = if moved.is_some() { "move " } else { "" };
            let text = format!("{moved}{name}{}", payload(target.group.as_ref()));
            (What::Go, Some(name), text.into())
        }
        Outcome::Stay => (What::Stay, None, "stay".into()),
        Outcome::Assign(_, fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", text(value)))
                .collect();
            let text = format!("stay {{ {} }}", fields.join(", "));
            (What::Assign, None, text.into())
        }
        Outcome::Postpone(_) => (What::Postpone, None, "postpone".into()),
        Outcome::Reject(_) => (What::Reject, None, "reject".into()),
        // Of an item that is refused for its closures, or is not written to its end.
        Outcome::Closure(_) | Outcome::Missing => (What::Stay, None, "".into()),
    }
}

fn action_text(action: &Action) -> String {
    match action {
        Action::Variant(path, group) => text(&quote!(#path #group)),
        Action::Expr(tokens) => text(tokens),
    }
}

/// The clauses of a state or superstate that are no arms.
fn facts<'a>(node: &Node<'a>) -> Vec<Fact<'a, Condition<'a>>> {
    let fact = |word, text: String, attrs: &'a [Attribute]| Fact {
        word,
        text: text.into(),
        condition: Condition(node.cfgs.iter().copied().chain(cfgs_of(attrs)).collect()),
    };
    let scope = node.scope;
    let timeouts = scope.timeouts.iter();
    let timeouts = timeouts.map(|clock| fact("timeout", text(&clock.expr), &clock.attrs));
    let tasks = scope.tasks.iter();
    let tasks = tasks.map(|task| fact("task", text(&task.expr), &task.attrs));
    let entries = scope.entries.iter();
    let entries = entries.map(|hook| fact("entry", hook_texts(hook).join(", "), &hook.attrs));
    let exits = scope.exits.iter();
    let exits = exits.map(|hook| fact("exit", hook_texts(hook).join(", "), &hook.attrs));
    let unhandled = unhandled(&node.cfgs, &scope.unhandled);
    timeouts
        .chain(tasks)
        .chain(entries)
        .chain(exits)
        .chain(unhandled)
        .collect()
}

pub(crate) fn hook_texts(hook: &Hook) -> Vec<String> {
    match &hook.body {
        HookBody::Do(actions) => actions.iter().map(action_text).collect(),
        // As above.
        HookBody::Closure(_) => Vec::new(),
    }
}

fn unhandled<'a>(
    cfgs: &[&'a Attribute],
    clauses: impl IntoIterator<Item = &'a Unhandled>,
) -> Vec<Fact<'a, Condition<'a>>> {
    let clauses = clauses.into_iter().map(|clause| Fact {
        word: "unhandled",
        text: unhandled_text(clause).into(),
        condition: Condition(cfgs.iter().copied().chain(cfgs_of(&clause.attrs)).collect()),
    });
    clauses.collect()
}

pub(crate) fn unhandled_text(clause: &Unhandled) -> &'static str {
    match clause.body {
        UnhandledBody::Reject => "reject",
        UnhandledBody::Stay => "stay",
        UnhandledBody::Postpone => "postpone",
        // As above.
        UnhandledBody::Closure(_) => "",
    }
}
