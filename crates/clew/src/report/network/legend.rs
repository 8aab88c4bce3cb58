//! What colours, lines and shapes of the pictures mean.

use crate::casefile::CaseFile;
use crate::report::page::Page;
use crate::report::parts::plain;

/// What colours, lines and shapes mean.
pub(super) fn legend(page: &mut Page, case: &CaseFile) {
    page.raw("<ul class=\"legend net-legend\">");
    for layer in &case.layers {
        page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link y-");
        page.raw(layer.layer)
            .raw("\" d=\"M0 5H30\"/></svg> ")
            .text(&plain(layer.layer))
            .raw("</li>");
    }
    page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link\" d=\"M0 5H30\"/></svg> solid: contacts, or confirmed or stated</li>");
    page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link dash\" d=\"M0 5H30\"/></svg> dashed: reported, claimed, alleged or weaker only</li>");
    page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link no\" d=\"M0 5H30\"/><path class=\"cross\" d=\"M11 1l8 8m0 -8l-8 8\"/></svg> crossed: some source denies it</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><circle class=\"node\" cx=\"6\" cy=\"6\" r=\"5\"/></svg> person</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><circle class=\"node open\" cx=\"6\" cy=\"6\" r=\"5\"/></svg> protected person</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><path class=\"node\" d=\"M1 1h10v10h-10z\"/></svg> organisation or group</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><path class=\"node\" d=\"M6 0l6 6l-6 6l-6 -6z\"/></svg> number</li>");
    page.raw("<li>size: number of ties</li></ul>");
}
