//! What a document tells a word processor beside its text: settings, fonts, properties.

use super::measures::{BLACK, FANGSONG, KAI, SONG, TITLE, W};
use super::xml::{Element, element};
use crate::units::Month;

/// Fonts by name, each with what stands in for it where it is missing, and whether its strokes end in serifs.
const FONTS: [(&str, &str, &str); 5] = [
    (FANGSONG, "仿宋", "roman"),
    (KAI, "楷体", "roman"),
    (TITLE, "宋体", "roman"),
    (BLACK, "SimHei", "swiss"),
    (SONG, "SimSun", "roman"),
];

/// Left and right pages differ in their page number; punctuation may be set closer, as Chinese typesetting has it.
pub(super) fn settings() -> Element {
    let compatible = |name: &'static str| element(name);
    let compat = element("w:compat")
        .containing(
            ["w:spaceForUL", "w:balanceSingleByteDoubleByteWidth", "w:doNotLeaveBackslashAlone", "w:ulTrailSpace"]
                .map(compatible),
        )
        .containing(["w:doNotExpandShiftReturn", "w:useFELayout"].map(compatible))
        .containing([element("w:compatSetting")
            .with("w:name", "compatibilityMode")
            .with("w:uri", "http://schemas.microsoft.com/office/word")
            .val(15)]);
    element("w:settings").with("xmlns:w", W).containing([
        element("w:zoom").with("w:percent", 100),
        element("w:defaultTabStop").val(420),
        element("w:evenAndOddHeaders"),
        element("w:characterSpacingControl").val("compressPunctuation"),
        compat,
    ])
}

/// The fonts of the document and their substitutes.
pub(super) fn fonts() -> Element {
    let font = |(name, other, family): (&str, &str, &str)| {
        element("w:font").with("w:name", name).containing([
            element("w:altName").val(other),
            element("w:charset").val("86"),
            element("w:family").val(family),
            element("w:pitch").val("variable"),
        ])
    };
    element("w:fonts").with("xmlns:w", W).containing(FONTS.map(font))
}

/// The title, and the month of the data as the day of creation: a clock would make every file another.
pub(super) fn properties(title: &str, dated: Month) -> Element {
    let day = format!("{dated}-01T00:00:00Z");
    let date = |name| element(name).with("xsi:type", "dcterms:W3CDTF").saying(&day);
    element("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .containing([element("dc:title").saying(title), date("dcterms:created"), date("dcterms:modified")])
}
