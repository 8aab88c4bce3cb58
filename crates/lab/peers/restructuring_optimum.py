"""The optimum of the published interdiction model with restructuring, as a peer of `lab restructuring`.

    python restructuring_optimum.py HT5_1_40.dat BUDGET[,BUDGET..] [all|bottoms|traffickers] [SECONDS]

Solves the model of Kosmas and others (`MFNIPR_HT.mod`) by column-and-constraint generation with HiGHS (pip: highspy).
The last but one argument says whom the plan may name: everybody, all but victims, or traffickers alone. Prints one
line for each budget: network, budget, rule, lower and upper bound of the flow after recovery, the plan, rounds and
seconds. Where the published master problem counts lost bottoms for arcs above a victim, and its subproblem does not, the
subproblem is followed.
"""

import re
import sys
import time

import highspy

INFINITY = highspy.kHighsInf


class Data:
    """One .dat file: sets, arcs with capacities, what can be restructured at which cost."""

    def __init__(self, path):
        text = open(path, encoding="utf-8").read()
        blocks = {}
        for block in text.split(";"):
            found = re.match(r"\s*(set|param)\s*:?\s*(.*?):=(.*)", block, re.S)
            if found:
                name = found.group(2).strip().split(":")[0].strip()
                blocks[name] = found.group(3).split()

        def rows(name, width):
            flat = blocks[name]
            return [flat[at : at + width] for at in range(0, len(flat), width)]

        self.nodes = int(blocks["numNodes"][0])
        self.original = int(blocks["numNodesOrig"][0])
        self.budget = float(blocks["budgetA"][0])
        self.traffickers = blocks["trafficker"]
        self.bottoms = blocks["bottoms"]
        self.victims = blocks["victims"]
        self.new_bottoms = blocks["newBottom"]
        self.replace_trafficker = [tuple(it) for it in rows("replaceTrafficker", 2)]
        self.replace_bottom = [tuple(it) for it in rows("replaceBottom", 2)]
        self.cap = {(a, b): float(c) for a, b, c in rows("ARCS", 3)}
        self.node_cap = {a: float(c) for a, _, c in rows("SPLIT", 3)}
        self.out = {(a, b): float(c) for a, b, _, c in rows("ARCSnewOut", 4)}
        self.new_cap = {(a, b): float(c) for a, b, c, _ in rows("ARCSnewOut", 4)}
        self.into = {(a, b): float(c) for a, b, c in rows("ARCSnewIn", 3)}
        self.more = {a: float(c) for a, c in rows("nodecapInc", 2)}
        self.price = {a: float(c) for a, c in rows("r", 2)}
        self.source, self.sink = "alpha", "omega"
        self.all = [str(it) for it in range(1, self.nodes + 1)]
        self.below = {
            t: [b for (a, b) in self.cap if a == t and b != self.sink] for t in self.traffickers
        }
        self.above = {
            v: [a for (a, b) in self.cap if b == v and a in self.traffickers] for v in self.victims
        }


class Model:
    """A thin layer over HiGHS: named columns, rows as dictionaries."""

    def __init__(self, limit=None):
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.highs.setOptionValue("mip_abs_gap", 0.5)
        if limit:
            self.highs.setOptionValue("time_limit", limit)
        self.columns = {}

    def column(self, name, low=0.0, high=INFINITY, cost=0.0, whole=False):
        at = len(self.columns)
        self.columns[name] = at
        self.highs.addCol(cost, low, high, 0, [], [])
        if whole:
            self.highs.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        return name

    def row(self, terms, low=-INFINITY, high=INFINITY):
        merged = {}
        for name, value in terms:
            at = self.columns[name]
            merged[at] = merged.get(at, 0.0) + value
        self.highs.addRow(low, high, len(merged), list(merged), list(merged.values()))

    def solve(self, most=False):
        if most:
            self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.highs.run()
        values = self.highs.getSolution().col_value
        self.value = {name: values[at] for name, at in self.columns.items()}
        info = self.highs.getInfo()
        return info.objective_function_value, info.mip_dual_bound


def recover(data, gone):
    """The best restructuring after the removal of `gone`: the flow, and what is built."""
    it = Model()
    source = data.source
    arcs = list(data.cap)
    for arc in arcs:
        it.column(("f", arc), high=data.cap[arc], cost=1.0 if arc[0] == source else 0.0)
    for arc in data.out:
        # What a victim can carry bounds what an arc to her can: a tighter bound than the 100 of the data.
        it.column(("n", arc), cost=1.0 if arc[0] == source else 0.0)
        it.column(("out", arc), high=1.0, whole=True)
    for arc in data.into:
        it.column(("in", arc), high=1.0, whole=True)
    for node in data.all:
        arriving = [(("f", a), 1.0) for a in arcs if a[1] == node]
        arriving += [(("n", a), 1.0) for a in data.out if a[1] == node]
        leaving = [(("f", a), -1.0) for a in arcs if a[0] == node]
        leaving += [(("n", a), -1.0) for a in data.out if a[0] == node]
        it.row(arriving + leaving, 0.0, 0.0)
        there = 0.0 if node in gone else 1.0
        extra = []
        if node in data.more:
            extra = [(("out", (source, node)), -data.more[node])]
        it.row(arriving + extra, high=data.node_cap[node] * there)
    for arc in data.out:
        most = min(data.new_cap[arc], data.node_cap[arc[1]] + data.more.get(arc[1], 0.0))
        terms = [(("n", arc), 1.0), (("out", arc), -most)]
        if arc in data.into:
            terms.append((("in", arc), -most))
            it.row([(("in", arc), 1.0), (("out", arc), 1.0)], high=1.0)
        it.row(terms, high=0.0)
    for t in data.traffickers:
        lost = sum(h in gone for h in data.below[t])
        it.row([(("out", a), 1.0) for a in data.out if a[0] == t], high=lost)
        own = [(("out", a), c) for a, c in data.out.items() if a[0] == t]
        own += [(("in", a), c) for a, c in data.into.items() if a[0] == t]
        promoted = [k for k in data.new_bottoms if (t, k) in data.cap]
        own += [(("out", (source, k)), data.out[source, k]) for k in promoted]
        own += [(("out", a), c) for a, c in data.out.items() if (t, a[0]) in data.cap]
        own += [(("out", (source, j)), data.out[source, j]) for i, j in data.replace_trafficker if i == t]
        it.row(own, high=8.0)
        if promoted:
            it.row([(("out", (source, k)), 1.0) for k in promoted], high=1.0)
    for v in data.victims:
        if (source, v) not in data.cap:
            lost = sum(h in gone for h in data.above[v])
            it.row([(("in", a), 1.0) for a in data.into if a[1] == v], high=lost)
        new = [(("in", a), 1.0) for a in data.into if a[1] == v]
        new += [(("out", a), 1.0) for a in data.out if a[1] == v and a[0] != source]
        if new:
            it.row(new, high=1.0)
    for i, j in data.replace_trafficker:
        it.row([(("out", (source, j)), 1.0)], high=float(i in gone))
    for i in data.bottoms:
        heirs = [(("out", (source, k)), 1.0) for b, k in data.replace_bottom if b == i]
        if heirs:
            it.row(heirs, high=float(i in gone))
    for k in data.new_bottoms:
        it.row([(("out", (source, k)), 1.0)], high=float(k not in gone))
        new = [a for a in data.out if a[0] == k and a[1] in data.victims]
        if new:
            terms = [(("out", a), 1.0) for a in new]
            it.row(terms + [(("out", (source, k)), -float(len(new)))], high=0.0)
    flow, _ = it.solve(most=True)
    built = {a for a in data.out if it.value["out", a] > 0.5}
    drawn = {a for a in data.into if it.value["in", a] > 0.5}
    return round(flow), built, drawn


class Master:
    """The plan of least flow against the restructurings found so far."""

    def __init__(self, data, budget, rule, limit):
        self.data, self.count = data, 0
        it = self.it = Model(limit)
        it.column("eta", cost=1.0)
        open_to = {
            "all": data.all[: data.original],
            "bottoms": data.traffickers + data.bottoms,
            "traffickers": data.traffickers,
        }[rule]
        for node in data.all:
            it.column(("y", node), high=float(node in open_to), whole=True)
        for t in data.traffickers:
            price = data.price[t]
            it.column(("adj", t), low=4.0, high=price, whole=True)
            it.column(("paid", t))
            terms = [(("adj", t), 1.0)]
            terms += [(("y", j), 3.0) for j in data.bottoms if (t, j) in data.cap]
            terms += [(("y", j), 1.0) for j in data.victims if (t, j) in data.cap]
            it.row(terms, low=price)
            it.row([(("paid", t), 1.0), (("y", t), -price), (("adj", t), -1.0)], low=-price)
        terms = [(("y", i), data.price[i]) for i in data.all[: data.original] if i not in data.traffickers]
        it.row(terms + [(("paid", t), 1.0) for t in data.traffickers], high=budget)

    def add(self, built, drawn):
        """One restructuring: what of it stays possible is chosen with the plan."""
        data, it, m = self.data, self.it, self.count
        self.count += 1
        source, sink = data.source, data.sink
        for node in data.all:
            it.column(("head", m, node), high=1.0)
            it.column(("tail", m, node), high=1.0)
            it.column(("node", m, node), high=1.0)
            it.row(
                [(("tail", m, node), 1.0), (("head", m, node), -1.0), (("node", m, node), 1.0), (("y", node), 1.0)],
                low=0.0,
            )
        for a in built:
            it.column(("wout", m, a), high=1.0, whole=True)
        for a in drawn:
            it.column(("win", m, a), high=1.0, whole=True)
        worth = [("eta", 1.0)]
        worth += [(("node", m, n), -data.node_cap[n]) for n in data.all]
        for k in data.new_bottoms:
            if (source, k) in built:
                it.column(("more", m, k))
                terms = [(("more", m, k), 1.0), (("node", m, k), -1.0), (("wout", m, (source, k)), -1.0)]
                it.row(terms, low=-1.0)
                worth.append((("more", m, k), -data.more[k]))
        for a in list(data.cap) + sorted((built | drawn) - set(data.cap)):
            it.column(("arc", m, a), high=1.0)
            worth.append((("arc", m, a), -data.cap.get(a, data.new_cap.get(a, 0.0))))
            way = [] if a[1] == sink else [(("head", m, a[1]), 1.0)]
            way += [] if a[0] == source else [(("tail", m, a[0]), -1.0)]
            way.append((("arc", m, a), 1.0))
            need = 1.0 if a[0] == source else 0.0
            if a in data.cap:
                it.row(way, low=need)
            if a in built:
                it.row(way + [(("wout", m, a), -1.0)], low=need - 1.0)
            if a in drawn:
                it.row(way + [(("win", m, a), -1.0)], low=need - 1.0)
        it.row(worth, low=0.0)
        self.possible(m, built, drawn)

    def possible(self, m, built, drawn):
        """As much of a restructuring as the plan makes room for must be counted."""
        data, it, source = self.data, self.it, self.data.source
        for t in data.traffickers:
            own = [a for a in built if a[0] == t]
            if own:
                self.at_least(("o", m, t), [("wout", m, a) for a in own], data.below[t])
        for v in data.victims:
            own = [a for a in drawn if a[1] == v]
            if own:
                self.at_least(("i", m, v), [("win", m, a) for a in own], data.above[v])
        for i, j in data.replace_trafficker:
            if (source, j) in built:
                it.row([(("wout", m, (source, j)), 1.0), (("y", i), -1.0)], low=0.0)
        for i in data.bottoms:
            heirs = [(("wout", m, (source, k)), 1.0) for b, k in data.replace_bottom if b == i and (source, k) in built]
            if heirs:
                it.row(heirs + [(("y", i), -1.0)], low=0.0)
        for a in built:
            if a[0] in data.bottoms or a[0] in data.new_bottoms:
                it.row([(("wout", m, a), 1.0)], low=1.0)

    def at_least(self, name, kept, lost):
        it = self.it
        full = it.column(("full", name), high=1.0, whole=True)
        it.row([(k, 1.0) for k in kept] + [(full, float(len(lost)))] + [(("y", h), -1.0) for h in lost], low=0.0)
        it.row([(full, float(len(kept)))] + [(k, -1.0) for k in kept], high=0.0)

    def solve(self):
        _, bound = self.it.solve()
        chosen = {n for n in self.data.all if self.it.value["y", n] > 0.5}
        return bound, chosen


def optimum(data, budget, rule, limit):
    start = time.time()
    master = Master(data, budget, rule, limit)
    master.add(set(), set())
    low, high, best, rounds = 0, 10**9, set(), 0
    _, built, drawn = recover(data, set())
    master.add(built, drawn)
    while low < high and time.time() - start < limit:
        rounds += 1
        bound, plan = master.solve()
        # All flows are whole numbers.
        low = max(low, int(-(-(bound - 1e-6) // 1)))
        flow, built, drawn = recover(data, plan)
        if flow < high:
            high, best = flow, plan
        master.add(built, drawn)
    return low, high, sorted(best, key=int), rounds, time.time() - start


def main():
    data = Data(sys.argv[1])
    network = sys.argv[1].replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".dat")
    rule = sys.argv[3] if len(sys.argv) > 3 else "all"
    limit = float(sys.argv[4]) if len(sys.argv) > 4 else 600.0
    for budget in sys.argv[2].split(","):
        low, high, plan, rounds, seconds = optimum(data, float(budget), rule, limit)
        named = ",".join(plan) or "-"
        print(f"{network} {budget} {rule} {low} {high} {named} {rounds} {seconds:.1f}", flush=True)


if __name__ == "__main__":
    main()
