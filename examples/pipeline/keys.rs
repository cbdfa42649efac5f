//! What is counted in a text.

use std::path::Path;

/// Finds what is to be counted, line by line.
pub enum Keys {
    /// The packages in the `dependencies` arrays of a `Cargo.lock`.
    Dependencies {
        /// Whether the line before left such an array open.
        inside: bool,
    },
    /// The words of any text, in lower case.
    Words,
}

impl Keys {
    pub fn for_file(path: &Path) -> Self {
        if path.file_name().is_some_and(|name| name == "Cargo.lock") {
            Keys::Dependencies { inside: false }
        } else {
            Keys::Words
        }
    }

    pub fn title(&self) -> &'static str {
        match self {
            Keys::Dependencies { .. } => "most depended-on packages",
            Keys::Words => "most frequent words",
        }
    }

    pub fn of(&mut self, line: &str) -> Vec<String> {
        match self {
            Keys::Dependencies { inside } => {
                let line = line.trim();
                if !*inside {
                    *inside = line == "dependencies = [";
                    return Vec::new();
                }
                *inside = line != "]";
                // ` "name",`, or ` "name 1.2.3",` where there are several versions of it.
                let name = line.trim_matches(['"', ',']).split(' ').next();
                name.filter(|_| *inside)
                    .map(String::from)
                    .into_iter()
                    .collect()
            }
            Keys::Words => line
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect(),
        }
    }
}
