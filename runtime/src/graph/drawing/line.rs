/// A line of a picture, and the condition under which it is there.
pub(crate) struct Line<'c, C> {
    pub(crate) text: String,
    /// None where it is always there.
    #[allow(dead_code)] // At run time every condition is known, and none is asked for.
    pub(crate) condition: Option<&'c C>,
}

impl<C> Line<'_, C> {
    pub(crate) fn always(text: impl Into<String>) -> Self {
        Line {
            text: text.into(),
            condition: None,
        }
    }
}
