//! Larger units of the baseline's shape: the centre and its roster several times over, for timings.

use shuanggang::model::{MatterIx, PersonIx, SectionIx, Unit};

/// The unit `copies` times side by side in one: sections, matters and people of each copy have ids of their own.
pub(crate) fn side_by_side(unit: &Unit, copies: usize) -> Unit {
    let mut large = unit.clone();
    for copy in 1..copies {
        let (sections, matters) = (copy * unit.sections.len(), copy * unit.matters.len());
        for section in &unit.sections {
            let mut section = section.clone();
            section.id = format!("{}_{copy}", section.id);
            large.sections.push(section);
        }
        for matter in &unit.matters {
            let mut matter = matter.clone();
            matter.id = format!("{}_{copy}", matter.id);
            matter.section = SectionIx(matter.section.0 + sections);
            matter.audits = matter.audits.iter().map(|audited| MatterIx(audited.0 + matters)).collect();
            large.matters.push(matter);
        }
        for person in &unit.people {
            let mut person = person.clone();
            person.id = format!("{}_{copy}", person.id);
            person.home = person.home.map(|home| SectionIx(home.0 + sections));
            large.people.push(person);
        }
    }
    large.posts = Unit::posts_of(&large.matters);
    // Posts are numbered anew; the rules that name them keep to the first copy, whose sections come first.
    large.rules.kin = unit
        .rules
        .kin
        .clone()
        .map(|pairs| pairs.into_iter().filter(|(_, b)| *b < PersonIx(unit.people.len())).collect());
    large
}
