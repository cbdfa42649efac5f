//! What random machines are made of: random numbers, states, events.

/// SplitMix64.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    pub(super) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Working states: the payload's patterns with what they bind, and the fields of a target.
pub(super) struct Working {
    pub(super) name: &'static str,
    pub(super) patterns: &'static [(&'static str, &'static [&'static str])],
    pub(super) target: Target,
}

#[derive(Clone, Copy)]
pub(super) enum Target {
    Unit,
    Tuple(usize),
    Named(&'static [&'static str]),
}

pub(super) const STATES: [Working; 6] = [
    Working {
        name: "A",
        patterns: &[("A { n }", &["n"]), ("A { n: a }", &["a"]), ("A", &[])],
        target: Target::Named(&["n"]),
    },
    Working {
        name: "B",
        patterns: &[("B(b)", &["b"]), ("B(_)", &[]), ("B", &[])],
        target: Target::Tuple(1),
    },
    Working {
        name: "C",
        patterns: &[("C", &[])],
        target: Target::Unit,
    },
    Working {
        name: "D",
        patterns: &[
            ("D { n, m }", &["n", "m"]),
            ("D { m, .. }", &["m"]),
            ("D", &[]),
        ],
        target: Target::Named(&["m", "n"]),
    },
    Working {
        name: "E",
        patterns: &[("E(x, y)", &["x", "y"]), ("E(x, _)", &["x"]), ("E", &[])],
        target: Target::Tuple(2),
    },
    Working {
        name: "F",
        patterns: &[("F { n }", &["n"]), ("F", &[])],
        target: Target::Named(&["n"]),
    },
];

/// Events that arms are made for: the name, patterns that take every one with what they bind, and
/// patterns that take some.
pub(super) type Kind = (
    &'static str,
    &'static [(&'static str, &'static [&'static str])],
    &'static [&'static str],
);

pub(super) const EVENTS: [Kind; 7] = [
    ("P", &[("P", &[])], &[]),
    (
        "Q",
        &[("Q(k)", &["k"]), ("Q(_)", &[]), ("Q", &[])],
        &["Q(0)", "Q(1)"],
    ),
    (
        "R",
        &[("R { k }", &["k"]), ("R { k: j }", &["j"]), ("R", &[])],
        &["R { k: 0 }", "R { k: 2 }"],
    ),
    ("T", &[("T", &[])], &[]),
    ("U", &[("U(k)", &["k"]), ("U(_)", &[])], &["U(0)", "U(1)"]),
    ("W", &[("W", &[])], &[]),
    ("Jump", &[("Jump(k)", &["k"]), ("Jump(_)", &[])], &[]),
];
