//! What a hiring plan can be best in.

use crate::word::words;

words! {
    /// What a hiring plan is best in.
    pub enum Aim {
        /// Fewest heads.
        Smallest = "smallest",
        /// Least cost at the highest reading of pay.
        CheapestHigh = "cheapest_high",
        /// Least cost at the lowest reading of pay.
        CheapestLow = "cheapest_low",
    }
}
