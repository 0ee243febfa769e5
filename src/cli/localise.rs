//! Puts the texts of the catalogues on the commands and options.

use super::commands::Arguments;
use crate::text::Text;
use clap::{Arg, Command, CommandFactory as _};

/// The whole command line in a language.
#[must_use]
pub fn command(text: &Text) -> Command {
    localise(Arguments::command(), text).subcommand_help_heading(text.get("heading-commands"))
}

fn localise(command: Command, text: &Text) -> Command {
    let name = command.get_name().to_owned();
    let key = |part: &str| format!("{part}-{name}");
    command
        .about(text.get(&key("command")))
        .override_usage(text.get(&key("usage")))
        .after_help(text.get(&key("after")))
        .help_template(format!(
            "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
            text.get("heading-usage")
        ))
        .mut_args(|arg| argument(arg, &name, text))
        .mut_subcommands(|sub| localise(sub, text))
}

fn argument(arg: Arg, command: &str, text: &Text) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let heading = if arg.is_positional() {
        "heading-arguments"
    } else if arg.is_global_set() || command == env!("CARGO_PKG_NAME") {
        "heading-common"
    } else {
        "heading-options"
    };
    // An argument that means another thing in another command has an attribute for each.
    let own = format!("argument-{id}.{command}");
    let help = if text.has(&own) { own } else { format!("argument-{id}") };
    let arg = arg.help(text.get(&help)).help_heading(text.get(heading));
    if !arg.get_action().takes_values() {
        return arg;
    }
    // What clap would add in brackets is English; the catalogues say it in their own words.
    let arg = arg.hide_possible_values(true).hide_default_value(true).hide_env(true);
    arg.value_name(text.get(&format!("value-{id}")))
}
