//! Ties that a table's header gives: who paid whom.

use super::Ties;
use crate::extract::names::lexicon::fold;
use model::{Layer, Mention, MentionKind, Span};

/// Headers of whoever pays, folded.
const PAYS: &[&str] = &[
    "payer",
    "paid by",
    "sender",
    "pagador",
    "pagado por",
    "remitente",
    "ordenante",
    "плательщик",
    "отправитель",
    "оплатил",
    "кто платил",
];
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
    let column = |words: &[&str]| {
        let fits = |cell: &Span| {
            let cell = fold(scene.at(*cell));
            words.iter().any(|word| cell.contains(word))
        };
        header
            .iter()
            .position(fits)
            .and_then(|index| cells.get(index))
            .copied()
    };
    let in_cell = |cell: Span| -> Option<&Mention> {
        scene.mentions.iter().find(|mention| {
            mention.kind == MentionKind::Person && cell.contains(mention.place.span)
        })
    };
    let ends = (
        column(PAYS).and_then(in_cell),
        column(PAID).and_then(in_cell),
    );
    if let (Some(payer), Some(payee)) = ends {
        ties.tie(payer, payee, Layer::Paid, payer.place.span);
    }
}
