//! The plan as a page that can be read aloud: what, why, what it rests on, effect, rivals, what would change it.

mod effect;
mod steps;

use super::network::end_of;
use super::page::Page;
use super::parts::{names, plain};
use crate::casefile::{CaseFile, PlanLines, PriceLine};

/// The plan, or why none is made.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    let plan = &case.plan;
    page.section("plan", "The plan");
    page.raw("<p class=\"note\">How the network would fall apart with few removals, on paper, before anyone acts. It is arithmetic on who is known to be tied to whom: to stand in it is no guilt, and nothing in it orders anything. ");
    page.raw("\u{201c}Removed\u{201d} can mean a warning, an interview, a line cut off, a licence withdrawn, an arrest: what is lawful and right is for people to decide.</p>");
    if let Some(why) = &plan.thin {
        page.raw("<p class=\"lead\"><b>No plan is made.</b> ")
            .text(why)
            .raw("</p>");
        if plan.nodes > 0 {
            basis(page, plan);
            spared(page, plan);
        }
        page.end_section();
        return;
    }
    summary(page, plan);
    page.raw("<h3>What, and why</h3>");
    for step in &plan.steps {
        steps::step(page, plan, step);
    }
    steps::further(page, plan);
    page.raw("<h3>Who is left out</h3>");
    spared(page, plan);
    effect::effect(page, plan);
    rivals(page, plan);
    effect::changes(page, plan);
    page.raw("<h3>What it was made on</h3>");
    basis(page, plan);
    page.raw("<p class=\"note\">Found by ").raw(plan.method);
    page.raw(", of a portfolio of published methods that are all finished alike; the same case gives the same plan. <code>clew dismantle CASE</code> makes it, and plans with other layers, costs and aims.</p>");
    page.end_section();
}

/// The plan in a few sentences.
fn summary(page: &mut Page, plan: &PlanLines) {
    page.raw("<p class=\"lead\"><b>In short.</b> ");
    page.count(plan.steps.len(), "removal counts", "removals count");
    page.raw(": ");
    for (at, step) in plan.steps.iter().enumerate() {
        page.raw(match at {
            0 => "",
            _ if at + 1 == plan.steps.len() => " and ",
            _ => ", ",
        });
        page.raw(if step.kind == "phone" {
            "the number "
        } else {
            ""
        });
        end_of(page, &step.name, step.entity);
    }
    page.raw(". They bring the largest group of those who are tied to each other, directly or through others, from ");
    page.num(plan.whole)
        .raw(" to ")
        .num(plan.left.0)
        .raw(" of ")
        .num(plan.nodes)
        .raw(". ");
    if let Some(flow) = &plan.flow {
        page.raw("Of ")
            .num(flow.before)
            .raw(" pairs of a claimed recruiter and a claimed recruit who are connected, ");
        let left = flow.first.after;
        page.num(left)
            .raw(if left == 1 { " is left" } else { " are left" });
        if flow.floor > 0 {
            page.raw(" (").num(flow.floor).raw(
                " hang together through those whom no plan may name, and no plan can part them)",
            );
        }
        if let Some((_, last)) = flow.first.back.last() {
            page.raw(if last.middle >= flow.before {
                ". <b>If lost places are taken by others, this does not last:</b> in the end "
            } else {
                "; if lost places are taken by others, in the end "
            });
            page.num(last.middle).raw(" are connected (");
            if last.low == last.high {
                page.raw("the same in nine runs of ten)");
            } else {
                page.num(last.low)
                    .raw(" to ")
                    .num(last.high)
                    .raw(" in nine runs of ten)");
            }
        }
        page.raw(". ");
    }
    let numbers = plan
        .steps
        .iter()
        .filter(|step| step.kind == "phone" && step.users.is_empty());
    let unknown = numbers.count();
    if unknown > 0 {
        page.raw("<b>")
            .count(unknown, "of these is a number", "of these are numbers")
            .raw(" that nobody is on record as using:</b> who uses it has to be shown first. ");
    }
    page.count(plan.spared.len(), "protected person", "protected persons");
    page.raw(" and what they use stand in no plan.</p>");
}

/// Who is protected, by pseudonym.
fn spared(page: &mut Page, plan: &PlanLines) {
    if plan.spared.is_empty() {
        page.raw("<p>Nobody who is tied in this network is on record as a victim, recruit, minor, witness or relative.</p>");
        return;
    }
    page.raw("<p>Victims, possible victims, recruits, minors, witnesses and relatives are excluded before any plan is looked for, whatever else is said of them: ");
    names(page, &plan.spared);
    if plan.spared_things > 0 {
        page.raw(", and ").count(
            plan.spared_things,
            "number or address that they use",
            "numbers and addresses that they use",
        );
    }
    page.raw(". Ties of theirs may be cut; they themselves are never a target.</p>");
    left_out(page, plan);
    if let Some((with, without)) = plan.toll {
        page.raw("<p>Their protection has a price, which is paid on purpose: without it ");
        page.count(without, "removal", "removals")
            .raw(" would bring the largest group below ");
        page.num(plan.until)
            .raw("\u{a0}% of all; with it ")
            .num(with);
        page.raw(if plan.reached { " do" } else { " do not" });
        page.raw(". No option of clew lifts it.</p>");
    }
    prices(page, plan);
}

/// Who else is no target.
fn left_out(page: &mut Page, plan: &PlanLines) {
    if plan.hanging > 0 {
        page.raw("<p>")
            .count(plan.hanging, "end", "ends")
            .raw(" of whom no more is known than a tie to one protected person, perhaps family, perhaps another victim, stand in no plan either.</p>");
    }
    if plan.unclear > 0 {
        page.raw("<p>")
            .count(plan.unclear, "number", "numbers")
            .raw(" of the records with hidden digits, or none at all, stand in no plan: one may be many phones, and the ties through it may be no ties.</p>");
    }
}

/// What the protection of each costs.
fn prices(page: &mut Page, plan: &PlanLines) {
    let dear: Vec<&PriceLine> = plan.prices.iter().filter(|it| it.less.is_some()).collect();
    let free = plan.prices.len() - dear.len();
    if !dear.is_empty() {
        page.raw("<p>One by one, were this person alone not spared:</p>");
        page.table(
            "prices",
            &[
                "Protected",
                "#Removals",
                "#The sum of the largest group, less by",
            ],
        );
        for one in dear {
            page.raw("<tr><td>")
                .text(&one.name.text)
                .raw("</td><td class=\"n\">");
            match one.steps {
                Some(steps) => page.num(steps),
                None => page.raw("does not come below either"),
            };
            page.raw("</td><td class=\"n\">")
                .text(one.less.as_deref().unwrap_or_default())
                .raw("</td></tr>\n");
        }
        page.end_table();
    }
    if free > 0 {
        page.raw("<p>The protection of ")
            .num(free)
            .raw(if free == 1 {
                " costs the plan nothing.</p>"
            } else {
                " costs the plan nothing, each taken alone.</p>"
            });
    }
}

/// The ties that went in.
fn basis(page: &mut Page, plan: &PlanLines) {
    page.raw("<p>")
        .count(plan.nodes, "end", "ends")
        .raw(" of ")
        .count(plan.ties, "tie", "ties");
    page.raw(", each pair counted once (links: ");
    for (at, (layer, count)) in plan.layers.iter().enumerate() {
        page.raw(if at > 0 { ", " } else { "" })
            .text(&plain(layer))
            .raw(" ")
            .num(count);
    }
    page.raw("). ");
    if plan.carried > 0 {
        page.count(
            plan.carried,
            "number, address or document counts as its user, of whom",
            "numbers, addresses and documents count as their users, of whom",
        )
        .raw(" one alone is on record: stated, not alleged, and denied by nobody. ");
    }
    page.num(plan.things);
    page.raw(" of them are numbers, addresses or documents, and of ")
        .num(plan.unused);
    page.raw(" of these nobody is on record as the user. Direction and how often two were in contact are not used. A tie that is not known cannot be counted: what is missing may change the plan. Names are joined only where they are surely one person's: two in this plan may still be one, and <code>clew judge CASE pairs</code> lists such pairs.</p>");
}

/// Other methods and where they differ.
fn rivals(page: &mut Page, plan: &PlanLines) {
    page.raw("<h3>Rivals</h3>");
    if plan.rivals.is_empty() {
        page.raw("<p>No other method gave a plan.</p>");
        return;
    }
    let agree = plan.rivals.iter().filter(|rival| rival.instead.is_empty());
    let agree: usize = agree.map(|rival| rival.methods.len()).sum();
    let all: usize = plan.rivals.iter().map(|rival| rival.methods.len()).sum();
    page.raw("<p>Of ")
        .count(all, "other method", "other methods")
        .raw(", ")
        .num(agree);
    page.raw(" name nobody else among the first ")
        .num(plan.steps.len())
        .raw(".</p>");
    page.table(
        "rivals",
        &[
            "Method",
            "#Removals in all",
            "#Largest group, summed over the removals (share of all)",
            "#Largest group after as many",
            "Names instead",
            "#Claimed pairs in the end",
        ],
    );
    for rival in &plan.rivals {
        page.raw("<tr><th scope=\"row\">")
            .text(&rival.methods.join(", "))
            .raw("</th><td class=\"n\">");
        page.num(rival.steps)
            .raw("</td><td class=\"n\">")
            .text(&rival.area);
        page.raw("</td><td class=\"n\">")
            .num(rival.left)
            .raw("</td><td>");
        if rival.instead.is_empty() {
            page.raw("nobody else");
        } else {
            names(page, &rival.instead);
        }
        page.raw("</td><td class=\"n\">");
        match rival.back {
            Some(back) => page.num(back),
            None => page.raw("not played"),
        };
        page.raw("</td></tr>\n");
    }
    page.end_table();
}
