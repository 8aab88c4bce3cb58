//! The plan: what, why, what it rests on, its effect, its rivals, what would change it.

use crate::casefile::text::{Name, shown};
use crate::casefile::{Rests, UserLine};

shown! {
    /// How the network would be taken apart, or why no plan is made.
    pub(crate) struct PlanLines {
        /// Why there is none.
        thin: Option<String>,
        /// Ends of the ties it was made on.
        nodes: usize,
        /// Of them numbers, addresses and documents.
        things: usize,
        /// Of these, those of which nobody is on record as the user.
        unused: usize,
        /// Numbers, addresses and documents that count as their user, and so are no ends.
        carried: usize,
        /// Ties, each pair once.
        ties: usize,
        /// Links by layer.
        layers: Vec<(&'static str, usize)>,
        /// Protected persons and groups among the ends, by pseudonym.
        spared: Vec<Name>,
        /// What they use and so is spared as well.
        spared_things: usize,
        /// Numbers that hide digits or are none, and so stand in no plan.
        unclear: usize,
        /// Those of whom no more is known than a tie to one protected person, who stand in no plan.
        hanging: usize,
        /// Size of the largest group before.
        whole: usize,
        /// The steps that count.
        steps: Vec<StepLine>,
        /// Further steps, each of little effect.
        further: Vec<StepLine>,
        /// The largest group after the steps that count, and after all.
        left: (usize, usize),
        /// The largest group before, and after each step: for the curve.
        curve: Vec<usize>,
        /// The wanted share in percent.
        until: usize,
        /// Whether it is reached.
        reached: bool,
        /// The flow between recruiters and recruits, and how it comes back.
        flow: Option<FlowLine>,
        /// The method that found it.
        method: &'static str,
        /// The other methods.
        rivals: Vec<RivalLine>,
        /// What would change it.
        changes: Vec<ChangeLine>,
        /// Fewest and most in the largest group before the plan, over the rounds of resampling.
        whole_span: Option<(usize, usize)>,
        /// The same after the steps that count.
        left_span: Option<(usize, usize)>,
        /// Rounds of the resampling behind [`StepLine::holds`].
        rounds: usize,
        /// What protection costs: steps with it, steps without it.
        toll: Option<(usize, usize)>,
        /// What the protection of each person costs, the dearest first.
        prices: Vec<PriceLine>,
    }

    /// What the protection of one person costs the plan.
    pub(crate) struct PriceLine {
        /// Who, by pseudonym.
        name: Name,
        /// Steps that would do without it; nothing where the share is not reached either.
        steps: Option<usize>,
        /// Area under the curve without it, and how much less that is than with it; nothing where it is not less.
        less: Option<String>,
    }

    /// One step.
    pub(crate) struct StepLine {
        /// Its place, from 1.
        number: usize,
        /// Who or what.
        name: Name,
        /// Kind of entity.
        kind: &'static str,
        /// Number of the entity line, where there is one.
        entity: Option<usize>,
        /// Who is said to use it, if it is a number.
        users: Vec<UserLine>,
        /// Roles claimed: role and how sure.
        roles: Vec<(&'static str, &'static str)>,
        /// Size of the group it is in, before.
        of: usize,
        /// Sizes of the groups that are left of it.
        parts: Vec<usize>,
        /// Size of the largest group of all afterwards.
        left: usize,
        /// Recruiter-recruit pairs connected afterwards.
        pairs: usize,
        /// How many ties it has, by what they rest on: records, and words of certainty.
        sure: Vec<(&'static str, usize)>,
        /// Numbers, addresses and documents that count as this end.
        carried: Vec<CarriedLine>,
        /// The ties: those that claims support first.
        ties: Vec<TieLine>,
        /// How many more.
        ties_more: usize,
        /// In how many rounds of resampling it is among as many first steps.
        holds: usize,
    }

    /// A number, address or document that counts as its user.
    pub(crate) struct CarriedLine {
        /// What.
        name: Name,
        /// How sure its use is said.
        certainty: &'static str,
        /// Words.
        rests: Rests,
    }

    /// A tie that a step rests on.
    pub(crate) struct TieLine {
        /// By which number or address of the step's own, if by one.
        through: Option<Name>,
        /// To whom.
        to: Name,
        /// By which number or address of theirs, if by one.
        at: Option<Name>,
        /// In which layer.
        layer: &'static str,
        /// How sure it is said; nothing where records show it.
        certainty: Option<&'static str>,
        /// Whether some source denies it.
        denied: bool,
        /// Contacts under it.
        contacts: usize,
        /// Fragment of the link.
        link: String,
        /// Words.
        rests: Rests,
    }

    /// The flow between recruiters and recruits.
    pub(crate) struct FlowLine {
        /// Recruiters among the ends.
        recruiters: usize,
        /// Recruits and victims among the ends.
        recruits: usize,
        /// Pairs connected before.
        before: u64,
        /// Of them, those that no plan can part: they hang together through those whom none may name.
        floor: u64,
        /// After the steps that count.
        first: BackLines,
        /// After all steps, where there are more.
        all: Option<BackLines>,
        /// Runs.
        runs: usize,
        /// Percent of lost places taken in a step of time.
        taken: usize,
        /// Percent of lost people around whom two find each other in a step of time.
        rewired: usize,
        /// What is connected in the end under other reactions.
        others: Vec<ReactLine>,
    }

    /// The end of the flow under one reaction.
    pub(crate) struct ReactLine {
        /// What is supposed.
        what: &'static str,
        /// After the steps that count.
        first: BackLine,
        /// After all steps, where there are more.
        all: Option<BackLine>,
    }

    /// How the flow comes back after some steps.
    pub(crate) struct BackLines {
        /// Pairs connected right after.
        after: u64,
        /// Step of time, and the pairs connected then.
        back: Vec<(usize, BackLine)>,
    }

    /// Pairs connected after some time.
    pub(crate) struct BackLine {
        /// 5th percentile.
        low: u64,
        /// Median.
        middle: u64,
        /// 95th percentile.
        high: u64,
    }

    /// Another method's plan.
    pub(crate) struct RivalLine {
        /// Methods that come to it.
        methods: Vec<&'static str>,
        /// How many steps.
        steps: usize,
        /// Area under its curve; less is better.
        area: String,
        /// Largest group after as many steps as the plan counts.
        left: usize,
        /// Whom it names among as many steps as the plan counts, that the plan does not.
        instead: Vec<Name>,
        /// Median of the pairs connected in the end, where the flow was played.
        back: Option<u64>,
    }

    /// Something that may turn out otherwise, and what the plan would then be.
    pub(crate) struct ChangeLine {
        /// What.
        what: String,
        /// How many ties fall away.
        ties: usize,
        /// Whom the plan would no longer name among the steps that count.
        gone: Vec<Name>,
        /// Whom it would name instead.
        come: Vec<Name>,
        /// Whether there is nothing left to plan on.
        thin: bool,
    }
}
