//! Ties that a table's header gives: who paid whom.

use super::Ties;
use crate::columns::{PAYS, column};
use model::{Layer, Mention, MentionKind};

/// Headers of whoever sends money, folded.
const SENDS: &[&str] = &["sender", "remitente", "ordenante", "отправитель"];
/// Headers of whoever is paid. Who buys a ticket for a passenger does not pay the passenger.
const PAID: &[&str] = &[
    "payee",
    "paid to",
    "recipient",
    "beneficiary",
    "beneficiario",
    "destinatario",
    "получатель",
];

/// A row with a payer and a payee.
pub(super) fn payments(ties: &mut Ties<'_, '_>) {
    let scene = ties.scene;
    let Some((header, cells)) = scene.row() else {
        return;
    };
    let in_cell = |column: usize| -> Option<&Mention> {
        let cell = *cells.get(column)?;
        scene.mentions.iter().find(|mention| {
            mention.kind == MentionKind::Person && cell.contains(mention.place.span)
        })
    };
    let ends = (
        column(scene.text, header, &[PAYS, SENDS]).and_then(in_cell),
        column(scene.text, header, &[PAID]).and_then(in_cell),
    );
    if let (Some(payer), Some(payee)) = ends {
        ties.tie(payer, payee, Layer::Paid, payer.place.span);
    }
}
