//! What a component around a component passes on as it is.

/// The methods that [`SelfSupervised`](crate::SelfSupervised) and
/// [`HandlerSupervised`](crate::HandlerSupervised) have in common and that are the component's own,
/// whatever stands around it.
macro_rules! forward_to_inner {
    () => {
        fn writer_id(&self) -> $crate::WriterId {
            self.inner.writer_id()
        }

        fn write_completion_event<'life0, 'async_trait>(
            &'life0 self,
        ) -> impl Future<Output = Result<(), $crate::BoxError>> + Send + 'async_trait
        where
            'life0: 'async_trait,
            Self: 'async_trait,
        {
            self.inner.write_completion_event()
        }

        fn event_for_action_error(&self, msg: String) -> Self::Event {
            self.inner.event_for_action_error(msg)
        }

        fn event_for_fault(&self, fault: $crate::Fault) -> Self::Event {
            self.inner.event_for_fault(fault)
        }
    };
}

pub(crate) use forward_to_inner;
