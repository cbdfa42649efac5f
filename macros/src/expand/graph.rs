//! The declaration as data: what `Machine::GRAPH` is made of.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, parse_quote};

use super::{Written, library, tables};
use crate::chart::{Condition, hook_texts, unhandled_text};
use crate::drawing::{Arm, Chart, On, Owner, What};
use crate::model::Model;
use crate::outline::{Node, What as NodeKind, cfgs_of, docs_of};
use crate::syntax::{Hook, Item, Unhandled};
use crate::text::text;

pub(super) fn expand(
    model: &Model<'_>,
    chart: &Chart<'_, Condition<'_>>,
    item: &Item,
) -> TokenStream {
    let krate = library(model.fsm);
    let graph = quote!(#krate::graph);
    let name = item.ident.to_string();
    let states = model.states().map(|(at, state)| {
        let node = &model.nodes[at];
        let kind = if state.is_failure() {
            quote!(.failure())
        } else if state.is_terminal() {
            quote!(.terminal())
        } else {
            TokenStream::new()
        };
        let policy = tables::mode(model, node.mode);
        let scope = scope(model, node, &state.attrs);
        let cfgs = &node.cfgs;
        quote!(#(#cfgs)* #graph::StateInfo #scope #kind #policy)
    });
    let states: Vec<TokenStream> = states.collect();
    let superstates = model.nodes.iter().filter_map(|node| {
        let NodeKind::Superstate(group) = node.what else {
            return None;
        };
        let scope = scope(model, node, &group.attrs);
        let cfgs = &node.cfgs;
        Some(quote!(#(#cfgs)* #graph::SuperstateInfo #scope))
    });
    let superstates: Vec<TokenStream> = superstates.collect();
    let arms = chart.arms.iter();
    let arms = arms.map(|arm| Written(move |to: &mut TokenStream| write_arm(chart, arm, to)));
    let headers = headers(model, chart, item);
    let superstates = (!superstates.is_empty()).then(|| {
        quote! {
            const SUPERSTATES: &'static [#graph::SuperstateInfo] = &[#(#superstates),*];
        }
    });
    let triggers = super::number(chart.arms.iter().map(|arm| arm.on.len()).sum());
    let initial = &*chart.initial;
    let ident = &item.ident;
    let mut generics = super::owned(&item.generics);
    let (_, ty_generics, _) = item.generics.split_for_impl();
    let asked = format_ident!("__Asked");
    generics.params.push(parse_quote!(#asked));
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let arm = quote!(#krate::__private::Arm);
    let declaration = quote!(#krate::__private::Declaration<#asked>);
    let allow = super::allow();
    quote! {
        #allow
        #[automatically_derived]
        #[doc(hidden)]
        impl #impl_generics #declaration for #ident #ty_generics #where_clause {
            const HEAD: #graph::Graph = #graph::Graph::new(#name, #initial) #headers;
            const STATES: &'static [#graph::StateInfo] = &[#(#states),*];
            #superstates
            const ARMS: &'static [#arm] = {
                use #arm as __Arm;
                &[#(#arms),*]
            };
            const EDGES: &'static [#graph::Edge] =
                &#arm::edges::<#triggers>(<Self as #declaration>::ARMS);
        }
    }
}

/// What the headers and the machine's own clauses say.
fn headers(model: &Model<'_>, chart: &Chart<'_, Condition<'_>>, item: &Item) -> TokenStream {
    let headers = chart.headers.iter().map(|fact| call(fact.word, &fact.text));
    let unhandled = unhandled(model.unhandled.iter().copied());
    let doc = call("doc", &docs_of(&item.attrs));
    std::iter::once(doc)
        .chain(headers)
        .chain([unhandled])
        .flatten()
        .collect()
}

/// What states and superstates have in common.
fn scope(model: &Model<'_>, node: &Node<'_>, attrs: &[Attribute]) -> TokenStream {
    let name = &node.name;
    let doc = call("doc", &docs_of(attrs));
    let around = std::iter::successors(node.parent, |&parent| model.nodes[parent].parent);
    let around: Vec<&str> = around.map(|parent| &*model.nodes[parent].name).collect();
    let inside = (!around.is_empty()).then(|| quote!(.inside(&[#(#around),*])));
    // Each of a kind stands once, or several times under a `cfg`.
    let timeouts = node.scope.timeouts.iter();
    let timeouts = timeouts.map(|clock| (&clock.attrs, text(&clock.expr)));
    let tasks = node.scope.tasks.iter();
    let tasks = tasks.map(|task| (&task.attrs, text(&task.expr)));
    let all = [
        list("timeout", timeouts),
        list("task", tasks),
        list("entry", hooks(&node.scope.entries)),
        list("exit", hooks(&node.scope.exits)),
        unhandled(&node.scope.unhandled),
    ];
    let all = all.into_iter().flatten();
    quote!(::new(#name) #doc #inside #(#all)*)
}

fn hooks(hooks: &[Hook]) -> impl Iterator<Item = (&Vec<Attribute>, String)> {
    let texts = |hook| hook_texts(hook).into_iter();
    hooks
        .iter()
        .flat_map(move |hook| texts(hook).map(move |text| (&hook.attrs, text)))
}

fn unhandled<'u>(clauses: impl IntoIterator<Item = &'u Unhandled>) -> Option<TokenStream> {
    let clauses = clauses.into_iter();
    list(
        "unhandled",
        clauses.map(|clause| (&clause.attrs, unhandled_text(clause).to_owned())),
    )
}

/// `.name("text")`, unless it is empty.
fn call(name: &str, text: &str) -> Option<TokenStream> {
    let name = format_ident!("{name}");
    (!text.is_empty()).then(|| quote!(.#name(#text)))
}

/// `.name(&["text", #[cfg(..)] "text"])`, unless it is empty.
fn list<'t>(
    name: &str,
    texts: impl Iterator<Item = (&'t Vec<Attribute>, String)>,
) -> Option<TokenStream> {
    let texts = texts.map(|(attrs, text)| {
        let cfgs = cfgs_of(attrs);
        quote!(#(#cfgs)* #text)
    });
    let texts: Vec<TokenStream> = texts.collect();
    let name: Ident = format_ident!("{name}");
    (!texts.is_empty()).then(|| quote!(.#name(&[#(#texts),*])))
}

/// An arm, with all its triggers.
fn write_arm(chart: &Chart<'_, Condition<'_>>, arm: &Arm<'_, Condition<'_>>, to: &mut TokenStream) {
    let triggers = arm.on.iter().map(|on| match on {
        On::Event { pattern, .. } => pattern.to_string(),
        On::Timeout => String::new(),
        On::Every(period) => format!("@{period}"),
    });
    let from = match arm.from {
        Owner::Any => None,
        Owner::Group(at) => Some(&chart.groups[at].name),
        Owner::State(at) => Some(&chart.states[at].name),
    };
    let start = match from {
        Some(from) => quote!(of(#from, &[#(#triggers),*])),
        None => quote!(any(&[#(#triggers),*])),
    };
    let cfgs = &arm.condition.0;
    to.extend(quote!(#(#cfgs)* __Arm::#start));
    let outcome = &arm.outcome;
    match arm.what {
        What::Go => {
            let target = &arm.to;
            quote!(.to(#target)).to_tokens(to);
            if arm.to.as_ref() != Some(outcome) {
                quote!(.by(#outcome)).to_tokens(to);
            }
        }
        What::Stay => {}
        What::Assign => quote!(.assign(#outcome)).to_tokens(to),
        What::Postpone => quote!(.postpone()).to_tokens(to),
        What::Reject => quote!(.reject()).to_tokens(to),
    }
    if let Some(guard) = &arm.guard {
        quote!(.guard(#guard)).to_tokens(to);
    }
    if !arm.actions.is_empty() {
        let actions = &arm.actions;
        quote!(.actions(&[#(#actions),*])).to_tokens(to);
    }
    call("doc", &arm.doc).to_tokens(to);
}
