//! Many units at once: the list of tasks, the folder of results, and the work between the two.

mod limits;
mod manifest;
mod pace;
mod perform;
mod shard;
mod store;
mod stream;
mod tasks;
mod work;

pub(super) use limits::Limits;
pub(super) use manifest::{Manifest, Tasks, refused};
pub(super) use shard::Shard;
pub(super) use store::{Found, Store};
pub(super) use stream::Streams;
pub(super) use tasks::{Asked, tasks};
pub(super) use work::{Tally, work};
