//! One call, message or meeting, down to the row of the record it stands in.

use super::{Shown, context};
use crate::cli::view::View;
use crate::export::rows;
use model::{Contact, Party};

/// The contact of an identifier.
pub(super) fn contact(view: &View, id: &str) -> Option<Shown> {
    let all = &view.study.contacts;
    let contact = all.iter().find(|contact| contact.id.as_str() == id)?;
    Some((lines(view, contact), rows::contact(contact)))
}

fn lines(view: &View, contact: &Contact) -> Vec<String> {
    let mut lines = vec![
        format!("CONTACT {}: {}", contact.id, contact.kind),
        format!("from       {}", party(view, &contact.from)),
        format!("to         {}", party(view, &contact.to)),
        format!(
            "start      {} (as recorded: {})",
            contact
                .start
                .as_deref()
                .map_or_else(|| "no time".to_owned(), |time| format!("{time}, UTC")),
            contact.start_raw
        ),
    ];
    if let Some(seconds) = contact.seconds {
        lines.push(format!("duration   {seconds} s"));
    }
    if contact.count != 1 {
        lines.push(format!("stands for {} contacts", contact.count));
    }
    let kept = [
        ("handset   ", "IMEI ", &contact.imei),
        ("SIM       ", "IMSI ", &contact.imsi),
        ("served by ", "cell ", &contact.cell),
    ];
    lines.extend(kept.into_iter().filter_map(|(what, kind, value)| {
        value.as_ref().map(|value| format!("{what} {kind}{value}"))
    }));
    if contact.cell.is_some() {
        lines.push("           the cell that served the call, not where anybody was".to_owned());
    }
    lines.extend(context(view, &contact.place, &[]));
    let links = view.study.network.links.iter();
    lines.extend(
        links
            .filter(|link| link.contacts.contains(&contact.id))
            .map(|link| format!("link       {}  {}", link.id, link.layer)),
    );
    lines
}

/// A number as it was understood and as it stands, and whose it is said to be.
fn party(view: &View, party: &Party) -> String {
    let mut words = party.key().to_owned();
    if party.number.is_some() && party.raw != words {
        words = format!("{words} (as recorded: {})", party.raw);
    }
    if party.masked {
        words.push_str(", hidden in part by the record");
    }
    let entities = view.study.resolution.entities.iter();
    for entity in entities.filter(|it| it.identifiers.iter().any(|it| it == party.key())) {
        words = format!("{words}; {} {}", view.shown_name(&entity.id), entity.id);
    }
    words
}
