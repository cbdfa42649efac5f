//! The table in `README.md`: each rule, the case that holds it, who keeps it and what the user reads.
//!
//! A rule is written three times, and here they are held against each other: in the case's first
//! line, in `rules.rs` with its keeper, and in the code of the macros.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;

mod rules;

use rules::Keeper::{Check, Module, Rustc};
use rules::{FURTHER, Keeper, PROMISED};

const MARKER: &str = "<!-- From here on written by the test `table`. -->\n";

#[test]
fn every_rule_has_a_keeper_and_a_case_and_every_case_a_rule() {
    let mut wrong = Wrong::default();
    let rules = rules(&mut wrong);
    let cases = fail_cases(&mut wrong);
    let sources = Sources::of_macros();

    for (rule, keeper) in &rules {
        if !cases
            .iter()
            .any(|case| case.says.iter().any(|it| it == rule))
        {
            wrong.say(format!("no case under fail/ has the rule \"{rule}\""));
        }
        match keeper {
            Check(name) if !sources.checks.contains(*name) => wrong.say(format!(
                "the rule \"{rule}\" is kept by `{name}`, but macros/src/check has no such function"
            )),
            Module(name) if !sources.modules.contains(*name) => wrong.say(format!(
                "the rule \"{rule}\" is kept by the module `{name}`, but macros/src has none"
            )),
            _ => {}
        }
    }
    for check in &sources.checks {
        if !rules
            .values()
            .any(|keeper| matches!(keeper, Check(name) if name == check))
        {
            wrong.say(format!(
                "`{check}` in macros/src/check keeps no rule: name one in rules.rs, and add a case"
            ));
        }
    }
    for case in &cases {
        let place = &case.place;
        for rule in &case.says {
            match rules.get(rule.as_str()) {
                None => wrong.say(format!(
                    "fail/{place}.rs has the rule \"{rule}\", which has no keeper: name one in rules.rs"
                )),
                Some(Rustc) => {}
                Some(_) if case.says.len() > 1 || case.errors.is_empty() => {}
                Some(keeper) if !case.errors[0].starts_with("error: ") => wrong.say(format!(
                    "fail/{place}.rs: rules.rs says that {} keeps \"{rule}\", but rustc refuses it: {}",
                    keeper.name(&[]),
                    case.errors[0]
                )),
                Some(_) => {}
            }
        }
    }
    wrong.end();
}

#[test]
fn there_are_as_many_cases_as_promised_and_each_has_its_output() {
    let mut wrong = Wrong::default();
    let fail = fail_cases(&mut wrong);
    let pass = pass_cases(&mut wrong);
    for (folder, count, least) in [("fail", fail.len(), 90), ("pass", pass.len(), 15)] {
        if count < least {
            wrong.say(format!(
                "{folder}/ has {count} cases: at least {least} are promised"
            ));
        }
    }
    for output in files(&root().join("fail"), "stderr") {
        if !output.with_extension("rs").exists() {
            wrong.say(format!("{} belongs to no case", output.display()));
        }
    }
    wrong.end();
}

#[test]
fn the_readme_shows_every_case() {
    let mut wrong = Wrong::default();
    let table = table(
        &rules(&mut wrong),
        &fail_cases(&mut wrong),
        &pass_cases(&mut wrong),
    );
    // The other tests say the same; without their mending there is no table to compare.
    wrong.end();
    let readme = fs::read_to_string(root().join("README.md")).unwrap_or_default();
    let Some((prose, _)) = readme.split_once(MARKER) else {
        panic!("ui-tests/README.md lacks the line that the table stands under: {MARKER}");
    };
    let expected = format!("{prose}{MARKER}{table}");
    if readme != expected {
        eprintln!(
            "ui-tests/README.md is stale: write its table anew with\n\n    \
             UPDATE_EXPECT=1 cargo test -p steadfast-ui-tests --test table\n"
        );
    }
    expect_file!["README.md"].assert_eq(&expected);
}

/// Everything that is wrong, said at once.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    fn say(&mut self, what: String) {
        self.0.push(what);
    }

    fn end(self) {
        assert!(self.0.is_empty(), "\n\n{}\n\n", self.0.join("\n"));
    }
}

/// A case under `fail/`.
struct Case {
    /// Its path without the extension.
    place: String,
    /// The rules in its first line.
    says: Vec<String>,
    /// The first line of each error.
    errors: Vec<String>,
}

impl Case {
    fn folder(&self) -> &str {
        self.place.split_once('/').map_or("", |(folder, _)| folder)
    }

    fn name(&self) -> &str {
        self.place.rsplit('/').next().unwrap_or_default()
    }
}

fn rules(wrong: &mut Wrong) -> BTreeMap<&'static str, Keeper> {
    let mut rules = BTreeMap::new();
    for &(rule, keeper) in PROMISED.iter().chain(FURTHER) {
        if rules.insert(rule, keeper).is_some() {
            wrong.say(format!("rules.rs names the rule \"{rule}\" twice"));
        }
    }
    rules
}

fn fail_cases(wrong: &mut Wrong) -> Vec<Case> {
    let root = root().join("fail");
    let mut cases = Vec::new();
    for file in files(&root, "rs") {
        let place = place(&root, &file);
        let says = first_line(&file, "//! Rule: ").unwrap_or_else(|| {
            wrong.say(format!(
                "fail/{place}.rs does not begin with `//! Rule: ..`"
            ));
            String::new()
        });
        let output = fs::read_to_string(file.with_extension("stderr")).unwrap_or_else(|_| {
            wrong.say(format!(
                "fail/{place}.rs has no expected output: run \
                 `TRYBUILD=overwrite cargo test -p steadfast-ui-tests --test ui`"
            ));
            String::new()
        });
        let errors = output.lines().filter(|line| line.starts_with("error"));
        cases.push(Case {
            place,
            says: says
                .split(" · ")
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect(),
            errors: errors.map(str::to_owned).collect(),
        });
    }
    cases
}

/// The names of the cases under `pass/`, each with what it holds.
fn pass_cases(wrong: &mut Wrong) -> Vec<(String, String)> {
    let root = root().join("pass");
    let mut cases = Vec::new();
    for file in files(&root, "rs") {
        let place = place(&root, &file);
        match first_line(&file, "//! Holds: ") {
            Some(holds) => cases.push((place, holds)),
            None => wrong.say(format!(
                "pass/{place}.rs does not begin with `//! Holds: ..`"
            )),
        }
    }
    cases
}

/// What the first line says behind `prefix`, if it is the only line of its kind.
fn first_line(file: &Path, prefix: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let mut lines = text.lines();
    let says = lines.next()?.strip_prefix(prefix)?;
    (!lines.any(|line| line.starts_with("//!"))).then(|| says.to_owned())
}

/// What the macros' sources have.
struct Sources {
    checks: BTreeSet<String>,
    modules: BTreeSet<String>,
}

impl Sources {
    fn of_macros() -> Self {
        let src = root().join("../macros/src");
        let check = fs::read_to_string(src.join("check.rs")).into_iter();
        let checks = files(&src.join("check"), "rs")
            .into_iter()
            .filter_map(|file| fs::read_to_string(file).ok())
            .chain(check)
            .flat_map(|text| {
                let names = text.split("fn ").skip(1).map(|rest| {
                    let end = |c: char| !c.is_alphanumeric() && c != '_';
                    rest.split(end).next().unwrap_or_default().to_owned()
                });
                names.collect::<Vec<_>>()
            })
            .filter(|name| name.starts_with("check_"))
            .collect();
        let modules = fs::read_dir(&src)
            .expect("macros/src is there")
            .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
            .collect();
        Sources { checks, modules }
    }
}

fn table(rules: &BTreeMap<&str, Keeper>, fail: &[Case], pass: &[(String, String)]) -> String {
    let order: Vec<&str> = PROMISED
        .iter()
        .chain(FURTHER)
        .map(|(rule, _)| *rule)
        .collect();
    let place = |case: &Case| {
        let rule = case.says.first().map(String::as_str);
        order.iter().position(|it| Some(*it) == rule)
    };
    let folders: BTreeSet<&str> = fail.iter().map(Case::folder).collect();
    let count = fail.len();
    let mut out = format!("\n## What must not compile: {count} cases\n");
    for folder in folders {
        let heading = if folder.is_empty() {
            "several at once"
        } else {
            folder
        };
        let _ = write!(
            out,
            "\n### {heading}\n\n| rule | case | kept by | what the user reads first |\n\
             |---|---|---|---|\n"
        );
        let mut cases: Vec<&Case> = fail.iter().filter(|case| case.folder() == folder).collect();
        cases.sort_by_key(|case| (place(case), case.name()));
        for case in cases {
            let mut keepers: Vec<String> = Vec::new();
            for keeper in case.says.iter().filter_map(|rule| rules.get(rule.as_str())) {
                let name = keeper.name(&case.errors);
                if !keepers.contains(&name) {
                    keepers.push(name);
                }
            }
            let errors: Vec<String> = case.errors.iter().map(|line| cell(line)).collect();
            let read = match errors.as_slice() {
                [] => String::new(),
                [only] => only.clone(),
                all if case.says.len() > 1 => all.join("<br>"),
                [first, rest @ ..] => format!("{first} *(and {} more)*", rest.len()),
            };
            let _ = writeln!(
                out,
                "| {} | [{}](fail/{}.rs) | {} | {read} |",
                case.says.join(" · "),
                case.name(),
                case.place,
                keepers.join(" · "),
            );
        }
    }
    let count = pass.len();
    let _ = write!(
        out,
        "\n## What must compile: {count} cases\n\n| case | holds |\n|---|---|\n"
    );
    for (name, holds) in pass {
        let _ = writeln!(out, "| [{name}](pass/{name}.rs) | {} |", cell(holds));
    }
    out
}

/// Text that does not end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The file's path below `root`, without the extension, written the same everywhere.
fn place(root: &Path, file: &Path) -> String {
    let below = file.strip_prefix(root).unwrap_or(file).with_extension("");
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// All files below a folder with this extension, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
