//! `shuanggang retire`

use crate::cli::failure::{Exit, Failure};
use crate::cli::options::Common;
use crate::cli::output::{Destination, Report};
use crate::cli::session::tell;
use crate::cli::values::{month, one_of};
use crate::model::{Employment, PostCategory, RosterEntry, Sex};
use crate::render::json;
use crate::report::retire;
use crate::report::retire::json::{PersonFile, RosterFile};
use crate::scenario;
use crate::text::Text;
use crate::units::Month;
use clap::Args;
use std::path::PathBuf;

/// One person, by the facts that fix retirement, or everyone on a roster.
#[derive(Args)]
pub(in crate::cli) struct Retire {
    #[arg(long, value_parser = month, required_unless_present = "roster", conflicts_with = "roster")]
    born: Option<Month>,
    #[arg(long, value_parser = one_of(&Sex::ALL, Sex::id), required_unless_present = "roster")]
    #[arg(conflicts_with = "roster")]
    sex: Option<Sex>,
    #[arg(long, value_parser = one_of(&PostCategory::ALL, PostCategory::id), required_unless_present = "roster")]
    #[arg(conflicts_with = "roster")]
    category: Option<PostCategory>,
    #[arg(long, conflicts_with = "roster")]
    senior_title: bool,
    #[arg(long)]
    roster: Option<PathBuf>,
}

pub(in crate::cli) fn run(common: &Common, retire: &Retire, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, None, text)?;
    if let Some(person) = person(retire, text)? {
        destination.put(&Report {
            document: &|_| retire::person(&person, text),
            json: &|| json::write(&PersonFile::of(&person)),
            full: true,
            table: "window",
        })?;
    } else if let Some(roster) = &retire.roster {
        let loaded = scenario::load_roster(roster).map_err(|found| Failure::diagnostics(text, &found))?;
        tell(&loaded.warnings, common.quiet, text);
        let people = loaded.people;
        destination.put(&Report {
            document: &|_| retire::roster(&people, text),
            json: &|| json::write(&RosterFile::of(&people)),
            full: true,
            table: "people",
        })?;
    }
    Ok(Exit::Done)
}

/// The person that the options describe; the parser sees to it that either all of them are there or a roster is.
fn person(retire: &Retire, text: &Text) -> Result<Option<RosterEntry>, Failure> {
    let (Some(birth), Some(sex), Some(category)) = (retire.born, retire.sex, retire.category) else { return Ok(None) };
    if retire.senior_title && category != PostCategory::Professional {
        return Err(Failure::usage(text, &text.get("senior-title-unfit")));
    }
    let employment = if category == PostCategory::Contract { Employment::Contract } else { Employment::Established };
    let senior_title = retire.senior_title;
    Ok(Some(RosterEntry {
        id: String::new(),
        employment,
        sex,
        birth,
        category,
        senior_title,
        retirement: None,
        approval: None,
    }))
}
