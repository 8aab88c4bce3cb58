//! The command line: what is asked for, handed to the command that does it.

mod add;
mod args;
mod calls;
mod collect;
mod demo;
mod dismantle;
mod error;
mod export;
mod extract;
mod filter;
mod judge;
mod lists;
mod network;
mod new;
mod out;
mod progress;
mod report;
mod run;
mod search;
mod show;
mod status;
mod stopping;
mod summary;
mod verify;
mod view;

use args::{Arguments, Command};
use clap::Parser as _;
use error::Failure;
use std::process::ExitCode;

/// Reads the command line, does what it asks, and gives the exit code.
///
/// 0 done; 1 done, and faults were found (`verify`); 2 the command line is wrong; 3 the case or what was
/// asked of it is wrong; 4 input or output failed; 5 something is corrupt; 6 another process writes to the
/// case; 70 a fault of clew; 130 stopped by the user.
pub fn main() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|first| first == crate::run::WORKER)
    {
        return read::worker::serve();
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return misread(&error),
    };
    let json = arguments.json;
    match dispatch(arguments) {
        Ok(code) => code,
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            out::complain(&failure, json);
            failure.code()
        }
    }
}

/// Says what is wrong with the command line, or prints the help that was asked for.
fn misread(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() || !std::env::args_os().any(|word| word == "--json") {
        // A closed stream is no reason to end otherwise.
        drop(error.print());
        return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
    }
    let text = error.render().to_string();
    let mut pieces = text.splitn(2, "\n\n").map(str::trim);
    let message = pieces.next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    out::complain_json("usage", message, pieces.next());
    ExitCode::from(2)
}

fn dispatch(arguments: Arguments) -> Result<ExitCode, Failure> {
    let json = arguments.json;
    let done = |result: Result<(), Failure>| result.map(|()| ExitCode::SUCCESS);
    match arguments.command {
        Command::New(it) => done(new::new(&it, json)),
        Command::Add(it) => done(add::add(&it, json)),
        Command::Run(it) => done(run::run(&it, json)),
        Command::Status(it) => done(status::status(&it, json)),
        Command::Claims(it) => done(lists::claims(&it, json)),
        Command::Entities(it) => done(lists::entities(&it, json)),
        Command::Links(it) => done(lists::links(&it, json)),
        Command::Network(it) => done(network::network(&it, json)),
        Command::Dismantle(it) => done(dismantle::dismantle(&it, json)),
        Command::Findings(it) => done(lists::findings(&it, json)),
        Command::Calls(it) => done(calls::calls(&it, json)),
        Command::Show(it) => done(show::show(&it, json)),
        Command::Search(it) => done(search::search(&it, json)),
        Command::Judge(it) => done(judge::judge(&it, json)),
        Command::Report(it) => done(report::report(&it, json)),
        Command::Export(it) => done(export::export(&it, json)),
        Command::Verify(it) => verify::verify(&it, json),
        Command::Extract(it) => done(extract::extract(&it, json)),
        Command::Demo(it) => done(demo::demo(&it, json)),
    }
}
