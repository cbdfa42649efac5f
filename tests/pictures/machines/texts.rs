//! Guards and actions with all that a language could take for something else than text.

use std::fmt::Debug;

use steadfast::prelude::*;

use super::{Do, Numbers};

#[derive(Debug, StateVariant)]
pub(crate) enum Reader {
    Begun,
    Quotes,
    Brackets,
    Markup,
    Done,
}

#[derive(Debug, EventVariant)]
pub(crate) enum Read {
    Word(String),
    Sign(char),
    Mark(String),
    End,
}

fsm! {
    pub(crate) struct TextMachine;
    state: Reader; event: Read; context: Numbers; action: Do; initial: Begun;

    unhandled => reject;

    state Begun {
        on Word(word) if word.contains("a \"quoted\" word") => Quotes;
        on Word(word) if word == r#"raw "quotes" \ and no escapes\"# => Quotes;
        on Word(word) if word.as_str() < r#"a < b, c <"# => Quotes;
        on Word(word) if word == "C:\\dir\\new\n" => Quotes do [Say("it's \\ \t \u{1F980} \0")];
        on Sign('"') => Quotes;
        on Sign('\'' | '\\') => Quotes;
        on Sign('|') | Sign(';') => Quotes;
        on Sign('a' | 'b' | 'c' | 'd' | 'e' | 'f') => Quotes;
        on Sign(a_rather_long_name_of_a_sign) if a_rather_long_name_of_a_sign > '~' => Quotes;
        on Sign(sign @ 'a'..='z') if sign != '<' => Quotes;
    }

    state Quotes {
        on Word(word) if word.len() < 3 && context.len() > 4 || word.is_empty() => Brackets;
        on Word(word) if word.split('|').map(|part| part.len()).sum::<usize>() >= 7 => Brackets;
        on Word(_) if context.iter().copied().collect::<Vec<u32>>() == Vec::<u32>::new() => Brackets;
        on Word(word) if <String as PartialEq<str>>::eq(&word, "<String as PartialEq>") => Brackets;
        on Word(word) if matches!(word.as_str(), "a" | "||" | "|b|") => Brackets;
        on Word(word) if { let n = word.len(); n << 2 >> 1 > 3 } => Brackets;
        on Word(word) if context[word.len()..].iter().any(|&n| n <= 3) && !context.contains(&1) => stay;
        on Sign(_) if context.iter().all(|n| *n * *n == n * 2) => Brackets do [(Do::Say("a, b")), Tell(format!("{} -> {{}}", context.len()))];
    }

    state Brackets {
        on Word(word) if word == "<script>alert(\"x\")</script>" => Markup do [Say("<b>bold</b><br/>")];
        on Word(word) if word == "&copy; &lt;i&gt; &copy &#35; &#x41; #35; #quot; &&amp;" => Markup;
        on Word(word) if word == "a; b :: c : d --> e --- f" => Markup;
        on Word(word) if word == "%% {} [] [*] {{x}} ::: %%{init: {}}%% <<fork>> note right of Begun" => Markup;
        on Word(word) if word == "`code` **bold** _it_ *one* __two__ ~~no~~ $$x^2$$ $y$" => Markup do [Say("1. one")];
        on Mark(mark) if mark == "# head" => Markup do [Say("- item"), Say("\\N \\G \\l \\n")];
        on Mark(mark) if mark == "</text></svg><!-- ]]> -->" => Markup do [Say("</svg>")];
        on Mark(mark) if mark == "first line
            second line" => Markup;
    }

    state Markup {
        on Word(word) if word.len() > 3 && context.iter().filter(|number| **number > 100).count() >= 12 && context.iter().copied().max().unwrap_or_default() < 1_000_000 && !word.starts_with("averylongwordwithoutanyspaceinitthatcannotbebrokenanywhereatallsoitmuststayasitis") => Done;
        on Mark(_) => stay do [Say("Ａ∶‹›∖ \u{202e} mixed عربى 日本")];
        on Sign('\n') => stay do [Say("first line
            second line")];
        on End => Done;
    }

    terminal state Done;
}
