//! Roles as findings: what sources claim, who claims it and how sure; positions in a column of their own.

use super::network::end_of;
use super::page::Page;
use super::parts::{certainty, chain_of, cite, names, passage, plain, rests};
use crate::casefile::{CaseFile, HolderLine, SaidLine, StandLine};

/// Roles, one after the other.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("roles", "Roles as claimed");
    page.raw("<p class=\"note\">Left, what sources claim that somebody is: who claims it, how sure, in which words. Right, where the material places him. The two are never mixed: a position makes nobody an organiser, and a claim of a role moves nobody in the network. Neither is a measure of guilt; there is no score. The badge beside a name is the surest way in which the role itself is given, the badge beside a source how sure it voices that sentence.</p>");
    if case.roles.is_empty() {
        page.raw("<p>No source claims that anybody organises, recruits, arranges, transports or exploits, or was recruited or is a victim.</p>").end_section();
        return;
    }
    for group in &case.roles {
        page.raw("<h3>Claimed to be ")
            .text(&article(group.role))
            .raw(": ");
        page.num(group.holders.len()).raw("</h3>\n");
        for holder in &group.holders {
            self::holder(page, holder);
        }
    }
    page.end_section();
}

/// "an organiser", "a victim".
fn article(role: &str) -> String {
    let word = plain(role);
    let vowel = word.starts_with(['a', 'e', 'i', 'o']);
    format!("{} {word}", if vowel { "an" } else { "a" })
}

fn holder(page: &mut Page, holder: &HolderLine) {
    page.raw("<div class=\"holder\"><div class=\"claimed\"><h4>");
    end_of(page, &holder.name, holder.entity);
    page.raw(" ");
    certainty(page, holder.certainty);
    page.raw("</h4><p class=\"meta\">Read as ")
        .raw(holder.certainty)
        .raw(" at its surest; from ");
    page.count(holder.origins, "origin", "independent origins");
    if holder.judged {
        page.raw("; <b>given by a person\u{2019}s judgement</b>");
    }
    if !holder.others.is_empty() {
        let others: Vec<String> = holder.others.iter().map(|role| plain(role)).collect();
        page.raw("; also claimed to be ").text(&others.join(", "));
    }
    page.raw("</p>");
    for said in &holder.said {
        way(page, said);
    }
    if !holder.rests.cites.is_empty() {
        page.raw("<p class=\"meta\">Also: ");
        rests(page, &holder.rests);
        page.raw("</p>");
    }
    page.raw("</div><div class=\"placed\"><h5>Position in the material</h5>");
    match &holder.position {
        Some(position) => stands(page, position),
        None => {
            page.raw("<p>Tied to nobody but by being named in one sentence.</p>");
        }
    }
    page.raw("</div></div>\n");
}

fn way(page: &mut Page, said: &SaidLine) {
    page.raw("<p class=\"way\">");
    chain_of(page, &said.chain);
    page.raw(" ");
    if let Some(word) = said.certainty {
        certainty(page, word);
    }
    if said.denied {
        page.raw(" <span class=\"badge denied\">denied by the source</span>");
    }
    page.raw(": ");
    passage(page, &said.sentence);
    page.raw(" ");
    cite(page, &said.cite);
    page.raw("</p>");
}

fn stands(page: &mut Page, position: &StandLine) {
    page.raw("<p>Tied to ")
        .count(position.degree, "other", "others")
        .raw(".</p><p>");
    match position.rank {
        Some(rank) => {
            page.raw("Rank ").num(rank).raw(" of ").num(position.of);
            page.raw(" by betweenness (how many shortest paths between others run over it). With one link in ten left out by chance, and doubtful ones more often: ");
            if position.best == position.worst {
                page.raw("the same.");
            } else {
                page.num(position.best)
                    .raw(" to ")
                    .num(position.worst)
                    .raw(".");
            }
        }
        None => {
            page.raw("Stands between no two others.");
        }
    }
    page.raw("</p>");
    if position.alone > 0 {
        page.raw("<p>Connected to the rest only here: ");
        names(page, &position.named);
        let more = position.alone.saturating_sub(position.named.len());
        if more > 0 {
            page.raw(" and ").num(more).raw(" more");
        }
        page.raw(".</p>");
    }
}
