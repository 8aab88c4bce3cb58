//! Finishing an order: broken off where it counts, the needless taken back, in more and more ways.

use super::curve::{APART, Curve};
use super::targets::{Order, Targets};
use super::{Method, Plan, Settings, bound, made, onward, rebuild};

/// Shares of the network at which a plan may be finished stage by stage.
const STEPS: [f64; 3] = [0.6, 0.4, 0.25];

/// An order on its way to a plan: the best of the ways tried so far.
pub(super) struct Finish<'t, 'g, 'o> {
    targets: &'t Targets<'g>,
    settings: &'o Settings,
    raw: &'o Order,
    /// Broken off at the wanted share.
    far: Order,
    /// Broken off where the network counts as apart; known once [`Finish::chain`] has run.
    first: Option<Order>,
    pub(super) plan: Plan,
}

impl<'t, 'g, 'o> Finish<'t, 'g, 'o> {
    /// One way, and the order as it came.
    pub(super) fn new(
        targets: &'t Targets<'g>,
        settings: &'o Settings,
        method: &'static str,
        raw: &'o Order,
    ) -> Self {
        let curve = Curve::of(targets, raw);
        let length = curve.until(settings.until).unwrap_or(raw.nodes().len());
        let bare = raw.clone().cut(length);
        let far = rebuild::rebuild(targets, &bare, bound(targets, settings.until), 0);
        let plan = made(targets, settings, method, far.clone());
        let mut it = Self {
            targets,
            settings,
            raw,
            far,
            first: None,
            plan,
        };
        it.offer(bare, false);
        it
    }

    /// The order as the method gave it.
    pub(super) fn raw(&self) -> &'o Order {
        self.raw
    }

    /// Apart first, and then on.
    pub(super) fn chain(&mut self) {
        let curve = Curve::of(self.targets, self.raw);
        let share = self.settings.until.max(APART);
        let length = curve.until(share).unwrap_or(self.raw.nodes().len());
        let bare = self.raw.clone().cut(length);
        let first = rebuild::rebuild(self.targets, &bare, bound(self.targets, share), 0);
        self.offer(onward(self.targets, self.settings, &first, &self.far), true);
        self.first = Some(first);
    }

    /// All ways that there are.
    pub(super) fn all_ways(&mut self) {
        let (targets, settings) = (self.targets, self.settings);
        let Some(first) = self.first.take() else {
            return;
        };
        // Share by share, so that what falls early is not put off for the sake of the end.
        let apart = settings.until.max(APART);
        let mut steps = Order::default();
        for share in STEPS.into_iter().chain([apart]) {
            let stage = Settings {
                until: share.max(apart),
                ..*settings
            };
            steps = onward(targets, &stage, &steps, self.raw);
        }
        self.offer(onward(targets, settings, &steps, &self.far), false);
        // Or the same nodes ranked by degree, which settles ties better where all fall one by one.
        for set in [first, steps, self.far.clone()] {
            let order = Method::Degree.order(&targets.only(&set), settings.work, settings.seed);
            let order = targets.order(order.nodes().iter().chain(set.nodes()).copied());
            let order = rebuild::rebuild(targets, &order, bound(targets, settings.until), 0);
            self.offer(onward(targets, settings, &order, &self.far), false);
        }
    }

    /// Keeps a way if it is better, or with `even` also if it is as good.
    fn offer(&mut self, order: Order, even: bool) {
        let other = made(self.targets, self.settings, self.plan.method, order);
        if other.worth < self.plan.worth || even && other.worth <= self.plan.worth {
            self.plan = other;
        }
    }
}
