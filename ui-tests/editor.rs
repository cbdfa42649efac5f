//! What an editor shows in a machine: everything that it shows in the Rust around it, also while a
//! line is half written.
//!
//! The editor's part is played by a rust-analyzer, which the environment variable `RUST_ANALYZER`
//! names, and otherwise `PATH`:
//!
//! ```sh
//! cargo test --test editor -- --ignored
//! ```

#[path = "editor/client.rs"]
mod client;
#[path = "editor/questions.rs"]
mod questions;

use questions::ask;

#[test]
#[ignore = "needs a rust-analyzer"]
fn hovering_shows_what_the_item_says_of_itself() {
    ask(|editor| {
        let states = [
            ("initial: Id$0le;", "Nobody has asked for anything."),
            (
                "state Dia$0ling { attempt } {",
                "One try to reach the peer.",
            ),
            ("state U$0p: Race", "Bytes go back and forth."),
            (
                "=> Back$0off { attempt: *attempt + 1 }",
                "A pause before the next try.",
            ),
            ("on Close => Clo$0sed;", "Ended as somebody asked."),
            ("failure state Fai$0led;", "Ended because nothing helped."),
        ];
        let events = [
            ("on Dia$0l => Dialing", "Somebody wants the link."),
            ("on Conn$0ected(socket)", "The peer answered."),
            ("on Lo$0st(_) | timeout =>", "The peer is gone."),
            ("on Dia$0l => stay do", "Somebody wants the link."),
            ("on Clos$0e => Closed", "Nobody wants the link any more."),
            ("on Connected(_) | Lo$0st(_) => reject", "The peer is gone."),
            ("error:   Signal::Err$0or", "Something broke."),
            (
                "stop:    Signal::Clo$0se",
                "Nobody wants the link any more.",
            ),
        ];
        let actions = [
            ("do [Ado$0pt(socket)]", "Take the new socket."),
            (
                "on_exit do [Report(\"down\"), Hang$0up]",
                "Put the socket away.",
            ),
            ("on_entry do [Rep$0ort(\"up\")]", "Tell the log."),
            ("stay do [Rep$0ort(\"patience\")]", "Tell the log."),
        ];
        let expressions = [
            (
                "*attempt >= context.max_at$0tempts",
                "How often a peer is tried.",
            ),
            (
                "timeout context.dial_tim$0eout;",
                "How long one try may take.",
            ),
            ("task dial(context.addr$0ess)", "Where the peer lives."),
            ("task di$0al(", "Calls the peer."),
            ("timeout context.de$0lay(", "Longer with each try."),
            ("if *atte$0mpt >= context", "attempt: &"),
            ("if wh$0y.is_empty()", "why: String"),
            (
                "*attempt >= cont$0ext.max_attempts",
                "context: &LinkContext",
            ),
            ("task dial(cont$0ext.address)", "context: &LinkContext"),
            ("timeout context.delay(*tri$0es)", "tries: &"),
            ("state Dialing { atte$0mpt }", "attempt: "),
        ];
        let headers = [
            ("state:   Li$0nk;", "Where the link stands."),
            ("event:   Sig$0nal;", "What happens to a link."),
            ("context: LinkCon$0text;", "What a link knows."),
            ("action:  Eff$0ect;", "What a link asks for."),
            (
                "state Up: Ra$0ce {",
                "Work and listen at once; whichever comes first.",
            ),
            ("pub struct LinkMac$0hine;", "The life of one link."),
            (
                "pub trait LinkDis$0patch;",
                "What the link does in each state that works.",
            ),
            ("#[supervisor(LinkMac$0hine)]", "The life of one link."),
        ];
        for (cursor, shows) in states {
            editor.hover(cursor, shows);
        }
        for (cursor, shows) in events {
            editor.hover(cursor, shows);
        }
        for (cursor, shows) in actions {
            editor.hover(cursor, shows);
        }
        for (cursor, shows) in expressions {
            editor.hover(cursor, shows);
        }
        for (cursor, shows) in headers {
            editor.hover(cursor, shows);
        }
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn each_name_leads_to_where_it_is_declared() {
    ask(|editor| {
        editor.definition("initial: Id$0le;", "$0Idle,\n");
        editor.definition(
            "state Dia$0ling { attempt } {",
            "$0Dialing { attempt: u32 },",
        );
        editor.definition("state U$0p: Race", "$0Up,\n");
        editor.definition(
            "=> Back$0off { attempt: *attempt + 1 }",
            "$0Backoff { attempt: u32 },",
        );
        editor.definition("failure state Fai$0led;", "$0Failed(String),");

        editor.definition("on Conn$0ected(socket)", "$0Connected(u16),");
        editor.definition("on Dia$0l => stay do", "$0Dial,\n");
        editor.definition("on Clos$0e => Closed", "$0Close,\n");
        editor.definition("on Connected(_) | Lo$0st(_) => reject", "$0Lost(String),");
        editor.definition("error:   Signal::Err$0or", "$0Error(String),");

        editor.definition("do [Ado$0pt(socket)]", "$0Adopt(u16),");
        editor.definition("do [Report(\"down\"), Hang$0up]", "$0Hangup,\n");

        editor.definition(
            "*attempt >= context.max_at$0tempts",
            "pub $0max_attempts: u32",
        );
        editor.definition("timeout context.de$0lay(", "pub fn $0delay(");
        editor.definition("if *atte$0mpt >= context", "state Dialing { $0attempt } {");
        editor.definition(
            "{ attempt: *atte$0mpt + 1 }",
            "state Dialing { $0attempt } {",
        );
        editor.definition("{ atte$0mpt: *attempt + 1 }", "Backoff { $0attempt: u32 },");
        editor.definition("timeout context.delay(*tri$0es)", "{ attempt: $0tries }");
        editor.definition("do [Adopt(sock$0et)]", "on Connected($0socket)");
        editor.definition("if wh$0y.is_empty()", "on Lost($0why)");
        editor.definition(
            "*attempt >= cont$0ext.max_attempts",
            "$0context: LinkContext;",
        );

        editor.definition("state:   Li$0nk;", "pub enum $0Link {");
        editor.definition("event:   Sig$0nal;", "pub enum $0Signal {");
        editor.definition("context: LinkCon$0text;", "pub struct $0LinkContext {");
        editor.definition("action:  Eff$0ect;", "pub enum $0Effect {");
        editor.definition("#[supervisor(LinkMac$0hine)]", "pub struct $0LinkMachine;");
        editor.definition("impl LinkDis$0patch for", "pub trait $0LinkDispatch;");
        editor.definition_elsewhere("state Up: Ra$0ce {", "policy.rs", "$0Race,");
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn renaming_changes_each_occurrence_once_and_nothing_else() {
    ask(|editor| {
        let backoff = [
            "Pause { attempt: u32 },",
            "on Lost(_) | timeout => Pause { attempt: *attempt + 1 };",
            "state Pause { attempt: tries } {",
            "on Lost(_) => Pause { attempt: 1 };",
        ];
        editor.rename("    Back$0off { attempt: u32 },", "Pause", &backoff);
        editor.rename("=> Back$0off { attempt: *attempt + 1 }", "Pause", &backoff);
        editor.rename("state Back$0off { attempt: tries }", "Pause", &backoff);

        let up = [
            "Open,",
            "on Connected(socket) => Open do [Adopt(socket)];",
            "state Open: Race {",
            "let link = LinkMachine::resume(Link::Open);",
            "assert!(matches!(link.state(), Link::Open));",
        ];
        editor.rename("    U$0p,\n", "Open", &up);
        editor.rename("state U$0p: Race", "Open", &up);

        let close = [
            "Leave,",
            "stop:    Signal::Leave;",
            "on Leave => Closed;",
            "Ok(next::emit(Signal::Leave))",
        ];
        editor.rename("on Clos$0e => Closed", "Leave", &close);
        editor.rename("stop:    Signal::Clos$0e", "Leave", &close);

        let report = [
            "Tell(&'static str),",
            "on Dial => stay do [Tell(\"patience\")];",
            "on_entry do [Tell(\"up\")];",
            "on_exit do [Tell(\"down\"), Hangup];",
            "Effect::Tell(_) => {}",
        ];
        editor.rename("on_entry do [Rep$0ort(\"up\")]", "Tell", &report);

        let max_attempts = [
            "pub tries: u32,",
            "on Lost(_) | timeout if *attempt >= context.tries => Failed(\"gave up\".into());",
        ];
        editor.rename("*attempt >= context.max_at$0tempts", "tries", &max_attempts);

        // Of the payload's field; `{ attempt }`, which names field and binding at once, cannot be
        // rewritten in a macro.
        let tries = [
            "state Backoff { attempt: count } {",
            "timeout context.delay(*count) => Dialing { attempt: *count };",
            "on Lost(_) if *count > 9 => Dialing { attempt: *count };",
        ];
        // From where it is bound. From a use only that use is renamed along: a guard, a clock and an
        // outcome are functions of their own, each with a name of its own.
        editor.rename("state Backoff { attempt: tri$0es }", "count", &tries);

        let why = ["on Lost(reason) if reason.is_empty() => Dialing { attempt: 0 };"];
        editor.rename("if wh$0y.is_empty()", "reason", &why);

        let link_context = [
            "pub struct Knowledge {",
            "impl Knowledge {",
            "context: Knowledge;",
            "async fn up(&mut self, _: &Link, context: &mut Knowledge) -> Next<Signal> {",
            "impl Execute<Effect> for Knowledge {",
        ];
        editor.rename("context: LinkCon$0text;", "Knowledge", &link_context);

        let machine = [
            "pub struct LinkLife;",
            "#[supervisor(LinkLife)]",
            "let link = LinkLife::resume(Link::Up);",
        ];
        editor.rename("= LinkMach$0ine::resume", "LinkLife", &machine);
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn each_use_is_found_once() {
    ask(|editor| {
        let lost = [
            "on Lost(_) => reject;",
            "on Lost(_) | timeout if *attempt >= context.max_attempts => Failed(\"gave up\".into());",
            "on Lost(_) | timeout => Backoff { attempt: *attempt + 1 };",
            "on Lost(_) if *tries > 9 => Dialing { attempt: *tries };",
            "on Lost(_) => stay;",
            "on Lost(why) if why.is_empty() => Dialing { attempt: 0 };",
            "on Lost(_) => Backoff { attempt: 1 };",
            "on Connected(_) | Lost(_) => reject;",
        ];
        editor.references("    Lo$0st(String),", &lost);
        editor.references("on Connected(_) | Lo$0st(_) => reject", &lost);
        let dialing = [
            "on Dial => Dialing { attempt: 1 };",
            "state Dialing { attempt } {",
            "timeout context.delay(*tries) => Dialing { attempt: *tries };",
            "on Lost(_) if *tries > 9 => Dialing { attempt: *tries };",
            "on Lost(why) if why.is_empty() => Dialing { attempt: 0 };",
        ];
        editor.references("    Dia$0ling { attempt: u32 },", &dialing);
    });
}

const EVENTS: &[&str] = &["Dial", "Connected", "Lost", "Close", "Error"];
const STATES: &[&str] = &["Idle", "Dialing", "Up", "Backoff", "Closed", "Failed"];
const ACTIONS: &[&str] = &["Adopt", "Hangup", "Report"];
const FIELDS: &[&str] = &["max_attempts", "dial_timeout", "address"];
const POLICIES: &[&str] = &["Block", "Poll", "Ignore", "Race"];

#[test]
#[ignore = "needs a rust-analyzer"]
fn names_are_offered_in_a_machine_that_is_whole() {
    ask(|editor| {
        editor.complete("on Lo$0st(_) | timeout =>", EVENTS);
        editor.complete("on Dia$0l => stay do", EVENTS);
        editor.complete("on Connected(_) | Lo$0st(_) => reject", EVENTS);
        editor.complete("=> Ba$0ckoff { attempt: *attempt + 1 }", STATES);
        editor.complete("on Close => Clo$0sed;", STATES);
        editor.complete("initial: Id$0le;", STATES);
        editor.complete("state Ba$0ckoff { attempt: tries } {", STATES);
        editor.complete("failure state Fa$0iled;", STATES);
        editor.complete("*attempt >= context.$0max_attempts", FIELDS);
        editor.complete("*attempt >= context.max$0_attempts", FIELDS);
        editor.complete("timeout context.di$0al_timeout;", FIELDS);
        editor.complete("task dial(context.ad$0dress)", FIELDS);
        editor.complete("if wh$0y.is_empty()", &["why", "context"]);
        editor.complete("if why.is$0_empty()", &["is_empty", "len"]);
        editor.complete("do [Ad$0opt(socket)]", ACTIONS);
        editor.complete("on_entry do [Rep$0ort(\"up\")]", ACTIONS);
        editor.complete("do [Adopt(so$0cket)]", &["socket"]);
        editor.complete("Backoff { attempt: *at$0tempt + 1 }", &["attempt"]);
        editor.complete("state Up: Ra$0ce {", POLICIES);
        editor.complete("error:   Signal::Err$0or", EVENTS);
        editor.complete("stop:    Signal::Clo$0se", EVENTS);
        editor.complete("context: LinkCon$0text;", &["LinkContext"]);
    });
}

/// A line of state `Up`, with others before and after it.
const UP: &str = "on Lost(_) => Backoff { attempt: 1 };";
/// A line of state `Dialing`, likewise.
const DIALING: &str = "on Lost(_) | timeout => Backoff { attempt: *attempt + 1 };";

#[test]
#[ignore = "needs a rust-analyzer"]
fn events_are_offered_while_an_arm_is_written() {
    ask(|editor| {
        editor.half_written(UP, "on $0", EVENTS);
        editor.half_written(UP, "on Lo$0", EVENTS);
        editor.half_written(UP, "on Lost(_) | $0", EVENTS);
        editor.half_written(UP, "on Lost(_) | Co$0 => stay;", EVENTS);
        editor.half_written(DIALING, "on Lo$0", EVENTS);
        editor.half_written(
            "on Dial => stay do [Report(\"patience\")];",
            "on Di$0",
            EVENTS,
        );
        editor.half_written("on Close => Closed;", "on $0", EVENTS);
        editor.half_written("on Close => Closed;", "on Clo$0", EVENTS);
        editor.half_written("error:   Signal::Error;", "error: Signal::$0", EVENTS);
        editor.half_written("error:   Signal::Error;", "error: Signal::$0;", EVENTS);
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn a_comma_for_a_semicolon_costs_no_name() {
    ask(|editor| {
        editor.half_written(UP, "on Dial => Up,\n        on Lo$0 => stay;", EVENTS);
        editor.half_written(UP, "on Dial => Up,\n        on Lost(_) => Ba$0", STATES);
        editor.half_written(UP, "on Dial => Up\n        on Lo$0 => stay;", EVENTS);
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn fields_are_offered_while_an_expression_is_written() {
    ask(|editor| {
        editor.half_written(UP, "on Lost(_) if context.$0", FIELDS);
        editor.half_written(UP, "on Lost(_) if context.ma$0", FIELDS);
        editor.half_written(
            UP,
            "on Lost(_) if context.max_attempts > context.$0 => Up;",
            FIELDS,
        );
        editor.half_written(UP, "on Lost(_) if con$0", &["context"]);
        editor.half_written(UP, "on Lost(why) if why.$0", &["is_empty", "len"]);
        editor.half_written(DIALING, "on Lost(_) if *at$0", &["attempt"]);
        editor.half_written(DIALING, "on Lost(_) if context.$0", FIELDS);
        editor.half_written(
            "timeout context.dial_timeout;",
            "timeout context.$0",
            FIELDS,
        );
        editor.half_written(
            "timeout context.dial_timeout;",
            "timeout context.$0;",
            FIELDS,
        );
        editor.half_written(
            "timeout context.dial_timeout;",
            "timeout context.di$0",
            FIELDS,
        );
        editor.half_written("task dial(context.address);", "task di$0", &["dial"]);
        editor.half_written(
            "task dial(context.address);",
            "task dial(context.$0",
            FIELDS,
        );
        editor.half_written(
            "task dial(context.address);",
            "task dial(context.$0)",
            FIELDS,
        );
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn states_are_offered_while_a_target_is_written() {
    ask(|editor| {
        editor.half_written(UP, "on Foo => $0", STATES);
        editor.half_written(UP, "on Dial => $0", STATES);
        editor.half_written(UP, "on Dial => $0;", STATES);
        editor.half_written(UP, "on Dial => Ba$0", STATES);
        editor.half_written(UP, "on Lost(_) if context.max_attempts > 3 => Ba$0", STATES);
        editor.half_written(UP, "on Dial => Backoff { $0 }", &["attempt"]);
        editor.half_written(UP, "on Dial => Backoff { at$0 };", &["attempt"]);
        editor.half_written(
            DIALING,
            "on Lost(_) => Backoff { attempt: *at$0 }",
            &["attempt"],
        );
        editor.half_written(
            DIALING,
            "on Lost(_) => Backoff { attempt: context.$0 }",
            FIELDS,
        );
        editor.half_written("on Close => Closed;", "on Close => Cl$0", STATES);
        editor.half_written("initial: Idle;", "initial: $0", STATES);
        editor.half_written("initial: Idle;", "initial: Id$0", STATES);
        editor.half_written("terminal state Closed;", "terminal state Cl$0", STATES);
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn actions_are_offered_while_a_list_is_written() {
    ask(|editor| {
        editor.half_written(UP, "on Dial => Up do [$0", ACTIONS);
        editor.half_written(UP, "on Dial => Up do [Ad$0", ACTIONS);
        editor.half_written(UP, "on Dial => Up do [Hangup, $0", ACTIONS);
        editor.half_written(UP, "on Dial => Up do [Ad$0];", ACTIONS);
        editor.half_written(
            "on_entry do [Report(\"up\")];",
            "on_entry do [Rep$0];",
            ACTIONS,
        );
        editor.half_written("on_entry do [Report(\"up\")];", "on_entry do [$0", ACTIONS);
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn policies_are_offered_while_a_head_is_written() {
    ask(|editor| {
        editor.half_written("state Up: Race {", "state Up: $0 {", POLICIES);
        editor.half_written("state Up: Race {", "state Up: Ra$0 {", POLICIES);
        editor.half_written("state Idle {", "state Idle: $0 {", POLICIES);
        editor.half_written("terminal state Closed;", "state Closed: $0", POLICIES);
    });
}

#[test]
#[ignore = "needs a rust-analyzer"]
fn the_editor_complains_of_what_is_wrong_and_of_nothing_else() {
    ask(|editor| {
        editor.complaints(None, &[]);
        editor.complaints(
            Some(("on Close => Closed;", "on Close => Closd;")),
            &["on Close => Closd;: there is no state `Closd`"],
        );
    });
}
