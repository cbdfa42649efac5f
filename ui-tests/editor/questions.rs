//! What an editor asks about a file, in source text: `$0` is the cursor, and answers are lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use crate::client::{Client, uri};

/// The file that the questions are about.
const LINK: &str = include_str!("link.rs");

/// An open file in a scratch crate that depends on `steadfast`, and what has been asked in vain.
pub(crate) struct Editor {
    client: Client,
    file: PathBuf,
    version: i64,
    text: String,
    unmet: Vec<String>,
}

/// The one server, asked by one test at a time.
static EDITOR: LazyLock<Mutex<Editor>> = LazyLock::new(|| Mutex::new(Editor::open()));

/// Asks all questions of a test, then fails with all that were not answered as they should.
pub(crate) fn ask(questions: impl FnOnce(&mut Editor)) {
    let mut editor: MutexGuard<'_, Editor> = EDITOR.lock().unwrap_or_else(PoisonError::into_inner);
    editor.unmet.clear();
    questions(&mut editor);
    let unmet = std::mem::take(&mut editor.unmet);
    drop(editor);
    assert!(
        unmet.is_empty(),
        "{} of the answers are not what they should be:\n\n{}\n",
        unmet.len(),
        unmet.join("\n\n")
    );
}

impl Editor {
    fn open() -> Editor {
        let root = scratch_crate();
        let file = root.join("src/main.rs");
        let mut client = Client::start(&root);
        let document = json!({
            "uri": uri(&file), "languageId": "rust", "version": 0, "text": LINK,
        });
        client.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let text = LINK.to_owned();
        Editor {
            client,
            file,
            version: 0,
            text,
            unmet: Vec::new(),
        }
    }

    /// Hovering over the cursor shows the text.
    pub(crate) fn hover(&mut self, cursor: &str, shows: &str) {
        self.write(LINK);
        let offset = self.find(cursor);
        let shown = self.hover_at(offset);
        if !shown.contains(shows) {
            self.unmet(format!(
                "hover `{cursor}`\n  should show: {shows}\n  shows: {}",
                line(&shown)
            ));
        }
    }

    /// From the first cursor one is led to the second.
    pub(crate) fn definition(&mut self, cursor: &str, leads_to: &str) {
        self.write(LINK);
        let (offset, there) = (self.find(cursor), self.find(leads_to));
        let found = self
            .client
            .ask("textDocument/definition", self.place(offset));
        let found: Vec<String> = array(&found).map(|target| self.target(target)).collect();
        if found != [self.show(there)] {
            self.unmet(format!(
                "definition of `{cursor}`\n  should be: {}\n  is: {found:?}",
                self.show(there)
            ));
        }
    }

    /// From the cursor one is led to a line that has the text, in a file whose name ends so.
    pub(crate) fn definition_elsewhere(&mut self, cursor: &str, file: &str, text: &str) {
        self.write(LINK);
        let offset = self.find(cursor);
        let found = self
            .client
            .ask("textDocument/definition", self.place(offset));
        let found: Vec<String> = array(&found).map(|target| self.target(target)).collect();
        let right = |target: &String| target.contains(file) && target.contains(text);
        if found.len() != 1 || !found.iter().all(right) {
            self.unmet(format!(
                "definition of `{cursor}`\n  should be: {text} in {file}\n  is: {found:?}"
            ));
        }
    }

    /// Renaming what is at the cursor changes these lines, from the first to the last, and no others.
    pub(crate) fn rename(&mut self, cursor: &str, name: &str, changed: &[&str]) {
        self.write(LINK);
        let mut question = self.place(self.find(cursor));
        question["newName"] = json!(name);
        let edit = self.client.ask("textDocument/rename", question);
        let is = match self.edited(&edit) {
            Ok(after) => changed_lines(LINK, &after),
            Err(error) => vec![error],
        };
        if is != changed {
            self.unmet(format!(
                "rename `{cursor}` to `{name}`\n  should change:\n    {}\n  changes:\n    {}",
                changed.join("\n    "),
                is.join("\n    ")
            ));
        }
    }

    /// What is at the cursor is used in these lines, from the first to the last, once for each time
    /// that a line is named.
    pub(crate) fn references(&mut self, cursor: &str, used_in: &[&str]) {
        self.write(LINK);
        let mut question = self.place(self.find(cursor));
        question["context"] = json!({ "includeDeclaration": false });
        let found = self.client.ask("textDocument/references", question);
        let mut places: Vec<(u64, u64)> = array(&found)
            .map(|place| position(&place["range"]["start"]))
            .collect();
        places.sort_unstable();
        let is: Vec<&str> = places.iter().map(|place| self.line(place.0)).collect();
        if is != used_in {
            let message = format!(
                "references of `{cursor}`\n  should be:\n    {}\n  are:\n    {}",
                used_in.join("\n    "),
                is.join("\n    ")
            );
            self.unmet(message);
        }
    }

    /// At a cursor in the file as it is, these names are offered.
    pub(crate) fn complete(&mut self, cursor: &str, offers: &[&str]) {
        self.write(LINK);
        let offset = self.find(cursor);
        self.offered(cursor, offset, offers);
    }

    /// While a line is being written and has come as far as this, with all other lines as they are,
    /// these names are offered; and the rest of the file knows its names still.
    pub(crate) fn half_written(&mut self, line: &str, so_far: &str, offers: &[&str]) {
        assert_eq!(LINK.matches(line).count(), 1, "one line `{line}`");
        let (before, after) = so_far.split_once("$0").expect("a cursor");
        let at = LINK.find(line).expect("it was found before") + before.len();
        self.write(&LINK.replacen(line, &format!("{before}{after}"), 1));
        self.offered(so_far, at, offers);
        for (cursor, shows) in [
            ("on Connecte$0d(socket) => Up do", "The peer answered."),
            (
                "attempt >= context.max_att$0empts",
                "How often a peer is tried.",
            ),
            (
                "on Error(reason) => Fail$0ed(reason)",
                "Ended because nothing helped.",
            ),
            ("= LinkMach$0ine::resume", "The life of one link."),
            (
                "let li$0nk = LinkMachine",
                "StateMachine<Link, Signal, LinkContext, Effect>",
            ),
            (
                "impl LinkDis$0patch for",
                "What the link does in each state that works.",
            ),
        ] {
            let offset = self.find(cursor);
            let shown = self.hover_at(offset);
            if !shown.contains(shows) {
                self.unmet(format!(
                    "hover `{cursor}` while `{so_far}` is being written\n  should show: {shows}\n  \
                     shows: {}",
                    crate::questions::line(&shown)
                ));
            }
        }
    }

    /// The file, changed so, has these complaints of the server's own; without a change, none.
    pub(crate) fn complaints(&mut self, change: Option<(&str, &str)>, expected: &[&str]) {
        match change {
            Some((from, to)) => self.write(&LINK.replacen(from, to, 1)),
            None => self.write(LINK),
        }
        let question = json!({ "textDocument": { "uri": uri(&self.file) } });
        let report = self.client.ask("textDocument/diagnostic", question);
        let is: Vec<String> = array(&report["items"])
            .map(|item| {
                let at = position(&item["range"]["start"]).0;
                let message = item["message"].as_str().unwrap_or_default();
                format!("{}: {}", self.line(at), line(message))
            })
            .collect();
        let as_expected = is.len() == expected.len()
            && is
                .iter()
                .zip(expected)
                .all(|(is, expected)| is.contains(expected));
        if !as_expected || report["items"].is_null() {
            self.unmet(format!(
                "complaints\n  should be: {expected:?}\n  are: {is:?} {report}"
            ));
        }
    }

    fn offered(&mut self, cursor: &str, offset: usize, expected: &[&str]) {
        let found = self
            .client
            .ask("textDocument/completion", self.place(offset));
        let items = if found["items"].is_null() {
            &found
        } else {
            &found["items"]
        };
        let labels: Vec<&str> = array(items)
            .filter_map(|item| item["label"].as_str())
            // A label goes on with what the item takes: `Lost(…)`.
            .map(|label| {
                label
                    .split(|c: char| c != '_' && !c.is_alphanumeric())
                    .next()
                    .unwrap_or("")
            })
            .collect();
        let missing: Vec<&&str> = expected
            .iter()
            .filter(|name| !labels.contains(name))
            .collect();
        if !missing.is_empty() {
            let first = &labels[..labels.len().min(8)];
            self.unmet(format!(
                "complete `{cursor}`\n  should offer: {expected:?}\n  lacks: {missing:?}\n  offers {}: \
                 {first:?}",
                labels.len()
            ));
        }
    }

    fn hover_at(&mut self, offset: usize) -> String {
        let found = self.client.ask("textDocument/hover", self.place(offset));
        found["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    fn write(&mut self, text: &str) {
        if self.text == text {
            return;
        }
        self.version += 1;
        self.text = text.to_owned();
        let change = json!({
            "textDocument": { "uri": uri(&self.file), "version": self.version },
            "contentChanges": [{ "text": text }],
        });
        self.client.tell("textDocument/didChange", change);
    }

    fn unmet(&mut self, what: String) {
        self.unmet.push(what);
    }

    /// Where the cursor is in the open file. What stands around it must stand there once.
    fn find(&self, cursor: &str) -> usize {
        let (before, after) = cursor.split_once("$0").expect("a cursor");
        let whole = format!("{before}{after}");
        assert_eq!(self.text.matches(&whole).count(), 1, "one `{whole}`");
        self.text.find(&whole).expect("it was found before") + before.len()
    }

    fn place(&self, offset: usize) -> Value {
        let before = &self.text[..offset];
        let character = offset - before.rfind('\n').map_or(0, |end| end + 1);
        json!({
            "textDocument": { "uri": uri(&self.file) },
            "position": { "line": before.matches('\n').count(), "character": character },
        })
    }

    /// A place in the open file: its line, with the cursor in it.
    fn show(&self, offset: usize) -> String {
        let place = position(&self.place(offset)["position"]);
        with_cursor(&self.text, place)
    }

    fn target(&self, target: &Value) -> String {
        let place = position(&target["range"]["start"]);
        let file = target["uri"].as_str().unwrap_or_default();
        if file == uri(&self.file) {
            return with_cursor(&self.text, place);
        }
        let text = fs::read_to_string(file.trim_start_matches("file://")).unwrap_or_default();
        let name = file.rsplit('/').next().unwrap_or_default();
        format!("{name}: {}", with_cursor(&text, place))
    }

    fn line(&self, number: u64) -> &str {
        nth_line(&self.text, number).trim()
    }

    /// The file after an edit of the whole workspace.
    fn edited(&self, edit: &Value) -> Result<String, String> {
        let mut changes: BTreeMap<(u64, u64), (usize, usize, &str)> = BTreeMap::new();
        for document in array(&edit["documentChanges"]) {
            if document["textDocument"]["uri"] != uri(&self.file) {
                return Err(format!(
                    "in another file: {}",
                    document["textDocument"]["uri"]
                ));
            }
            for change in array(&document["edits"]) {
                let start = position(&change["range"]["start"]);
                let end = position(&change["range"]["end"]);
                let offsets = (self.offset(start), self.offset(end));
                let new = change["newText"].as_str().unwrap_or_default();
                if changes.insert(start, (offsets.0, offsets.1, new)).is_some() {
                    return Err(format!("twice: {}", with_cursor(&self.text, start)));
                }
            }
        }
        if changes.is_empty() {
            return Err(format!("nothing: {edit}"));
        }
        let mut after = self.text.clone();
        for (start, end, new) in changes.into_values().rev() {
            after.replace_range(start..end, new);
        }
        Ok(after)
    }

    fn offset(&self, (line, character): (u64, u64)) -> usize {
        let lines = self.text.split_inclusive('\n').take(line as usize);
        lines.map(str::len).sum::<usize>() + character as usize
    }
}

/// A crate that depends on this repository's `steadfast`, and on nothing else.
fn scratch_crate() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let steadfast = here.join("../runtime");
    let manifest = format!(
        "[package]\nname = \"scratch\"\nedition = \"2024\"\n\n\
         [dependencies]\nsteadfast = {{ path = {steadfast:?} }}\n\n\
         # Of no workspace around it.\n[workspace]\n"
    );
    fs::create_dir_all(root.join("src")).expect("a place under target/");
    fs::write(root.join("Cargo.toml"), manifest).expect("a place under target/");
    fs::write(root.join("src/main.rs"), LINK).expect("a place under target/");
    // The versions that everything else here is built with.
    fs::copy(here.join("../Cargo.lock"), root.join("Cargo.lock")).expect("a place under target/");
    root
}

fn changed_lines(before: &str, after: &str) -> Vec<String> {
    before
        .lines()
        .zip(after.lines())
        .filter(|(before, after)| before != after)
        .map(|(_, after)| after.trim().to_owned())
        .collect()
}

fn with_cursor(text: &str, (line, character): (u64, u64)) -> String {
    let line = nth_line(text, line);
    let (before, after) = line
        .split_at_checked(character as usize)
        .unwrap_or((line, ""));
    format!("{}$0{}", before.trim_start(), after.trim_end())
}

fn nth_line(text: &str, number: u64) -> &str {
    text.lines().nth(number as usize).unwrap_or_default()
}

fn position(position: &Value) -> (u64, u64) {
    let part = |name: &str| position[name].as_u64().unwrap_or_default();
    (part("line"), part("character"))
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Some text in one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
