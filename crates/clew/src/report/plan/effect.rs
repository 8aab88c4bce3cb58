//! What the plan does, what comes back, and what would change it.

use crate::casefile::{BackLine, FlowLine, PlanLines};
use crate::report::page::Page;
use crate::report::parts::names;

/// The curve in words and as a picture, and the flow after the network's reaction.
pub(super) fn effect(page: &mut Page, plan: &PlanLines) {
    page.raw("<h3>Effect</h3><figure class=\"curve\">");
    curve(page, plan);
    page.raw("<figcaption>The largest group after each removal: ");
    page.num(plan.whole)
        .raw(" before, ")
        .num(plan.left.0)
        .raw(" after the ");
    page.num(plan.steps.len()).raw(" that count");
    if !plan.further.is_empty() {
        page.raw(", ")
            .num(plan.left.1)
            .raw(" after all ")
            .num(plan.curve.len().saturating_sub(1));
    }
    page.raw(".");
    if let (Some(whole), Some(left)) = (plan.whole_span, plan.left_span) {
        page.raw(" With one link in ten left out by chance, in ")
            .num(plan.rounds)
            .raw(" rounds: ")
            .num(whole.0)
            .raw(" to ")
            .num(whole.1)
            .raw(" before, ")
            .num(left.0)
            .raw(" to ")
            .num(left.1)
            .raw(" after the same that count.");
    }
    page.raw("</figcaption></figure>");
    match &plan.flow {
        Some(flow) => back(page, flow, plan.steps.len()),
        None => {
            page.raw("<p>Nobody who is tied is claimed to be a recruiter, or nobody to be a recruit or victim: there is no flow between the two to be followed.</p>");
        }
    }
}

/// The largest group over the removals, as steps.
fn curve(page: &mut Page, plan: &PlanLines) {
    let most = plan.nodes.max(1);
    let wide = plan.curve.len().max(2) - 1;
    let words: Vec<String> = plan.curve.iter().map(usize::to_string).collect();
    page.raw("<svg viewBox=\"0 0 1000 220\" role=\"img\"");
    page.attr(
        "aria-label",
        &format!("largest group by removals: {}", words.join(", ")),
    );
    page.raw("><path class=\"axis\" d=\"M40 10V200H990\"/>");
    let x = |at: usize| 40 + at * 940 / wide;
    let y = |size: usize| 200 - size * 185 / most;
    let corners = plan.curve.iter().enumerate();
    let path: Vec<String> = corners
        .map(|(at, &size)| format!("{} {}", x(at), y(size)))
        .collect();
    let path = format!("M{}", path.join("L"));
    let counted = x(plan.steps.len());
    page.raw("<path class=\"counted\"")
        .attr("d", &format!("M{counted} 10V200"))
        .raw("/>");
    page.raw("<path class=\"fall\"").attr("d", &path).raw("/>");
    for (at, &size) in plan.curve.iter().enumerate().take(plan.steps.len() + 1) {
        page.raw("<circle r=\"4\"")
            .attr("cx", &x(at).to_string())
            .attr("cy", &y(size).to_string())
            .raw("/>");
        page.raw("<text class=\"label\" font-size=\"15\"")
            .attr("x", &(x(at) + 6).to_string());
        page.attr("y", &(y(size).max(20) - 6).to_string())
            .raw(">")
            .num(size)
            .raw("</text>");
    }
    page.raw("</svg>");
}

/// How much of the flow comes back.
fn back(page: &mut Page, flow: &FlowLine, counted: usize) {
    page.raw("<p><b>What comes after.</b> Were nothing else done, others would take the lost places. It is supposed that in each step of time a lost place is taken with a probability of ");
    page.num(flow.taken)
        .raw("\u{a0}% by somebody near who is not protected, and that with one of ");
    page.num(flow.rewired).raw("\u{a0}% two whom a lost person held together find each other. This compares plans under one stated reaction; it is no forecast, and a step has no length in days. Pairs that are connected, of ");
    page.count(flow.recruiters, "claimed recruiter", "claimed recruiters")
        .raw(" and ");
    page.count(
        flow.recruits,
        "claimed recruit or victim",
        "claimed recruits and victims",
    );
    page.raw(", in ")
        .num(flow.runs)
        .raw(" runs, the median and 5 to 95\u{a0}% of them:</p>");
    page.raw("<table class=\"flow\"><thead><tr><th scope=\"col\">When</th><th scope=\"col\">After the first ").num(counted);
    page.raw("</th>");
    if flow.all.is_some() {
        page.raw("<th scope=\"col\">After all removals</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    let both = || std::iter::once(&flow.first).chain(&flow.all);
    if flow.floor > 0 {
        page.raw("<tr><th scope=\"row\">that no plan can part</th>");
        for _ in both() {
            page.raw("<td>").num(flow.floor).raw("</td>");
        }
        page.raw("</tr>\n");
    }
    page.raw("<tr><th scope=\"row\">before</th>");
    for _ in both() {
        page.raw("<td>").num(flow.before).raw("</td>");
    }
    page.raw("</tr>\n<tr><th scope=\"row\">right after</th>");
    for it in both() {
        page.raw("<td>").num(it.after).raw("</td>");
    }
    page.raw("</tr>\n");
    for (at, (step, _)) in flow.first.back.iter().enumerate() {
        page.raw("<tr><th scope=\"row\">after step ")
            .num(step)
            .raw("</th>");
        for (_, its) in both().filter_map(|it| it.back.get(at)) {
            page.raw("<td>");
            interval(page, its);
            page.raw("</td>");
        }
        page.raw("</tr>\n");
    }
    page.end_table();
    others(page, flow, counted);
}

/// How much is connected in the end if the network reacts otherwise.
fn others(page: &mut Page, flow: &FlowLine, counted: usize) {
    let Some((last, same)) = flow.first.back.last() else {
        return;
    };
    page.raw("<p>Nobody knows how a network will react. The same under other suppositions, after step ")
        .num(last)
        .raw(":</p><table class=\"flow\"><thead><tr><th scope=\"col\">Supposed</th><th scope=\"col\">After the first ")
        .num(counted)
        .raw("</th>");
    if flow.all.is_some() {
        page.raw("<th scope=\"col\">After all removals</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    let near = "Lost places are taken by somebody near, as above";
    let all = flow.all.as_ref().and_then(|it| it.back.last());
    row(page, near, std::iter::once(same).chain(all.map(|it| &it.1)));
    for other in &flow.others {
        row(
            page,
            other.what,
            std::iter::once(&other.first).chain(&other.all),
        );
    }
    page.end_table();
}

fn row<'a>(page: &mut Page, what: &str, ends: impl Iterator<Item = &'a BackLine>) {
    page.raw("<tr><th scope=\"row\">").text(what).raw("</th>");
    for it in ends {
        page.raw("<td>");
        interval(page, it);
        page.raw("</td>");
    }
    page.raw("</tr>\n");
}

/// A median with its interval.
fn interval(page: &mut Page, it: &BackLine) {
    page.num(it.middle)
        .raw(" (")
        .num(it.low)
        .raw(" to ")
        .num(it.high)
        .raw(")");
}

/// What may turn out otherwise, and whom the plan would then name.
pub(super) fn changes(page: &mut Page, plan: &PlanLines) {
    page.raw("<h3>What would change it</h3>");
    if plan.changes.is_empty() && plan.rounds == 0 {
        page.raw("<p>The network is too large for the plan to be made anew under each change on this page.</p>");
        return;
    }
    page.raw("<p>The plan was made anew, without its last search, under each of these; whom it then names among the first ");
    page.num(plan.steps.len()).raw(".</p>");
    page.table("changes", &["What", "#Links gone", "The plan then"]);
    for change in &plan.changes {
        page.raw("<tr><th scope=\"row\">")
            .text(&change.what)
            .raw("</th><td class=\"n\">")
            .num(change.ties)
            .raw("</td><td>");
        if change.ties == 0 {
            page.raw("no tie falls away");
        } else if change.thin {
            page.raw("<b>nothing is left to plan on</b>");
        } else if change.gone.is_empty() && change.come.is_empty() {
            page.raw("names the same");
        } else {
            if !change.gone.is_empty() {
                page.raw("no longer names ");
                names(page, &change.gone);
            }
            page.raw(if change.gone.is_empty() || change.come.is_empty() {
                ""
            } else {
                "; "
            });
            if !change.come.is_empty() {
                page.raw("names instead ");
                names(page, &change.come);
            }
        }
        page.raw("</td></tr>\n");
    }
    page.end_table();
}
