//! The `clew` program: hands over to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    clew::cli::main()
}
