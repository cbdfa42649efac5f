//! The plan of what goes wrong when, and the count of calls.

use std::collections::HashMap;
use std::sync::Arc;

use super::injected::Injected;
use super::injection::{Calls, Effect, Injection};
use crate::sync::{Mutex, MutexGuard, lock};
use crate::{BoxError, Supervisor};

/// Where something can be made to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// A dispatch method, whichever state's.
    Dispatch,
    /// The dispatch method of the state with this name, as it stands in the enum.
    DispatchIn(&'static str),
    /// The execution of an action.
    Action,
    /// The completion hook.
    Completion,
}

/// Makes a component's work, actions or completion hook fail, panic or hang at the calls you name.
///
/// Clones share their plan and their counts: keep one, to ask how many calls there were or to add to
/// the plan while the component runs. Where two injections name the same call, the later one counts.
/// See [`testing`](crate::testing) for an example.
#[derive(Clone, Debug, Default)]
pub struct FaultInjector {
    plan: Arc<Mutex<Plan>>,
}

#[derive(Debug, Default)]
struct Plan {
    injections: Vec<(Call, Calls, Injection)>,
    counts: HashMap<Call, u64>,
}

impl FaultInjector {
    /// One that lets everything pass.
    #[must_use]
    pub fn new() -> Self {
        FaultInjector::default()
    }

    /// Lets these calls go wrong, counted from 1 over the component's life.
    ///
    /// ```
    /// use steadfast::testing::{Call, FaultInjector, Injection};
    ///
    /// let faults = FaultInjector::new()
    ///     .at(Call::Dispatch, 3, Injection::error("the disk is full"))
    ///     .at(Call::Action, 2.., Injection::panic("out of range"));
    /// assert_eq!(faults.calls(Call::Dispatch), 0);
    /// ```
    #[must_use = "clones share their plan, but the one that is returned has to go on"]
    pub fn at(self, call: Call, calls: impl Into<Calls>, injection: Injection) -> Self {
        self.add(call, calls, injection);
        self
    }

    /// As [`at`](Self::at), also while the component runs.
    pub fn add(&self, call: Call, calls: impl Into<Calls>, injection: Injection) {
        let calls = calls.into();
        self.plan().injections.push((call, calls, injection));
    }

    /// How many calls were begun so far.
    pub fn calls(&self, call: Call) -> u64 {
        self.plan().counts.get(&call).copied().unwrap_or_default()
    }

    /// Puts the plan around a component, which is then spawned or run as ever.
    ///
    /// A component written by hand that has its mailbox by
    /// [`WithExternalEvents`](crate::WithExternalEvents) is wrapped first and decorated then; the
    /// other way round does not compile:
    ///
    /// ```compile_fail
    /// use steadfast::prelude::*;
    /// use steadfast::testing::{FaultInjector, Injected};
    /// use steadfast::{ExternalEventPolicy, WithExternalEvents};
    ///
    /// fn wrong<T>(faults: &FaultInjector, decorated: WithExternalEvents<T>)
    ///     -> Injected<WithExternalEvents<T>>
    /// where
    ///     T: ExternalEventPolicy + Supervisor<State: Clone>,
    /// {
    ///     faults.around(decorated)
    /// }
    /// # #[derive(Clone, Debug, StateVariant)] enum S { Only, Done }
    /// # #[derive(Debug, EventVariant)] enum E { Fail(String) }
    /// # fsm! {
    /// #     struct M; trait D; state: S; event: E; context: (); initial: Only; error: Fail;
    /// #     state Only { on Fail(_) => Done; } terminal state Done;
    /// # }
    /// # #[supervisor(M)] struct Component;
    /// # impl D for Component {}
    /// # let _: fn(&_, _) -> _ = wrong::<Component>;
    /// ```
    ///
    /// The right way round:
    ///
    /// ```
    /// # use steadfast::prelude::*;
    /// # use steadfast::testing::{FaultInjector, Injected};
    /// # use steadfast::{ExternalEventPolicy, WithExternalEvents};
    /// # use steadfast::{EventReceiver, StateWatcher};
    /// #
    /// fn right<T>(
    ///     faults: &FaultInjector,
    ///     component: T,
    ///     receiver: EventReceiver<T::Event>,
    ///     watcher: StateWatcher<T::State>,
    /// ) -> WithExternalEvents<Injected<T>>
    /// where
    ///     T: ExternalEventPolicy + Supervisor<State: Clone>,
    /// {
    ///     WithExternalEvents::new(faults.around(component), receiver, watcher)
    /// }
    /// # #[derive(Clone, Debug, StateVariant)] enum S { Only, Done }
    /// # #[derive(Debug, EventVariant)] enum E { Fail(String) }
    /// # fsm! {
    /// #     struct M; trait D; state: S; event: E; context: (); initial: Only; error: Fail;
    /// #     state Only { on Fail(_) => Done; } terminal state Done;
    /// # }
    /// # #[supervisor(M)] struct Component;
    /// # impl D for Component {}
    /// # let _: fn(&_, _, _, _) -> _ = right::<Component>;
    /// ```
    pub fn around<T: Supervisor>(&self, component: T) -> Injected<T> {
        const {
            assert!(
                !T::DECORATED,
                "wrap the component itself: `WithExternalEvents::new(faults.around(component), ..)`"
            );
        }
        Injected::new(component, self.clone())
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        lock(&self.plan)
    }

    /// Counts a call under each of its names, and says what goes wrong in it.
    pub(super) fn begin(&self, names: &[Call]) -> Option<Injection> {
        let mut plan = self.plan();
        for &name in names {
            *plan.counts.entry(name).or_default() += 1;
        }
        let Plan { injections, counts } = &*plan;
        let mut later_first = injections.iter().rev();
        let goes_wrong = later_first.find(|(at, calls, _)| {
            let number = counts.get(at).copied().unwrap_or_default();
            names.contains(at) && calls.contain(number)
        });
        goes_wrong.map(|(.., injection)| injection.clone())
    }
}

/// Does what is to go wrong; returns where the call is to be made after all.
pub(super) async fn suffer(injection: Option<Injection>) -> Result<(), BoxError> {
    let Some(Injection { after, effect }) = injection else {
        return Ok(());
    };
    if let Some(time) = after {
        tokio::time::sleep(time).await;
    }
    match effect {
        Effect::Call => Ok(()),
        Effect::Error(error) => Err(error()),
        Effect::Panic(text) => std::panic::panic_any(text.to_string()),
        Effect::Hang => std::future::pending().await,
    }
}
