//! Text that Mermaid, and the HTML that it writes, take for nothing but text.
//!
//! A label ends at `;` and at `::`, and there is no way to quote it: the entities of Mermaid are not
//! decoded in state diagrams. So what would be read as something else is written as a character that
//! looks the same, or is parted by one that nobody sees.

use std::iter::Peekable;
use std::str::Chars;

/// It has no width, and a line may be broken at it.
const BREAK: char = '\u{200b}';
/// From how many letters on a word is long.
const LONG: usize = 16;
/// It has no width either, and no line is broken at it.
const JOINER: char = '\u{2060}';

/// What is written at an arrow: its lines as one label.
pub(crate) fn label(lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| breakable(&line)).collect();
    escaped(&lines).join("<br/>")
}

/// The lines at an arrow, or in a box, all of them: how one is read may depend on the others.
pub(crate) fn escaped(lines: &[impl AsRef<str>]) -> Vec<String> {
    let has_marks = |line: &str| line.contains(['#', '\u{b6}', '\u{fb02}']);
    let mut writer = Writer {
        no_angles: lines.iter().any(|line| has_marks(line.as_ref())),
        ..Writer::default()
    };
    let lines = lines.iter().map(|line| {
        writer.write(line.as_ref());
        std::mem::take(&mut writer.text)
    });
    lines.collect()
}

/// Mermaid breaks lines where a space is, and a chain of calls may have none: a renderer that measures
/// words would give it a place of another size than it takes.
fn breakable(line: &str) -> String {
    let mut breakable = String::new();
    let mut length = 0;
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        breakable.push(char);
        length = if char.is_whitespace() { 0 } else { length + 1 };
        let may = ".,:(".contains(char) && !chars.peek().is_some_and(|next| ":)".contains(*next));
        if (length >= LONG && may) || length >= 2 * LONG {
            breakable.push(BREAK);
            length = 0;
        }
    }
    breakable
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Whether a `<` would be read as that of a tag, whatever is behind it. Where there is a `#`, which
    /// is how Mermaid's own entities begin, the renderer decodes those of HTML twice.
    no_angles: bool,
    /// How many brackets were opened that look like those of a tag.
    brackets: usize,
    /// Whether a `*` stands before that may begin an emphasis, and a `_`. Mermaid reads Markdown at
    /// arrows, across the lines.
    star: bool,
    underscore: bool,
}

impl Writer {
    fn write(&mut self, text: &str) {
        let mut chars = text.chars().peekable();
        let mut before = ' ';
        while let Some(char) = chars.next() {
            let next = chars.peek().copied().unwrap_or(' ');
            // `direction LR` is a direction anywhere in a line.
            if char.is_whitespace() && self.ends_with("direction") {
                self.text.push(JOINER);
            }
            match char {
                ':' => self.text.push('\u{2236}'),
                ';' => self.text.push('\u{37e}'),
                '`' => self.text.push('\u{2cb}'),
                // The end of a line, for one who reads on.
                '\u{2028}' | '\u{2029}' => self.text.push(' '),
                _ if char.is_control() => self.text.push(' '),
                // The brackets of generics would be those of a tag.
                '<' if self.no_angles || next.is_alphanumeric() || "(&'/_!?[*".contains(next) => {
                    self.brackets += 1;
                    self.text.push('\u{2039}');
                }
                '>' if self.brackets > 0 && !"-=".contains(before) => {
                    self.brackets -= 1;
                    self.text.push('\u{203a}');
                }
                '*' | '_' => self.emphasis(char, before, &mut chars),
                _ => self.text.push(char),
            }
            let begins = match char {
                // What stands behind it would be taken as it is, and `\n` for the end of the line.
                '\\' => true,
                // `&copy` is a character of HTML, with or without its semicolon.
                '&' => next.is_ascii_alphabetic() || next == '#',
                // A formula begins and ends with two, and so does what sets Mermaid's options.
                '$' | '%' => next == char,
                _ => false,
            };
            if begins {
                self.text.push(JOINER);
            }
            before = char;
        }
    }

    /// Whether a word was the last, in upper or lower case.
    fn ends_with(&self, word: &str) -> bool {
        let begin = self.text.len().checked_sub(word.len());
        let end = begin.and_then(|begin| self.text.get(begin..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(word))
    }

    /// All of a kind that stand here in a row. Where they would end an emphasis that began before, they
    /// are others; Rust itself seldom has them there.
    fn emphasis(&mut self, char: char, before: char, chars: &mut Peekable<Chars<'_>>) {
        let mut count = 1;
        while chars.next_if_eq(&char).is_some() {
            count += 1;
        }
        let next = chars.peek().copied().unwrap_or(' ');
        let in_word = before.is_alphanumeric();
        let (begun, other, ends, begins) = match char {
            '*' => (
                &mut self.star,
                '\u{2217}',
                in_word || !next.is_alphanumeric(),
                true,
            ),
            _ => (
                &mut self.underscore,
                '\u{2cd}',
                !next.is_alphanumeric(),
                !in_word,
            ),
        };
        let ends = *begun && ends && !before.is_whitespace();
        *begun |= begins && !next.is_whitespace();
        let char = if ends { other } else { char };
        self.text.extend(std::iter::repeat_n(char, count));
    }
}
