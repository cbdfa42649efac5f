//! States, superstates and events with names that mean something to Mermaid, to Graphviz, to HTML or
//! to CSS.

use steadfast::prelude::*;

#[derive(Debug, StateVariant)]
pub(crate) enum Word {
    Note,
    State,
    End,
    Class,
    Default,
    Graph,
    Node,
    Edge,
    Subgraph,
    Strict,
    Digraph,
    Direction,
    Fork,
    Root,
    Hide,
    Style,
    Click,
    Start,
    Current,
    Failure,
    LR,
    TB,
    Svg,
    N,
    S0__,
    Any__,
    Done__,
    Script,
    StateDiagram,
}

#[derive(Debug, EventVariant)]
pub(crate) enum Next {
    Note,
    End,
    Class,
    State,
    As,
    Left,
    Default,
}

fsm! {
    pub(crate) struct Graph;
    state: Word; event: Next; context: u32; initial: Note;

    unhandled => reject;
    state Note { on Note => State; }
    state State { on End => End; }
    state End { on Class => Class; }
    state Class { on State => Default; }
    state Default { on As => Graph; }
    superstate Cluster {
        state Graph { on Left => Node; }
        superstate Concurrent {
            state Node { on Note => Edge; }
            state Edge { on Note => Subgraph; on End => Node; }
            on Class => Graph;
        }
        state Subgraph { on Note => Strict; }
        state Strict { on Note => Digraph; }
    }
    superstate Title {
        superstate As {
            state Digraph { on Note => Direction; }
            state Direction { on Note => Fork; }
        }
        state Fork { on Note => Root; }
        on Default => Root;
    }
    superstate Root_ {
        state Root { on Note => Hide; }
    }
    state Hide { on Note => Style; }
    state Style { on Note => Click; }
    state Click { on Note => Start; }
    state Start: Poll { on Note => Current; }
    state Current: Ignore { on Note => LR; }
    state LR: Race { on Note => TB; }
    state TB { on Note => Svg; }
    state Svg { on Note => N; }
    state N { on Note => S0__; }
    state S0__ { on Note => Any__; }
    state Any__ { on Note => Script; }
    state Script { on Note => StateDiagram; }
    state StateDiagram { on Note => Done__; on End => Failure; }
    terminal state Done__;
    failure state Failure;
}
