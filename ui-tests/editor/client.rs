//! A client of a language server: one process, messages as the protocol frames them, and a deadline
//! for each answer.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Starting builds the dependencies of the crate that the server looks at.
const START: Duration = Duration::from_secs(400);
const ANSWER: Duration = Duration::from_secs(60);

/// The server had other things to do, or the file changed while it thought: ask again.
const ASK_AGAIN: [i64; 2] = [-32801, -32802];

/// A running server. It is killed when this is dropped, and ends by itself when its input does.
pub(crate) struct Client {
    server: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    last_id: i64,
    settings: Value,
    status: Value,
}

impl Client {
    /// Starts a rust-analyzer on the crate in `root` and waits until it has read and built all of it.
    pub(crate) fn start(root: &Path) -> Client {
        let program = std::env::var("RUST_ANALYZER").unwrap_or_else(|_| "rust-analyzer".into());
        let mut server = Command::new(&program)
            .current_dir(root)
            // Its own, so that it waits for no other build.
            .env("CARGO_TARGET_DIR", root.join("target"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("`{program}` does not start: {error}"));
        let input = server.stdin.take().expect("it was asked for");
        let output = server.stdout.take().expect("it was asked for");
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut client = Client {
            server,
            input,
            messages,
            last_id: 0,
            settings: json!({
                "checkOnSave": false,
                "cachePriming": { "enable": false },
                "cargo": { "buildScripts": { "enable": true } },
                "procMacro": { "enable": true },
            }),
            status: Value::Null,
        };
        client.initialize(root);
        client
    }

    fn initialize(&mut self, root: &Path) {
        let parameters = json!({
            "processId": std::process::id(),
            "rootUri": uri(root),
            "workspaceFolders": [{ "uri": uri(root), "name": "scratch" }],
            "initializationOptions": self.settings,
            "capabilities": {
                "general": { "positionEncodings": ["utf-8"] },
                "workspace": { "workspaceEdit": { "documentChanges": true } },
                "textDocument": {
                    "hover": { "contentFormat": ["markdown"] },
                    "diagnostic": {},
                },
                "experimental": { "serverStatusNotification": true },
            },
        });
        self.ask("initialize", parameters);
        self.tell("initialized", json!({}));
        let deadline = Instant::now() + START;
        while self.status["quiescent"] != true {
            self.read_until(deadline, "to be ready");
        }
        assert_eq!(self.status["health"], "ok", "{}", self.status["message"]);
    }

    /// Tells the server something that it does not answer.
    pub(crate) fn tell(&mut self, method: &str, parameters: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    /// Asks the server, and waits for its answer.
    pub(crate) fn ask(&mut self, method: &str, parameters: Value) -> Value {
        let deadline = Instant::now() + ANSWER;
        loop {
            self.last_id += 1;
            let id = self.last_id;
            self.send(&json!({
                "jsonrpc": "2.0", "id": id, "method": method, "params": parameters,
            }));
            let mut answer = loop {
                let message = self.read_until(deadline, method);
                if message["id"] == id && message["method"].is_null() {
                    break message;
                }
            };
            let error = &answer["error"];
            if error.is_null() {
                return answer["result"].take();
            }
            // What it refuses, such as a rename of what cannot be renamed, is an answer too.
            if !error["code"]
                .as_i64()
                .is_some_and(|code| ASK_AGAIN.contains(&code))
            {
                return json!({ "refused": error["message"] });
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// The next message. Those that the server wants something with are dealt with here.
    fn read_until(&mut self, deadline: Instant, awaited: &str) -> Value {
        let left = deadline.saturating_duration_since(Instant::now());
        let message = self
            .messages
            .recv_timeout(left)
            .unwrap_or_else(|error| panic!("waited for the server, {awaited}: {error}"));
        let Some(method) = message["method"].as_str() else {
            return message;
        };
        if method == "experimental/serverStatus" {
            self.status = message["params"].clone();
        }
        if !message["id"].is_null() {
            let result = match message["params"]["items"].as_array() {
                Some(items) if method == "workspace/configuration" => {
                    json!(vec![&self.settings; items.len()])
                }
                _ => Value::Null,
            };
            self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }));
        }
        message
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len())
            .and_then(|()| self.input.flush())
            .expect("the server reads");
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// One message: headers, an empty line, a body of the announced length. None at the end.
fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.parse().ok();
        }
    }
    let mut body = vec![0; length?];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// A path as the protocol names it.
pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}
