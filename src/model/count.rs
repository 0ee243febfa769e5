//! A count of heads: posts that all need somebody else, and the people who may hold any of them.

use super::{MatterIx, PersonIx, PostIx};
use schemars::JsonSchema;
use serde::Serialize;

/// Why a matter cannot be opened beside others, by counting alone: its posts and theirs need more different people than
/// there are who may hold any of them. Volumes and minutes do not enter into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadCount {
    /// The matters that stay open beside it; any other may stop. Empty: the matter's own posts are too many.
    pub kept: Vec<MatterIx>,
    /// The posts. Nobody may hold two of them.
    pub posts: Vec<CountedPost>,
    /// Everybody present who may hold any of the posts.
    pub people: Vec<PersonIx>,
    /// Different people that the posts need together.
    pub needed: u32,
    /// How many people there are.
    pub there: u32,
    /// Needed less there; at least 1.
    pub short: u32,
}

/// A post that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountedPost {
    /// The post.
    pub post: PostIx,
    /// Different people that it needs.
    pub people: u32,
    /// The matter that needs them, of those that are to be open.
    pub needed_by: MatterIx,
}
