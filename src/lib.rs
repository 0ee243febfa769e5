//! shuanggang: a staffing and dual-review capacity planner.
//!
//! Data flows one way: [`scenario`] → [`model`] → `optimise` → `check` → `analysis` → `report` → `cli`.
//!
//! ```
//! use shuanggang::render::{detail::Detail, markdown};
//! use shuanggang::report::plan::{self, Extras};
//! use shuanggang::{Language, Settings, Text, assess, scenario};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let unit = scenario::embedded()?.unit; // or one of your own: load(path)?.unit
//! let assessment = assess(&unit, &Settings::default(), &mut ())?;
//! let text = Text::new(Language::English);
//! let memo = plan::document(&unit, &assessment, Extras::default(), &text, Detail::Folded);
//! let memo = markdown::render(&memo);
//! println!("{memo}");
//! # assert!(memo.starts_with("# Hongjiang District Social Insurance Service Centre: posts"), "{memo}");
//! # assert!(memo.contains("Audit and inspection: 2 of 5 matters stalled"), "{memo}");
//! # Ok(())
//! # }
//! ```
//!
//! Stable are the command line, its exit codes, the schemas of its JSON and the format of scenarios. The items of this
//! crate are not before 1.0: any version may change them.

pub mod analysis;
pub mod check;
pub mod cli;
pub mod diag;
pub mod model;
pub mod optimise;
pub mod render;
pub mod report;
pub mod scenario;
pub mod text;
pub mod units;
mod word;

pub use analysis::{Assessment, assess};
pub use diag::Diagnostics;
pub use model::Unit;
pub use optimise::Settings;
pub use render::document::Document;
pub use scenario::{Options, load, load_with};
pub use text::{Language, Text};
