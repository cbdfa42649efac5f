//! Writes random machines that the macro accepts: every pair has an outcome, every state can be
//! reached and left, the error event has its route, no arm stands behind one that takes all.

mod phrases;
mod words;

use std::fmt::Write;

use self::words::{EVENTS, Random, STATES, Target};

/// A random machine: the clauses, and the headers that only the item form has.
pub(crate) struct Written {
    pub(crate) headers: String,
    pub(crate) body: String,
}

/// What a machine may have that not every form allows.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extra {
    Nothing,
    /// `move` targets: of the item form.
    Moves,
    /// Of the expression form.
    Closures,
}

pub(crate) fn machine(seed: u64, extra: Extra) -> Written {
    let writer = Writer {
        random: Random(seed),
        site: 0,
        extra,
        body: String::new(),
        depth: 1,
        taken: Vec::new(),
        covered: Vec::new(),
        timed: Vec::new(),
        has_timeout: false,
        loose: false,
        has_terminal: [false; 2],
    };
    writer.machine()
}

struct Writer {
    random: Random,
    site: u32,
    extra: Extra,
    body: String,
    depth: usize,
    /// For each scope around, the events that its arms take without a condition.
    taken: Vec<Vec<&'static str>>,
    /// For each scope around, whether it has an `unhandled`.
    covered: Vec<bool>,
    /// For each scope around, whether it has a timeout.
    timed: Vec<bool>,
    /// Whether any scope has a timeout.
    has_timeout: bool,
    /// Whether `any` takes what is left over of every timeout.
    loose: bool,
    /// Which of the states that end the machine are written.
    has_terminal: [bool; 2],
}

/// What an outcome is for.
#[derive(Clone, Copy, PartialEq)]
enum Cause {
    Event,
    Error,
    Clock,
    /// An event or a clock.
    Either,
}

/// What a scope's expressions can look at.
struct Sight {
    /// The names that the state's pattern binds.
    bound: &'static [&'static str],
    /// The fields that `stay` can assign to.
    fields: &'static [&'static str],
    /// Whether it is a state's own block.
    own: bool,
}

impl Sight {
    /// That of a superstate or of `any`.
    const OUTSIDE: Sight = Sight {
        bound: &[],
        fields: &[],
        own: false,
    };
}

impl Writer {
    fn machine(mut self) -> Written {
        let initial = self.random.below(STATES.len());
        let unhandled = self.random.percent(30);
        let stop = self.random.percent(60);
        self.loose = self.random.percent(40);
        let numbers = |_: &mut Writer| "1".to_owned();
        let target = self.target(initial, numbers);
        self.line("state: Life; event: Event; context: World; action: Act;");
        self.line(&format!("initial: {target};"));
        self.body.push('\n');

        // Whichever event some state leaves open is taken by `any`.
        let mut open: Vec<&'static str> = Vec::new();
        let parents: Vec<usize> = STATES.iter().map(|_| self.random.below(5)).collect();
        let nested = self.random.percent(60);
        let inside = |group: usize| -> Vec<usize> {
            let states = parents.iter().enumerate();
            states
                .filter(|(_, p)| **p == group)
                .map(|(at, _)| at)
                .collect()
        };
        for state in inside(0).into_iter().chain(inside(4)) {
            self.state(state, &mut open);
        }
        let (outer, inner, other) = (inside(1), inside(2), inside(3));
        if nested {
            self.superstate("Outer", &outer, &[("Inner", &inner)], &mut open);
        } else {
            self.superstate("Outer", &outer, &[], &mut open);
            self.superstate("Inner", &inner, &[], &mut open);
        }
        self.superstate("Other", &other, &[], &mut open);
        if unhandled {
            let outcome = self.unhandled();
            self.line(&format!("unhandled => {outcome};"));
            open.clear();
        }
        self.any(&open, stop);
        for terminal in [0, 1] {
            self.terminal(terminal);
        }
        let mut headers = String::from("error: Error;");
        if stop {
            headers.push_str(" stop: T;");
        }
        if self.random.percent(50) {
            headers.push_str(" closed: ignore;");
        }
        let body = self.body;
        Written { headers, body }
    }

    fn line(&mut self, text: &str) {
        let indent = self.depth * 4;
        let _ = writeln!(self.body, "{:indent$}{text}", "");
    }

    fn superstate(
        &mut self,
        name: &str,
        states: &[usize],
        inner: &[(&str, &[usize])],
        open: &mut Vec<&'static str>,
    ) {
        if states.is_empty() && inner.iter().all(|(_, states)| states.is_empty()) {
            return;
        }
        self.line(&format!("superstate {name} {{"));
        self.depth += 1;
        let sight = Sight::OUTSIDE;
        // Between two timeouts, a superstate that takes what is left over of both.
        let timed = match name {
            "Outer" if self.loose => 100,
            "Inner" if self.loose => 0,
            _ => 40,
        };
        self.scope(&sight, timed);
        for &state in states {
            self.state(state, open);
        }
        if !states.is_empty() && self.random.percent(30) {
            let terminal = self.random.below(2);
            self.terminal(terminal);
        }
        for (name, states) in inner {
            self.superstate(name, states, &[], open);
        }
        self.close();
    }

    /// One of the two states that end it, unless it stands in a superstate already.
    fn terminal(&mut self, number: usize) {
        if std::mem::replace(&mut self.has_terminal[number], true) {
            return;
        }
        let terminals = [
            ("terminal state Good(n)", "n"),
            ("failure state Bad { n }", "n"),
        ];
        let (head, name) = terminals[number];
        if self.random.percent(50) {
            let actions = self.actions(&[name], &[], false);
            self.line(&format!("{head} {{ on_entry do {actions}; }}"));
        } else {
            let head = head.trim_end_matches(['(', '{', 'n', '}', ')', ' ']);
            self.line(&format!("{head};"));
        }
    }

    fn state(&mut self, at: usize, open: &mut Vec<&'static str>) {
        let (pattern, bound) = self.random.pick(STATES[at].patterns);
        self.line(&format!("state {pattern} {{"));
        self.depth += 1;
        let fields = match STATES[at].target {
            Target::Named(fields) => fields,
            Target::Unit | Target::Tuple(_) => &[],
        };
        let own = true;
        let timed = if self.loose { 60 } else { 40 };
        self.scope(&Sight { bound, fields, own }, timed);
        if !self.covered.contains(&true) {
            for (event, ..) in EVENTS {
                if !self.taken.iter().flatten().any(|taken| *taken == event) {
                    open.push(event);
                }
            }
        }
        self.close();
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.taken.pop();
        self.covered.pop();
        self.timed.pop();
        self.line("}");
    }

    /// The items of a state or superstate; `timed` is the chance of a timeout.
    fn scope(&mut self, sight: &Sight, timed: usize) {
        self.taken.push(Vec::new());
        for word in ["on_entry", "on_exit"] {
            if self.extra == Extra::Closures && self.random.percent(20) {
                let closure = self.closure("hook", Cause::Clock);
                self.line(&format!("{word} {closure};"));
            } else if self.random.percent(55) {
                let actions = self.actions(sight.bound, &[], !sight.own);
                self.line(&format!("{word} do {actions};"));
            }
        }
        // Some beats stand before the timeout, some behind it.
        let beats = [22, 22, 8].map(|chance| self.random.percent(chance));
        let (before, behind) = beats.split_at(1);
        self.beats(before, sight);
        let timeout = self.random.percent(timed);
        let mut arms = 1 + self.random.below(4);
        let is_timed_around = self.timed.contains(&true);
        self.timed.push(timeout);
        self.has_timeout |= timeout;
        if !timeout && is_timed_around && self.random.percent(70) {
            // Its arms mean the timeout around it.
            let guard = self.guard(sight.bound, &[]);
            let deed = self.deed(sight, &[], Cause::Clock);
            self.line(&format!("on timeout if {guard} => {deed}"));
        }
        if timeout {
            let time = self.ask("clock", sight.bound, &[]);
            if self.random.percent(if self.loose { 20 } else { 50 }) {
                let deed = self.deed(sight, &[], Cause::Clock);
                self.line(&format!("timeout {time} => {deed}"));
            } else {
                self.line(&format!("timeout {time};"));
                arms += 1;
                while self.random.percent(50) {
                    let guard = self.guard(sight.bound, &[]);
                    let (event, cause) = match self.random.percent(30) {
                        true => ("P | ", Cause::Either),
                        false => ("", Cause::Clock),
                    };
                    let deed = self.deed(sight, &[], cause);
                    self.line(&format!("on {event}timeout if {guard} => {deed}"));
                }
                if !self.loose || self.random.percent(30) {
                    let deed = self.deed(sight, &[], Cause::Clock);
                    self.line(&format!("on timeout => {deed}"));
                }
            }
        }
        self.beats(behind, sight);
        if self.random.percent(if sight.own { 25 } else { 15 }) {
            let errand = self.ask("errand", sight.bound, &[]);
            self.line(&format!("task {errand};"));
        }
        // One inside another, so that the innermost shows.
        let is_covered_around = self.covered.contains(&true);
        let chance = if is_covered_around {
            60
        } else {
            10 + 20 * usize::from(!sight.own)
        };
        let covered = self.random.percent(chance);
        self.covered.push(covered);
        if covered {
            let outcome = self.unhandled();
            self.line(&format!("unhandled => {outcome};"));
        }
        let mut literals = Vec::new();
        for _ in 0..arms {
            self.arm(sight, &mut literals);
        }
        if self.random.percent(35) {
            let guard = self.guard(sight.bound, &["why.code()"]);
            let deed = self.deed(sight, &["why.code()"], Cause::Error);
            self.line(&format!("on Error(why) if {guard} => {deed}"));
        }
    }

    fn beats(&mut self, beats: &[bool], sight: &Sight) {
        for _ in beats.iter().filter(|beat| **beat) {
            let time = self.ask("clock", sight.bound, &[]);
            let deed = self.deed(sight, &[], Cause::Clock);
            self.line(&format!("every {time} => {deed}"));
        }
    }

    fn arm(&mut self, sight: &Sight, literals: &mut Vec<&'static str>) {
        let taken = self.taken.last().cloned().unwrap_or_default();
        // `Jump` is for the way to every state, and seldom taken elsewhere.
        let count = EVENTS.len() - usize::from(self.random.percent(90));
        let (name, all, some) = EVENTS[self.random.below(count)];
        if taken.contains(&name) {
            return;
        }
        let (mut pattern, mut bound) = self.random.pick(all);
        let mut whole = true;
        if !some.is_empty() && self.random.percent(25) {
            (pattern, bound, whole) = (self.random.pick(some), &[], false);
        }
        let mut on = pattern.to_owned();
        let mut names = vec![name];
        if whole && self.random.percent(30) {
            // A second event, which binds the same names.
            let others = EVENTS[..6]
                .iter()
                .filter(|(other, ..)| *other != name && !taken.contains(other));
            let alike: Vec<_> = others
                .flat_map(|(other, all, _)| all.iter().map(move |one| (*other, *one)))
                .filter(|(_, (_, binds))| *binds == bound)
                .collect();
            if !alike.is_empty() {
                let (other, (pattern, _)) = self.random.pick(&alike);
                let _ = write!(on, " | {pattern}");
                names.push(other);
            }
        }
        let mut guard = String::new();
        if self.random.percent(50) {
            guard = format!(" if {}", self.guard(sight.bound, bound));
        } else if whole {
            if let Some(taken) = self.taken.last_mut() {
                taken.extend(names);
            }
        } else if literals.contains(&pattern) {
            return;
        } else {
            literals.push(pattern);
        }
        let deed = self.deed(sight, bound, Cause::Event);
        self.line(&format!("on {on}{guard} => {deed}"));
    }

    fn any(&mut self, open: &[&'static str], stop: bool) {
        let sight = Sight::OUTSIDE;
        self.line("any {");
        self.depth += 1;
        // A way to every state, and to the end.
        for at in 0..STATES.len() {
            let target = self.target(at, |writer| writer.payload(&[], &[], true));
            self.line(&format!("on Jump({at}) => {target};"));
        }
        self.line("on Jump(6) => Good(context.value(0, 6));");
        let mut left: Vec<_> = EVENTS.iter().map(|(name, ..)| *name).collect();
        left.retain(|name| open.contains(name) && *name != "Jump");
        if stop {
            left.retain(|name| *name != "T");
            self.line("on T => Good(3) do [Note(1)];");
        }
        if open.contains(&"Jump") {
            self.line("on Jump(_) => reject;");
        }
        if self.loose && self.has_timeout {
            let guard = self.guard(&[], &[]);
            for guard in [format!(" if {guard}"), String::new()] {
                let deed = self.deed(&sight, &[], Cause::Clock);
                self.line(&format!("on timeout{guard} => {deed}"));
            }
        }
        while !left.is_empty() {
            let mut some: Vec<_> = left.clone();
            some.retain(|_| self.random.percent(40));
            left.retain(|name| !some.contains(name));
            if !some.is_empty() {
                let deed = self.deed(&sight, &[], Cause::Event);
                self.line(&format!("on {} => {deed}", some.join(" | ")));
            }
        }
        // Many bear their errors for a while.
        let borne = self.random.below(4);
        for _ in 0..borne {
            let guard = self.guard(&[], &["why.code()"]);
            let deed = self.deed(&sight, &["why.code()"], Cause::Error);
            self.line(&format!("on Error(why) if {guard} => {deed}"));
        }
        self.line("on Error(why) => Bad { n: why.code() };");
        self.depth -= 1;
        self.line("}");
    }
}
