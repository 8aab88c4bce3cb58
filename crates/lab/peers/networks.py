"""Runs graph measures of igraph and networkit on one thread, one at a time, as `lab bench networks` asks.

Every line of standard input is a JSON object, every line of standard output its answer. The first gives
the file: {"load": PATH}. Then {"measure": NAME, "peer": "igraph" | "networkit", ...settings}; the answer has
the seconds of processor time and of the clock, and the values. An answer without "seconds" says in
"none" why the peer has no such measure. The graph is read and built before any clock starts.
"""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"

import igraph
import networkit

networkit.setNumberOfThreads(1)
# Nothing but answers may go to standard output, whatever a library prints.
ANSWERS = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def load(path):
    with open(path, encoding="ascii") as lines:
        nodes = int(next(lines).split()[0])
        edges = [tuple(map(int, line.split())) for line in lines if line.strip()]
    one = igraph.Graph(n=nodes, edges=edges).simplify()
    other = networkit.Graph(nodes)
    for a, b in one.get_edgelist():
        other.addEdge(a, b)
    other.indexEdges()
    return one, other


def with_igraph(graph, ask):
    measure = ask["measure"]
    if measure == "pagerank":
        return lambda: graph.pagerank(directed=False, damping=0.85)
    if measure == "cores":
        return lambda: graph.coreness()
    if measure == "leiden":
        return lambda: graph.community_leiden("modularity", n_iterations=ask["igraph_iterations"]).membership
    if measure == "betweenness":
        return lambda: graph.betweenness(directed=False)
    if measure == "closeness":
        return lambda: graph.harmonic_centrality()
    return None


def with_networkit(graph, ask):
    measure, of = ask["measure"], networkit.centrality

    def scores(made):
        def run():
            made.run()
            return made.scores()

        return run

    if measure == "pagerank":
        norm = of.Norm.L1_NORM if hasattr(of, "Norm") else None
        made = of.PageRank(graph, damp=0.85, tol=ask["tolerance"])
        if norm is not None:
            made.norm = norm
        return scores(made)
    if measure == "cores":
        return scores(of.CoreDecomposition(graph))
    if measure == "leiden":
        made = networkit.community.ParallelLeiden(graph, iterations=ask["networkit_iterations"], randomize=True)

        def run():
            made.run()
            return made.getPartition().getVector()

        return run
    if measure == "sampled":
        made = of.KadabraBetweenness(graph, ask["epsilon"], ask["delta"])

        def run():
            made.run()
            return made.scores()

        run.samples = made.getNumberOfIterations
        return run
    if measure == "betweenness":
        return scores(of.Betweenness(graph))
    if measure == "closeness":
        return scores(of.HarmonicCloseness(graph, normalized=False))
    return None


def main():
    graphs = None
    for line in sys.stdin:
        ask = json.loads(line)
        if "load" in ask:
            graphs = dict(zip(("igraph", "networkit"), load(ask["load"])))
            answer = {"igraph": igraph.__version__, "networkit": networkit.__version__}
        else:
            make = with_igraph if ask["peer"] == "igraph" else with_networkit
            run = make(graphs[ask["peer"]], ask)
            if run is None:
                answer = {"none": f"{ask['peer']} has none with a bound"}
            else:
                clock, busy = time.perf_counter(), time.thread_time()
                values = run()
                answer = {"seconds": time.thread_time() - busy, "clock": time.perf_counter() - clock}
                answer["values"] = list(values)
                if hasattr(run, "samples"):
                    answer["samples"] = run.samples()
        print(json.dumps(answer), file=ANSWERS, flush=True)


if __name__ == "__main__":
    main()
