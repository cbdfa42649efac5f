//! Names: of variants, mistyped, and as methods have them.

use proc_macro2::Ident;
use syn::Path;

/// The name of a path's last segment.
pub(crate) fn last_name(path: &Path) -> String {
    path.segments
        .last()
        .map(|segment| unraw(&segment.ident))
        .unwrap_or_default()
}

/// An identifier's text without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let mut text = ident.to_string();
    if text.starts_with("r#") {
        text.drain(..2);
    }
    text
}

/// The name in `known` that is nearest to a mistyped one, if any is near, or that it begins.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let near = known
        .iter()
        .map(|candidate| (distance(name, candidate), *candidate))
        .min()
        .filter(|(distance, _)| *distance <= name.chars().count().max(3) / 3)
        .map(|(_, candidate)| candidate);
    let begun = |candidate: &&&str| {
        name.len() > 1 && candidate.to_lowercase().starts_with(&name.to_lowercase())
    };
    near.or_else(|| {
        let mut begun = known.iter().filter(begun);
        let first = begun.next()?;
        begun.all(|other| other == first).then_some(*first)
    })
}

/// The number of letters to add, drop, change or swap with a neighbour, whatever their case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// "did you mean" and the list, for a name that does not exist.
pub(crate) fn suggest(name: &str, known: &[&str]) -> String {
    let list = known
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ");
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? There are {list}"),
        None if known.is_empty() => "there are none".to_owned(),
        None => format!("there are {list}"),
    }
}

/// `BackingOff` as `backing_off`; a keyword gets a `_` behind it.
pub(crate) fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (at, &char) in chars.iter().enumerate() {
        if char.is_uppercase() && at > 0 {
            let after_lower = !chars[at - 1].is_uppercase() && chars[at - 1] != '_';
            let before_lower = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
            if after_lower || (before_lower && chars[at - 1] != '_') {
                snake.push('_');
            }
        }
        snake.extend(char.to_lowercase());
    }
    if is_keyword(&snake) {
        snake.push('_');
    }
    snake
}

/// In order, to be searched.
const KEYWORDS: &[&str] = &[
    "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.binary_search(&word).is_ok()
}

/// Whether a path is a variant's name alone.
pub(crate) fn is_bare(path: &Path) -> bool {
    !path.segments.trailing_punct()
        && path
            .get_ident()
            .is_some_and(|name| is_variant(&unraw(name)))
}

/// The name that a whole path is, where it reads like anything but a variant.
pub(crate) fn ordinary(path: &Path) -> Option<&Ident> {
    let name = path.get_ident()?;
    (!path.segments.trailing_punct() && !is_bare(path)).then_some(name)
}

/// Whether a name reads like a variant: rust-analyzer's mark, for one that is not written yet,
/// counts as one.
fn is_variant(name: &str) -> bool {
    const MARKS: [&str; 3] = ["raCompletionMarker", "intellijRulezz", "__Missing"];
    !name.starts_with(|c: char| c.is_lowercase() || c == '_') || MARKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_snake_case() {
        let cases = [
            ("Up", "up"),
            ("BackingOff", "backing_off"),
            ("HTTPServer", "http_server"),
            ("TlsV2", "tls_v2"),
            ("Loop", "loop_"),
            ("Émigré", "émigré"),
        ];
        for (name, snake) in cases {
            assert_eq!(snake_case(name), snake);
        }
    }

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let known = ["Dialing", "Up", "Backoff"];
        assert_eq!(nearest("Dailing", known), Some("Dialing"));
        assert_eq!(nearest("backof", known), Some("Backoff"));
        assert_eq!(nearest("Terminated", known), None);
        assert_eq!(nearest("Pu", known), Some("Up"));
    }

    #[test]
    fn every_keyword_is_found() {
        assert!(KEYWORDS.is_sorted());
        assert!(is_keyword("_") && is_keyword("yield") && !is_keyword("union"));
    }
}
