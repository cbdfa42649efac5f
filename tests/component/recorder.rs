//! Records what is told to `tracing`.

use std::collections::BTreeMap;
use std::fmt::{self, Debug};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Dispatch, Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::{LookupSpan, Registry};

/// What was told, in order. Clones record to the same place.
#[derive(Clone, Default)]
pub struct Recorder {
    told: Arc<Mutex<Vec<Told>>>,
}

/// One span that was made, or one event.
#[derive(Clone)]
pub struct Told {
    pub level: Level,
    /// The name of a span, the message of an event.
    pub what: String,
    pub is_span: bool,
    pub target: String,
    pub fields: BTreeMap<&'static str, String>,
    /// The spans around it, the outermost first, with their fields.
    pub within: Vec<String>,
}

/// `info ended kind=completed state=Finished`
impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = self.level.to_string().to_lowercase();
        write!(f, "{level} {}{}", self.what, shown(&self.fields))
    }
}

fn shown(fields: &BTreeMap<&'static str, String>) -> String {
    let fields = fields
        .iter()
        .map(|(name, value)| format!(" {name}={value}"));
    fields.collect()
}

impl Recorder {
    /// For the thread that it is made the default of.
    pub fn dispatch(&self) -> Dispatch {
        Dispatch::new(Registry::default().with(self.clone()))
    }

    /// What was told of a target since the last call.
    pub fn take(&self, target: &str) -> Vec<Told> {
        let mut told = self.told.lock().unwrap();
        let (taken, left) = std::mem::take(&mut *told)
            .into_iter()
            .partition(|told| told.target == target);
        *told = left;
        taken
    }
}

#[derive(Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let metadata = attributes.metadata();
        let shown = format!("{}{}", metadata.name(), shown(&fields.0));
        let span = context.span(id).unwrap();
        span.extensions_mut().insert(shown);
        self.told.lock().unwrap().push(Told {
            level: *metadata.level(),
            what: metadata.name().to_owned(),
            is_span: true,
            target: metadata.target().to_owned(),
            fields: fields.0,
            within: Vec::new(),
        });
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let within = context.event_scope(event).map_or(Vec::new(), |scope| {
            let spans = scope.from_root();
            let spans = spans.map(|span| span.extensions().get::<String>().cloned());
            spans.map(Option::unwrap_or_default).collect()
        });
        let metadata = event.metadata();
        self.told.lock().unwrap().push(Told {
            level: *metadata.level(),
            what: fields.0.remove("message").unwrap_or_default(),
            is_span: false,
            target: metadata.target().to_owned(),
            fields: fields.0,
            within,
        });
    }
}
