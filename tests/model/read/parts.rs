//! Parts of a machine's text, each for itself: what a graph holds.

use super::super::plan::{Expr, Made, On, Outcome};
use super::{Reader, tokens};

fn whole<T>(text: &str, read: impl FnOnce(&mut Reader) -> T) -> T {
    let mut reader = Reader {
        left: tokens(text),
        plan: Default::default(),
    };
    let part = read(&mut reader);
    assert!(reader.left.is_empty(), "{text} goes on");
    part
}

/// All of them must hold.
pub(crate) fn guard(text: &str) -> Vec<Expr> {
    whole(text, |reader| {
        let mut guard = vec![reader.expr()];
        while reader.skip("&&") {
            guard.push(reader.expr());
        }
        guard
    })
}

pub(crate) fn on(text: &str) -> On {
    whole(text, |reader| On::Event(reader.word(), reader.pattern()))
}

/// Without its actions.
pub(crate) fn outcome(text: &str) -> Outcome {
    let deed = whole(&format!("{text};"), Reader::deed);
    assert!(deed.actions.is_empty(), "{text} has actions");
    deed.outcome
}

pub(crate) fn actions(texts: &[&str]) -> Vec<Made> {
    let texts = texts.iter();
    texts.map(|text| whole(text, Reader::made)).collect()
}

/// Of a clock or a task.
pub(crate) fn time(text: &str) -> Expr {
    whole(text, Reader::expr)
}
