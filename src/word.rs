//! Words of a fixed choice: an enumeration and its ids, written once.
//!
//! An id is the word of scenario files, of JSON and of catalogue keys (`status-full`); it never changes with the language.

/// Declares an enumeration whose values each have an id. From the one table come `ALL` (in the order written),
/// `id`, `parse` (the reverse) and the JSON form, so that no value can be missing from one of them.
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$variant_doc])* $variant),+ }

        #[allow(dead_code, reason = "not every choice is asked for every form")]
        impl $name {
            /// Every value, in the order of its definition.
            $vis const ALL: [Self; [$($id),+].len()] = [$(Self::$variant),+];

            /// The word of scenario files, JSON and catalogue keys.
            #[must_use]
            $vis const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The value of an id; none of another word.
            #[must_use]
            $vis fn parse(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id = String::deserialize(deserializer)?;
                Self::parse(&id).ok_or_else(|| serde::de::Error::custom(format_args!("unknown word {id}")))
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::ALL.map(Self::id) })
            }
        }
    };
}
pub(crate) use words;
