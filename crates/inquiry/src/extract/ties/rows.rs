//! Ties that a table's header gives: who paid whom.

use super::Ties;
use crate::extract::names::lexicon::fold;
use model::{BlockKind, Layer, Mention, MentionKind, Span};

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
    let Some(part) = scene.document.parts.get(scene.part) else {
        return;
    };
    let Some(own) = scene.sentence.block else {
        return;
    };
    let Some(BlockKind::Row {
        cells,
        header: false,
        ..
    }) = part.blocks.get(own).map(|block| &block.kind)
    else {
        return;
    };
    // The header stands near the top; looking further would take time for every row.
    let header = part
        .blocks
        .iter()
        .take(own.min(12))
        .rev()
        .find_map(|block| match &block.kind {
            BlockKind::Row {
                cells,
                header: true,
                ..
            } => Some(cells),
            _ => None,
        });
    let Some(header) = header else { return };
    let column = |words: &[&str]| {
        let fits = |cell: &Span| {
            let cell = fold(cell.of(&part.text).unwrap_or_default());
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
