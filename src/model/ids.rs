//! Indices write themselves as the ids of their unit.
//!
//! A result names matters, people and posts by index; only with its unit is an index an id. [`InUnit`] brings the two
//! together at the moment of writing, so that results need neither copies of ids nor structs of their own for them.

use super::{MatterIx, PersonIx, PostIx, SectionIx, TierIx, Unit};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::{
    Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A result and the unit that it is about; it writes itself with ids where the result has indices.
#[derive(Debug, Clone, Copy)]
pub struct InUnit<'a, T> {
    /// The unit.
    pub unit: &'a Unit,
    /// The result.
    pub value: T,
}

impl<T: Serialize> Serialize for InUnit<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(Ids { unit: self.unit, inner: serializer })
    }
}

impl<T: JsonSchema> JsonSchema for InUnit<'_, T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// An index is one of the variants that its unit has of a kind; outside [`InUnit`] nobody knows its name.
const NAMELESS: &str = "index without its unit";

macro_rules! indices {
    ($($index:ident => $id:expr),+ $(,)?) => {
        $(
            impl Serialize for $index {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let index = u32::try_from(self.0).unwrap_or(u32::MAX);
                    serializer.serialize_unit_variant(stringify!($index), index, NAMELESS)
                }
            }

            impl JsonSchema for $index {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($index).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    String::json_schema(generator)
                }
            }
        )+

        /// The id of an index, by the name of its kind; `None`: it is no index, `Some(None)`: the unit has none such.
        fn id(unit: &Unit, kind: &str, index: usize) -> Option<Option<String>> {
            match kind {
                $(stringify!($index) => {
                    let of: fn(&Unit, usize) -> Option<String> = $id;
                    Some(of(unit, index))
                })+
                _ => None,
            }
        }
    };
}

indices! {
    MatterIx => |unit, i| unit.matters.get(i).map(|matter| matter.id.clone()),
    PersonIx => |unit, i| unit.people.get(i).map(|person| person.id.clone()),
    SectionIx => |unit, i| unit.sections.get(i).map(|section| section.id.clone()),
    TierIx => |unit, i| unit.tiers.get(i).map(|tier| tier.id.clone()),
    PostIx => |unit, i| unit.posts.get(i).map(|_| unit.post_id(PostIx(i))),
}

/// Results are made of decimals.
const BINARY: &str = "a binary fraction in a result";

/// Hands everything on as it is, but indices as ids.
struct Ids<'a, S> {
    unit: &'a Unit,
    inner: S,
}

macro_rules! as_it_is {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method(self, value: $type) -> Result<S::Ok, S::Error> {
            self.inner.$method(value)
        })+
    };
}

impl<'a, S: Serializer> Serializer for Ids<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Ids<'a, S::SerializeSeq>;
    type SerializeTuple = Ids<'a, S::SerializeTuple>;
    type SerializeTupleStruct = Ids<'a, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Ids<'a, S::SerializeTupleVariant>;
    type SerializeMap = Ids<'a, S::SerializeMap>;
    type SerializeStruct = Ids<'a, S::SerializeStruct>;
    type SerializeStructVariant = Ids<'a, S::SerializeStructVariant>;

    as_it_is! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_char: char, serialize_str: &str, serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_f32(self, _: f32) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom(BINARY))
    }

    fn serialize_f64(self, _: f64) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom(BINARY))
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.serialize_some(&InUnit { unit: self.unit, value })
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit()
    }

    fn serialize_unit_variant(self, name: &'static str, i: u32, variant: &'static str) -> Result<S::Ok, S::Error> {
        match id(self.unit, name, i as usize) {
            None => self.inner.serialize_unit_variant(name, i, variant),
            Some(Some(id)) => self.inner.serialize_str(&id),
            Some(None) => Err(S::Error::custom("an index of another unit")),
        }
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.serialize_newtype_struct(name, &InUnit { unit: self.unit, value })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        i: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.inner.serialize_newtype_variant(name, i, variant, &InUnit { unit: self.unit, value })
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_seq(len)? })
    }

    fn serialize_tuple(self, len: usize) -> Result<Self::SerializeTuple, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_tuple(len)? })
    }

    fn serialize_tuple_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeTupleStruct, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_tuple_struct(name, len)? })
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        i: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_tuple_variant(name, i, variant, len)? })
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_map(len)? })
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_struct(name, len)? })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        i: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Ok(Ids { unit: self.unit, inner: self.inner.serialize_struct_variant(name, i, variant, len)? })
    }
}

macro_rules! parts {
    ($($part:ident.$method:ident($($key:ident)?)),+ $(,)?) => {
        $(impl<S: $part> $part for Ids<'_, S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, $($key: &'static str,)? value: &T) -> Result<(), S::Error> {
                self.inner.$method($($key,)? &InUnit { unit: self.unit, value })
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.inner.end()
            }
        })+
    };
}

parts! {
    SerializeSeq.serialize_element(),
    SerializeTuple.serialize_element(),
    SerializeTupleStruct.serialize_field(),
    SerializeTupleVariant.serialize_field(),
    SerializeStruct.serialize_field(key),
    SerializeStructVariant.serialize_field(key),
}

impl<S: SerializeMap> SerializeMap for Ids<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        self.inner.serialize_key(&InUnit { unit: self.unit, value: key })
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.inner.serialize_value(&InUnit { unit: self.unit, value })
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.inner.end()
    }
}
