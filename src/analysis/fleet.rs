//! Many units at once: what one task is, what it finds, and what all of them say together.

pub mod allocate;
pub mod answer;
mod ask;
mod before;
mod front;
pub mod gather;
pub mod matters;
pub mod task;

pub use ask::ask;
pub use before::Before;
