//! What must not compile, with the message it gives, and what must.
