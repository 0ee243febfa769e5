//! The JSON of a WISN study that was worked out again. Figures by their word in study files.

use crate::analysis::wisn::Audit;
use crate::model::wisn::Study;
use schemars::JsonSchema;
use serde::Serialize;

/// A study worked out again.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WisnFile<'a> {
    /// Name and version of this form.
    pub schema: &'static str,
    /// What the study is about.
    pub name: &'a str,
    /// Where it was published.
    pub source: &'a str,
    /// What follows of it.
    #[serde(flatten)]
    pub audit: &'a Audit,
}

impl<'a> WisnFile<'a> {
    /// Name and version of the form.
    pub const SCHEMA: &'static str = "shuanggang.wisn/1";

    /// A study beside what follows of it.
    #[must_use]
    pub fn new(study: &'a Study, audit: &'a Audit) -> Self {
        Self { schema: Self::SCHEMA, name: &study.name, source: &study.source, audit }
    }
}
