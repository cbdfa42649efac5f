//! A terminal of tmux's: what is typed into it, and what stands in it.

use std::env;
use std::fs;
use std::io::{Write, stderr};
use std::path::PathBuf;
use std::process::{self, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::shown;

/// So long a test waits at most for what must come. Nothing is measured by it.
const PATIENCE: Duration = Duration::from_secs(60);

/// One terminal of 80 columns and 24 lines, with a shell in it; gone when it is dropped.
pub struct Terminal {
    /// The socket of a server of its own.
    socket: PathBuf,
    /// The file by which a test tells its program to go on.
    go: PathBuf,
}

/// Runs a test in a terminal, or says that there is none.
pub fn on_a_terminal(test: impl FnOnce(&Terminal)) {
    if Command::new("tmux").arg("-V").output().is_err() {
        // Not by a macro, whose words the test harness keeps back.
        let name = thread::current().name().unwrap_or_default().to_owned();
        let _ = writeln!(stderr(), "SKIPPED, as tmux is not here: {name}");
        return;
    }
    test(&Terminal::open());
}

/// How this program starts itself as one that shows a table.
pub fn arguments() -> (PathBuf, [&'static str; 4]) {
    let program = env::current_exe().unwrap();
    let test = "shown::a_table_in_this_terminal";
    (program, ["--ignored", "--exact", test, "--nocapture"])
}

impl Terminal {
    fn open() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("steadfast-{}-{number}", process::id());
        let terminal = Terminal {
            socket: env::temp_dir().join(format!("{name}.tmux")),
            go: env::temp_dir().join(format!("{name}.go")),
        };
        terminal.tmux(&[
            "new-session",
            "-d",
            "-x",
            "80",
            "-y",
            "24",
            "env PS1='ready> ' sh",
        ]);
        terminal.until(|screen| screen.contains("ready>"));
        terminal
    }

    fn tmux(&self, arguments: &[&str]) -> String {
        let output = self.command().args(arguments).output().unwrap();
        assert!(output.status.success(), "tmux {arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn command(&self) -> Command {
        let mut tmux = Command::new("tmux");
        tmux.args(["-u", "-f", "/dev/null", "-S"])
            .arg(&self.socket)
            .env_remove("TMUX");
        tmux
    }

    /// Starts this program as one that shows a table.
    pub fn start(&self, what: &str) {
        let (program, arguments) = arguments();
        let line = format!(
            "{}={what} {}='{}' RUST_BACKTRACE=0 '{}' {}",
            shown::WHAT,
            shown::GO,
            self.go.display(),
            program.display(),
            arguments.join(" "),
        );
        self.tmux(&["send-keys", "-l", &line]);
        self.press("Enter");
    }

    /// Lets the program go on.
    pub fn go(&self) {
        fs::write(&self.go, "").unwrap();
    }

    /// Takes that word back, which is one more.
    pub fn halt(&self) {
        fs::remove_file(&self.go).unwrap();
    }

    pub fn press(&self, key: &str) {
        self.tmux(&["send-keys", key]);
    }

    pub fn resize(&self, columns: u16, lines: u16) {
        let (columns, lines) = (columns.to_string(), lines.to_string());
        self.tmux(&["resize-window", "-x", &columns, "-y", &lines]);
    }

    /// What stands in the terminal.
    fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    /// Waits until it looks as it must.
    pub fn until(&self, wanted: impl Fn(&str) -> bool) -> String {
        let begin = Instant::now();
        loop {
            let screen = self.screen();
            if wanted(&screen) {
                return screen;
            }
            assert!(begin.elapsed() < PATIENCE, "it stays at:\n{screen}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn is_on_the_alternate_screen(&self) -> bool {
        let shown = self.tmux(&["display-message", "-p", "#{alternate_on} #{cursor_flag}"]);
        shown.trim() != "0 1"
    }

    /// The shell is there again, with what stood there before and what the program told at last, with
    /// a cursor, and with a keyboard that works as it did.
    pub fn assert_given_back(&self, told: &str) -> String {
        let screen =
            self.until(|screen| screen.contains(told) && screen.trim_end().ends_with("ready>"));
        assert!(!self.is_on_the_alternate_screen(), "{screen}");
        assert!(screen.starts_with("ready> TABLE="), "{screen}");
        assert!(!screen.contains("postponed"), "{screen}");
        self.tmux(&[
            "send-keys",
            "-l",
            "stty -a | tr ' ;' '\\n\\n' | grep -x -e -*icanon -e -*echo -e -*isig",
        ]);
        self.press("Enter");
        self.until(|screen| {
            let told: Vec<_> = screen
                .lines()
                .rev()
                .filter(|line| !line.is_empty())
                .collect();
            let mut modes: Vec<_> = told.iter().skip(1).take(3).copied().collect();
            modes.sort_unstable();
            modes == ["echo", "icanon", "isig"]
        });
        screen
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Its server ends with it, and what runs in it hangs up.
        let _ = self.command().arg("kill-server").output();
        for file in [&self.socket, &self.go] {
            let _ = fs::remove_file(file);
        }
    }
}
