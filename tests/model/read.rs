//! Reads the part of the language that the family is written in: an own reader, which shares no
//! line with that of the macro.

mod parts;

use std::collections::VecDeque;

pub(crate) use parts::{actions, guard, on, outcome, time};

use super::plan::{
    Arm, Bind, Clock, Deed, Expr, Hook, Kind, Made, On, Outcome, Pattern, Plan, Scope,
};

/// A word, a number, or one character.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Number(u32),
    Mark(char),
}

fn tokens(text: &str) -> VecDeque<Token> {
    let mut tokens = VecDeque::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if char.is_alphanumeric() || char == '_' {
            let mut word = String::from(char);
            while let Some(more) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.push(more);
            }
            tokens.push_back(match word.parse() {
                Ok(number) => Token::Number(number),
                Err(_) => Token::Word(word),
            });
        } else if !char.is_whitespace() {
            tokens.push_back(Token::Mark(char));
        }
    }
    tokens
}

/// The machine that a text says.
pub(crate) fn read(text: &str) -> Plan {
    let mut reader = Reader {
        left: tokens(text),
        plan: Plan::default(),
    };
    while !reader.left.is_empty() {
        reader.clause();
    }
    reader.plan
}

struct Reader {
    left: VecDeque<Token>,
    plan: Plan,
}

impl Reader {
    fn next(&mut self) -> Token {
        self.left.pop_front().expect("the text goes on")
    }

    fn word(&mut self) -> String {
        match self.next() {
            Token::Word(word) => word,
            other => panic!("expected a word, not {other:?} before {:?}", self.left),
        }
    }

    fn number(&mut self) -> u32 {
        match self.next() {
            Token::Number(number) => number,
            other => panic!("expected a number, not {other:?} before {:?}", self.left),
        }
    }

    /// Takes these characters if they come next.
    fn skip(&mut self, marks: &str) -> bool {
        let mut marked = marks.chars().enumerate();
        let come = marked.all(|(at, mark)| self.left.get(at) == Some(&Token::Mark(mark)));
        if come {
            self.left.drain(..marks.len());
        }
        come
    }

    fn expect(&mut self, marks: &str) {
        assert!(self.skip(marks), "expected {marks} before {:?}", self.left);
    }

    fn skip_word(&mut self, word: &str) -> bool {
        let comes = matches!(self.left.front(), Some(Token::Word(next)) if next == word);
        if comes {
            self.left.pop_front();
        }
        comes
    }

    fn clause(&mut self) {
        let word = self.word();
        match word.as_str() {
            "state" | "event" | "context" | "action" if self.skip(":") => {
                self.word();
                self.expect(";");
            }
            "any" => {
                self.expect("{");
                while !self.skip("}") {
                    assert!(self.skip_word("on"), "`any` holds arms");
                    let arm = self.arm();
                    self.plan.any.push(arm);
                }
            }
            "unhandled" => self.plan.unhandled = Some(self.unhandled()),
            "initial" => {
                self.expect(":");
                self.plan.initial = Some(self.made());
                self.expect(";");
            }
            // What the closures capture.
            "let" => {
                let name = self.word();
                self.expect("=");
                let number = self.number();
                self.plan.captured.insert(name, number);
                self.expect(";");
            }
            "error" | "stop" | "closed" => {
                self.expect(":");
                let name = Some(self.word());
                self.expect(";");
                match word.as_str() {
                    "error" => self.plan.error = name,
                    "stop" => self.plan.stop = name,
                    _ => self.plan.closed_ignored = true,
                }
            }
            _ => self.scope(&word, None),
        }
    }

    fn scope(&mut self, word: &str, parent: Option<usize>) {
        if word == "terminal" || word == "failure" {
            assert!(self.skip_word("state"));
        }
        let name = self.word();
        let mut pattern = Vec::new();
        if word != "superstate" && self.has_payload() {
            pattern = self.pattern();
        }
        let at = self.plan.scopes.len();
        self.plan.scopes.push(Scope {
            kind: match word {
                "superstate" => Kind::Superstate,
                "state" => Kind::Working(pattern),
                "terminal" => Kind::Terminal(pattern),
                "failure" => Kind::Failure(pattern),
                other => panic!("no clause {other}"),
            },
            name,
            parent,
            arms: Vec::new(),
            clocks: Vec::new(),
            task: None,
            entry: Hook::Do(Vec::new()),
            exit: Hook::Do(Vec::new()),
            unhandled: None,
        });
        if self.skip(";") {
            return;
        }
        self.expect("{");
        while !self.skip("}") {
            self.item(at);
        }
    }

    /// Whether a group that comes next is a payload: one in braces is when another group or a `;`
    /// stands behind it.
    fn has_payload(&self) -> bool {
        if self.left[0] == Token::Mark('(') {
            return true;
        }
        let end = self.left.iter().position(|t| *t == Token::Mark('}'));
        self.left[0] == Token::Mark('{')
            && end.is_some_and(|end| {
                let mut inside = self.left.range(..end);
                !inside.any(|t| matches!(t, Token::Mark(';' | '=')))
                    && matches!(self.left.get(end + 1), Some(Token::Mark('{' | ';')))
            })
    }

    fn item(&mut self, at: usize) {
        let word = self.word();
        match word.as_str() {
            "on" => {
                let arm = self.arm();
                self.plan.scopes[at].arms.push(arm);
            }
            "timeout" => {
                let time = self.expr();
                // A scope's timeout comes before its beats, wherever it stands.
                let timeout = Clock { time, every: None };
                self.plan.scopes[at].clocks.insert(0, timeout);
                if self.skip("=>") {
                    let deed = self.deed();
                    self.plan.scopes[at].arms.push(Arm {
                        on: vec![On::Timeout],
                        guard: Vec::new(),
                        deed,
                    });
                } else {
                    self.expect(";");
                }
            }
            "every" => {
                let time = self.expr();
                self.expect("=>");
                let every = Some(self.deed());
                self.plan.scopes[at].clocks.push(Clock { time, every });
            }
            "task" => {
                let task = self.expr();
                self.expect(";");
                self.plan.scopes[at].task = Some(task);
            }
            "on_entry" | "on_exit" => {
                self.skip_word("move");
                let hook = match self.closure() {
                    Some(call) => Hook::Call(call),
                    None => Hook::Do(self.actions()),
                };
                self.expect(";");
                let scope = &mut self.plan.scopes[at];
                match word.as_str() {
                    "on_entry" => scope.entry = hook,
                    _ => scope.exit = hook,
                }
            }
            "unhandled" => self.plan.scopes[at].unhandled = Some(self.unhandled()),
            _ => self.scope(&word, Some(at)),
        }
    }

    fn unhandled(&mut self) -> Outcome {
        self.expect("=>");
        self.deed().outcome
    }

    fn arm(&mut self) -> Arm {
        let mut on = Vec::new();
        loop {
            let name = self.word();
            on.push(if name == "timeout" {
                On::Timeout
            } else {
                On::Event(name, self.pattern())
            });
            if !self.skip("|") {
                break;
            }
        }
        let mut guard = Vec::new();
        if self.skip_word("if") {
            guard.push(self.expr());
            while self.skip("&&") {
                guard.push(self.expr());
            }
        }
        self.expect("=>");
        let deed = self.deed();
        Arm { on, guard, deed }
    }

    /// An outcome, its actions and the `;`.
    fn deed(&mut self) -> Deed {
        let outcome = if self.skip_word("stay") {
            Outcome::Stay(self.fields())
        } else if self.skip_word("postpone") {
            Outcome::Postpone
        } else if self.skip_word("reject") {
            Outcome::Reject
        } else {
            // Of a closure or of a target.
            let moved = self.skip_word("move");
            match self.closure() {
                Some(call) => Outcome::Call(call),
                None => Outcome::Go {
                    target: self.made(),
                    moved,
                },
            }
        };
        let actions = self.actions();
        self.expect(";");
        Deed { outcome, actions }
    }

    /// `|..| context.word(..)`, or nothing.
    fn closure(&mut self) -> Option<Expr> {
        if !self.skip("|") {
            return None;
        }
        while !self.skip("|") {
            self.left.pop_front();
        }
        Some(self.expr())
    }

    /// `do [..]`, or nothing.
    fn actions(&mut self) -> Vec<Made> {
        let mut actions = Vec::new();
        if self.skip_word("do") {
            self.expect("[");
            while !self.skip("]") {
                actions.push(self.made());
                self.skip(",");
            }
        }
        actions
    }

    fn made(&mut self) -> Made {
        let name = self.word();
        let fields = self.fields();
        Made { name, fields }
    }

    fn fields(&mut self) -> Vec<(String, Expr)> {
        let mut fields = Vec::new();
        if self.skip("(") {
            while !self.skip(")") {
                fields.push((fields.len().to_string(), self.expr()));
                self.skip(",");
            }
        } else if self.skip("{") {
            while !self.skip("}") {
                let field = self.word();
                self.expect(":");
                fields.push((field, self.expr()));
                self.skip(",");
            }
        }
        fields
    }

    fn pattern(&mut self) -> Pattern {
        let mut pattern = Vec::new();
        if self.skip("(") {
            while !self.skip(")") {
                pattern.push((pattern.len().to_string(), self.bind()));
                self.skip(",");
            }
        } else if self.skip("{") {
            while !self.skip("}") {
                if self.skip("..") {
                    continue;
                }
                let field = self.word();
                let bind = if self.skip(":") {
                    self.bind()
                } else {
                    Bind::Name(field.clone())
                };
                pattern.push((field, bind));
                self.skip(",");
            }
        }
        pattern
    }

    fn bind(&mut self) -> Bind {
        match self.next() {
            Token::Word(word) if word == "_" => Bind::Anything,
            Token::Word(word) => Bind::Name(word),
            Token::Number(number) => Bind::Number(number),
            other => panic!("expected a pattern, not {other:?}"),
        }
    }

    fn expr(&mut self) -> Expr {
        let mut terms = vec![self.term()];
        while self.skip("+") {
            terms.push(self.term());
        }
        match terms.len() {
            1 => terms.remove(0),
            _ => Expr::Sum(terms),
        }
    }

    fn term(&mut self) -> Expr {
        if self.skip("*") {
            return Expr::Name(self.word());
        }
        if matches!(self.left[0], Token::Number(_)) {
            return Expr::Number(self.number());
        }
        let name = self.word();
        if !self.skip(".") {
            return Expr::Name(name);
        }
        let method = self.word();
        self.expect("(");
        let term = match (name.as_str(), method.as_str()) {
            ("state", "size") => Expr::Size,
            ("event", "size") => Expr::EventSize,
            ("context", _) => {
                let site = self.number();
                self.expect(",");
                Expr::Ask(method, site, Box::new(self.expr()))
            }
            (_, "code") => Expr::Name(name),
            other => panic!("no expression {other:?}"),
        };
        self.expect(")");
        term
    }
}
