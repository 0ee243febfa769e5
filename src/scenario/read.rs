//! What the files say, with the place of every value: text to one tree, before anything is known of its meaning.

pub(super) mod csv;
pub(super) mod defaults;
pub mod file;
pub(super) mod layers;
pub(super) mod merge;
pub(super) mod months;
pub(super) mod names;
pub(super) mod options;
pub(super) mod parse;
pub(super) mod path;
pub(super) mod roster;
pub(super) mod scale;
pub(super) mod shape;
pub(super) mod sources;
pub(super) mod to_ids;
pub mod tree;
pub mod wording;
