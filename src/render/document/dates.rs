//! What happens on which days, for forms that are calendars.

use crate::render::line::Line;
use crate::units::Day;

/// Something that takes whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// What it is.
    pub title: Line,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The day of which it is said.
    pub stamp: Day,
}

impl Dated {
    /// A name that nothing else has, in no calendar of another unit either: the days, the title and that of the whole as
    /// a number (FNV-1a, 64 bits).
    #[must_use]
    pub fn uid(&self, of: &Line) -> String {
        let text = format!("{} {} {} {}", of.as_str(), self.first, self.last, self.title.as_str());
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        format!("{}-{:016x}", self.first, text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }
}
