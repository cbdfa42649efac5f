//! What a stage is generic over, and one of its kind.

use steadfast::BoxError;

/// What a stage does with its items.
pub trait Handler: Send + 'static {
    type Input: Send;
    type Output: Send;

    fn handle(&mut self, item: Self::Input) -> Result<Option<Self::Output>, BoxError>;

    /// What is still inside when no item comes any more.
    fn drain(&mut self) -> Option<Self::Output>;
}

/// Adds its items up, two by two.
#[derive(Default)]
pub struct Pairs(Option<u32>);

impl Handler for Pairs {
    type Input = u32;
    type Output = u32;

    fn handle(&mut self, item: u32) -> Result<Option<u32>, BoxError> {
        match self.0.take() {
            None => self.0 = Some(item),
            Some(first) => return Ok(Some(first.checked_add(item).ok_or("too large")?)),
        }
        Ok(None)
    }

    fn drain(&mut self) -> Option<u32> {
        self.0.take()
    }
}
