//! The codes of all findings about inputs.

use super::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident),+ $(,)?) => {
        /// Stable code of a finding; never reused for another meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// Every code in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as printed: `E101`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Whether the input can still be used.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    /// The file cannot be read.
    FileUnreadable = "E001" Error,
}
