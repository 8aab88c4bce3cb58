//! Ctrl-C: the first asks to stop after the piece of work at hand, the second stops at once.

use super::out;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Listens for Ctrl-C from now on; becomes true when it was pressed. `at_hand` is what is still finished.
pub(super) fn listen(at_hand: &'static str) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    let handler = ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) {
            std::process::abort();
        }
        out::note(&format!(
            "stopping after {at_hand}; once more stops at once"
        ));
    });
    if handler.is_err() {
        out::note("note: Ctrl-C will stop at once here; the case stays sound all the same");
    }
    stop
}
