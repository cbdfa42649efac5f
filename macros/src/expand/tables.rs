//! The other bodies: node numbers, exit and entry actions, times, tasks, and the constant tables.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Locals, editor, library, number, scope};
use crate::model::Model;
use crate::outline::{Node, What, cfgs_of};
use crate::syntax::{Hook, HookBody, Mode, Outcome, Unhandled, UnhandledBody};
use crate::tokens::{Mentioned, before, behind, first_span, last_span, located_at};

/// `match state { A { .. } => 0, .. }`
pub(super) fn node(model: &Model<'_>, locals: &Locals) -> TokenStream {
    let state = &locals.state;
    let shown = model.states().filter(|(_, state)| model.shows_state(state));
    let arms = shown.map(|(at, declared)| {
        let path = model.state_path(&declared.path);
        let cfgs = &model.nodes[at].cfgs;
        let at = number(at);
        quote!(#(#cfgs)* #path { .. } => #at,)
    });
    // A state without a block is reported by `exhaustive`; in the expression form, which asks for
    // none, it has a number of its own.
    let other = if model.fsm.is_item() {
        number(0)
    } else {
        number(model.nodes.len())
    };
    quote!(match #state { #(#arms)* _ => #other })
}

/// The actions of `on_entry do` or `on_exit do`, by node, where there are any.
pub(super) fn hooks(
    model: &Model<'_>,
    locals: &Locals,
    of: impl Fn(&crate::syntax::Scope) -> &[Hook],
) -> Option<TokenStream> {
    let node = &locals.node;
    let arms: Vec<TokenStream> = model
        .nodes
        .iter()
        .enumerate()
        .flat_map(|(at, declared)| {
            of(declared.scope)
                .iter()
                .map(move |hook| (at, declared, hook))
        })
        .filter_map(|(at, declared, hook)| match &hook.body {
            HookBody::Do(actions) => {
                let push = scope::push(model, locals, actions);
                let body = in_state(
                    model,
                    locals,
                    declared,
                    &scope::mentioned_by_hook(hook),
                    &push,
                    None,
                );
                let cfgs = declared.cfgs.iter().copied().chain(cfgs_of(&hook.attrs));
                let at = number(at);
                let shown = scope::shows_actions(model, hook);
                shown.then(|| quote!(#(#cfgs)* #at => { #body }))
            }
            HookBody::Closure(_) => None,
        })
        .collect();
    let hooks = model.nodes.iter().flat_map(|declared| of(declared.scope));
    let users: Vec<Mentioned> = hooks.map(scope::mentioned_by_hook).collect();
    let context = scope::context(model, locals, &users);
    (!arms.is_empty()).then(|| quote!(#context match #node { #(#arms)* _ => {} }))
}

/// The times of the clocks, by number, where there are any.
pub(super) fn clock(model: &Model<'_>, locals: &Locals) -> Option<TokenStream> {
    let number_name = &locals.number;
    let never = quote!(::core::time::Duration::MAX);
    let clocks = model.clocks.iter().enumerate();
    let shown = clocks.filter(|(_, clock)| model.shows_clause(clock.clock, clock.clock.half));
    let arms = shown.map(|(at, clock)| {
        let node = &model.nodes[clock.node];
        let expr = &clock.clock.expr;
        // At the clause's word: the reason why a `Duration` is expected.
        let word = &clock.clock.word;
        let here = Span::mixed_site().located_at(word.span());
        let verbatim = editor::expression(model, expr);
        let time = quote_spanned!(here=> let __time: ::core::time::Duration = #verbatim; __time);
        let users = Mentioned::by(expr.clone());
        let body = in_state(model, locals, node, &users, &time, Some(&never));
        let cfgs = node.cfgs.iter().copied().chain(cfgs_of(&clock.clock.attrs));
        let at = number(at);
        quote!(#(#cfgs)* #at => { #body })
    });
    let arms: Vec<TokenStream> = arms.collect();
    let clocks = model.clocks.iter();
    let users = clocks.map(|clock| Mentioned::by(clock.clock.expr.clone()));
    let context = scope::context(model, locals, &users.collect::<Vec<_>>());
    (!arms.is_empty()).then(|| quote!(#context match #number_name { #(#arms)* _ => #never }))
}

/// The tasks, by node, where there are any.
pub(super) fn task(model: &Model<'_>, locals: &Locals) -> Option<TokenStream> {
    let krate = library(model.fsm);
    let node = &locals.node;
    let none = quote!(::core::option::Option::None);
    let event = super::Types::of(model).event;
    let arms: Vec<TokenStream> = model
        .nodes
        .iter()
        .enumerate()
        .flat_map(|(at, declared)| {
            declared
                .scope
                .tasks
                .iter()
                .map(move |task| (at, declared, task))
        })
        .filter(|(_, _, task)| model.shows_clause(*task, task.half))
        .map(|(at, declared, task)| {
            let expr = &task.expr;
            // At the expression: rustc says there what a task must be.
            let first = first_span(expr);
            let event = match &model.fsm.headers.event {
                Some(header) => model.enum_at(header, first),
                None => event.clone(),
            };
            let call = located_at(quote!(#krate::__private::task::<#event, _), before(first));
            let end = Span::mixed_site().located_at(behind(first));
            let call = quote_spanned!(end=> #call >);
            let verbatim = editor::expression(model, expr);
            let mut argument = Group::new(Delimiter::Parenthesis, verbatim);
            argument.set_span(Span::call_site().located_at(behind(last_span(expr))));
            let some = quote!(::core::option::Option::Some(#call #argument));
            let users = Mentioned::by(expr.clone());
            let body = in_state(model, locals, declared, &users, &some, Some(&none));
            let cfgs = declared.cfgs.iter().copied().chain(cfgs_of(&task.attrs));
            let at = number(at);
            quote!(#(#cfgs)* #at => { #body })
        })
        .collect();
    let tasks = model.nodes.iter().flat_map(|node| &node.scope.tasks);
    let users = tasks.map(|task| Mentioned::by(task.expr.clone()));
    let context = scope::context(model, locals, &users.collect::<Vec<_>>());
    (!arms.is_empty()).then(|| quote!(#context match #node { #(#arms)* _ => #none }))
}

/// `body` with the names in scope that a node's tokens may use. `otherwise` is what a match on the
/// state gives when it is another one, which the library never lets happen.
fn in_state(
    model: &Model<'_>,
    locals: &Locals,
    node: &Node<'_>,
    users: &Mentioned,
    body: &TokenStream,
    otherwise: Option<&TokenStream>,
) -> TokenStream {
    let names = scope::state(model, locals, users, Some(node));
    let state = &locals.state;
    if let Some(declared) = node.state()
        && model.shows_state(declared)
    {
        let (pattern, bound) = scope::pattern(model, declared, users);
        if bound {
            let otherwise = otherwise.cloned().unwrap_or_else(|| quote!({}));
            return quote!(match #state { #pattern => { #names #body } _ => #otherwise });
        }
    }
    quote!(#names #body)
}

/// The constant tables, as an expression of type `&'static Topology`.
pub(super) fn topology(model: &Model<'_>) -> TokenStream {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    let nodes = model.nodes.iter().map(|node| {
        let name = &node.name;
        let kind = match node.state() {
            None => quote!(superstate),
            Some(state) if state.is_failure() => quote!(failure),
            Some(state) if state.is_terminal() => quote!(terminal),
            Some(_) => quote!(state),
        };
        let end = number(node.end);
        let parent = node.parent.map(|parent| {
            let parent = number(parent);
            quote!(.inside(#parent))
        });
        let policy = policy(model, node);
        let unhandled = unhandled(model, node.scope.unhandled.iter());
        let unhandled = unhandled.map(|unhandled| quote!(.unhandled(#unhandled)));
        let task = (!node.scope.tasks.is_empty()).then(|| quote!(.task()));
        quote!(#private::Node::#kind(#name, #end) #parent #policy #unhandled #task)
    });
    // The node of a state without a block.
    let other = (!model.fsm.is_item()).then(|| {
        let end = number(model.nodes.len() + 1);
        quote!(#private::Node::state("", #end))
    });
    let clocks = (!model.clocks.is_empty()).then(|| {
        let clocks = model.clocks.iter().map(|clock| {
            let node = number(clock.node);
            let kind = if clock.repeats {
                quote!(Every)
            } else {
                quote!(Timeout)
            };
            quote!(#private::Clock::#kind(#node))
        });
        quote!(.with_clocks(&[#(#clocks),*]))
    });
    let unhandled = unhandled(model, model.unhandled.iter().copied());
    let unhandled = unhandled.map(|unhandled| quote!(.with_unhandled(#unhandled)));
    let all_hooks = || {
        model
            .nodes
            .iter()
            .flat_map(|node| node.scope.entries.iter().chain(&node.scope.exits))
    };
    let hooks = all_hooks().any(|hook| matches!(hook.body, HookBody::Do(_)));
    let hooks = hooks.then(|| quote!(.with_hooks()));
    let closures = all_hooks().any(|hook| matches!(hook.body, HookBody::Closure(_)))
        || all_unhandled(model).any(|clause| matches!(clause.body, UnhandledBody::Closure(_)))
        || model
            .arms()
            .iter()
            .any(|(arm, ..)| matches!(arm.outcome, Outcome::Closure(_)));
    let closures = closures.then(|| quote!(.with_closures()));
    quote! {{
        // An item, not an argument: only its borrow lives for ever whatever is in it.
        const NODES: &[#private::Node] = &[#(#nodes,)* #other];
        &#private::Topology::new(NODES) #clocks #unhandled #hooks #closures
    }}
}

/// The policy of a node: the user's own word, where there is one.
fn policy(model: &Model<'_>, node: &Node<'_>) -> Option<TokenStream> {
    let krate = library(model.fsm);
    let modes = quote!(#krate::ExternalEventMode);
    let policy = match node.what {
        What::State(state) => &state.policy,
        What::Superstate(group) => &group.policy,
    };
    match policy {
        Some(policy) if policy.known || model.is_for_editor() => {
            let missing = || Ident::new("Missing", Span::call_site());
            let word = policy.word.clone().unwrap_or_else(missing);
            Some(quote!(.mode(#modes::#word)))
        }
        _ => mode(model, node.mode),
    }
}

/// A policy, where it is not the one that states have.
pub(super) fn mode(model: &Model<'_>, mode: Mode) -> Option<TokenStream> {
    let mode = match mode {
        Mode::Block => return None,
        Mode::Poll => quote!(Poll),
        Mode::Ignore => quote!(Ignore),
        Mode::Race => quote!(Race),
    };
    let krate = library(model.fsm);
    Some(quote!(.mode(#krate::ExternalEventMode::#mode)))
}

/// The `unhandled` clause of a scope: the one whose `cfg` holds, where it has several.
fn unhandled<'a>(
    model: &Model<'_>,
    clauses: impl Iterator<Item = &'a Unhandled>,
) -> Option<TokenStream> {
    let krate = library(model.fsm);
    let private = quote!(#krate::__private);
    let mut table = None;
    for clause in clauses {
        let what = match &clause.body {
            UnhandledBody::Reject => quote!(Reject),
            UnhandledBody::Stay => quote!(Stay),
            UnhandledBody::Postpone => quote!(Postpone),
            UnhandledBody::Closure(_) => {
                let at = number(unhandled_number(model, clause));
                quote!(Closure(#at))
            }
        };
        let what = quote!(#private::Unhandled::#what);
        let conditions = conditions(&clause.attrs);
        table = Some(if conditions.is_empty() {
            what
        } else {
            let otherwise = table.unwrap_or_else(|| quote!(#private::Unhandled::Inherit));
            quote!(if ::core::cfg!(all(#(#conditions),*)) { #what } else { #otherwise })
        });
    }
    table
}

/// What the `cfg` attributes among some ask for.
fn conditions(attrs: &[syn::Attribute]) -> Vec<TokenStream> {
    cfgs_of(attrs)
        .into_iter()
        .filter(|attr| attr.path().is_ident("cfg"))
        .filter_map(|attr| attr.meta.require_list().ok())
        .map(|list| list.tokens.clone())
        .collect()
}

/// All `unhandled` clauses, in the order of their numbers.
pub(super) fn all_unhandled<'a>(model: &'a Model<'a>) -> impl Iterator<Item = &'a Unhandled> + 'a {
    model
        .nodes
        .iter()
        .flat_map(|node| &node.scope.unhandled)
        .chain(model.unhandled.iter().copied())
}

fn unhandled_number(model: &Model<'_>, clause: &Unhandled) -> usize {
    all_unhandled(model)
        .position(|other| std::ptr::eq(other, clause))
        .unwrap_or_default()
}
