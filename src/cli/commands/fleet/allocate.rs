//! `shuanggang fleet allocate`: which units get so many additional posts.

use crate::analysis::fleet::allocate::{Claim, Terms, align, best, pro_rata};
use crate::analysis::fleet::task::Command;
use crate::cli::failure::{Exit, Failure};
use crate::cli::fleet::{Found, Manifest, Store};
use crate::cli::options::Common;
use crate::cli::output::{Destination, Report};
use crate::cli::shown;
use crate::cli::values::whole;
use crate::render::json;
use crate::report::fleet::allocated::{self, Allocated};
use crate::text::Text;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

#[derive(Args)]
pub(in crate::cli) struct Allocate {
    results: PathBuf,
    #[arg(long, value_parser = whole(1, 100_000))]
    posts: u32,
    #[arg(long, value_parser = whole(1, 50))]
    most: Option<u32>,
    #[arg(long, default_value = "0", value_parser = whole(0, 50))]
    least: u32,
    #[arg(long, value_parser = PossibleValuesParser::new(allocated::TABLES))]
    table: Option<String>,
    #[arg(long)]
    full: bool,
}

pub(super) fn run(common: &Common, options: &Allocate, text: &Text) -> Result<Exit, Failure> {
    let destination = Destination::new(common, options.table.as_deref(), text)?;
    let store = Store::of(&options.results);
    let (mut claims, mut unread, mut holes, mut tried) = (Vec::new(), 0, 0, u32::MAX);
    for task in Manifest::open(&store.manifest(), text)? {
        let task = task?;
        if task.command != Command::Front || !task.scenario.is_empty() {
            continue;
        }
        tried = tried.min(task.extent);
        match store.find(&task) {
            Found::Whole(_, result) => match Claim::of(*result) {
                Some(claim) => claims.push(claim),
                None => unread += 1,
            },
            Found::Broken | Found::Missing => holes += 1,
        }
    }
    let folder = shown(&options.results);
    if holes > 0 {
        let arguments = [("holes", &*holes.to_string()), ("folder", &*folder)];
        let message = text.with("allocate-holes", &arguments);
        return Err(Failure { exit: Exit::Unfinished, message: text.with("error", &[("message", &message)]) });
    }
    if claims.is_empty() {
        return Err(Failure::usage(text, &text.with("allocate-no-fronts", &[("folder", &folder)])));
    }
    let tiers = align(&mut claims);
    let cap = options.most.unwrap_or(tried);
    if cap > tried {
        let arguments = [("most", &*cap.to_string()), ("tried", &*tried.to_string())];
        return Err(Failure::usage(text, &text.with("allocate-beyond", &arguments)));
    }
    let terms = Terms { posts: options.posts, floor: options.least, cap };
    let Some(given) = best(&claims, terms) else {
        let arguments =
            [("least", &*terms.floor.to_string()), ("most", &*cap.to_string()), ("posts", &*terms.posts.to_string())];
        return Err(Failure::usage(text, &text.with("allocate-floor", &arguments)));
    };
    let found = allocated::Found {
        tiers,
        best: given,
        by_insured: pro_rata(&claims, |claim| claim.insured.unwrap_or_default(), terms),
        by_vacancy: pro_rata(&claims, |claim| claim.vacant, terms),
        claims,
        terms,
        unread,
    };
    destination.put(&Report {
        document: &|detail| allocated::document(&found, text, detail),
        json: &|| json::write(&Allocated::of(&found)),
        full: options.full,
        table: options.table.as_deref().unwrap_or("units"),
    })?;
    Ok(Exit::Done)
}
