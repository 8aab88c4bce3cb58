#!/usr/bin/env python3
"""Trains the deep tagger (`inquiry::extract::deep`) on what `lab dump-deep` writes, and packs its weights.

    train_deep.py begin ENCODER PIECES OUT         the encoder to begin with, as rows of bytes (needs safetensors)
    train_deep.py score DATA WEIGHTS...            packed weights on the held-out articles
    train_deep.py train DATA BEGIN OUT SETTINGS    SETTINGS holds JSON, one network a line (`train_deep.jsonl`)
    train_deep.py quarter WEIGHTS OUT              packed weights in four bits, as the program reads them

The network and its losses are those of `lab train-deep`, but every layer is trained, and cues that the perceptron finds
wrongly teach that nothing is tied to them. Networks of phase 1 leave out a part of the articles each and give those the
shares by which networks of phase 2 learn beside the gold labels. Of each the mean of its last weights is kept; the three
that do best on the held-out articles are written, in pieces: `cat NAME.i8.0 NAME.i8.1`. A step is kept as a graph of the
GPU's; without one it is made as it is. Sums on a GPU keep no order: other runs give other bytes. Needs numpy and PyTorch.
"""

import json
import os
import sys
import time

import numpy as np
import torch

import quarters
from deep_net import (LAYERS, POSITIONS, WIDTH, Data, Held, Net, chains, layout, pack, size, told, total,
                      unpack)

# Networks that are trained side by side, and bytes of a file of weights.
SIDE, PIECE = 6, 10**7


def begin(folder, pieces, out):
    """Packs the encoder that training begins with; the parts of its own are nothing yet."""
    from safetensors.numpy import load_file

    tensors = load_file(os.path.join(folder, "model.safetensors"))
    lines = open(pieces, encoding="utf-8").read().splitlines()
    rows = {line: at for at, line in enumerate(open(os.path.join(folder, "vocab.txt"), encoding="utf-8").read().splitlines())}
    parts = layout(len(lines))
    values = {name: np.zeros(shape, np.float32) for name, shape, _ in parts}
    values["words"] = tensors["embeddings.word_embeddings.weight"][[rows[line] for line in lines]]
    common = tensors["embeddings.token_type_embeddings.weight"][0]
    values["places.weight"] = tensors["embeddings.position_embeddings.weight"][:POSITIONS] + common
    values["norm.weight"] = tensors["embeddings.LayerNorm.weight"]
    values["norm.bias"] = tensors["embeddings.LayerNorm.bias"]
    names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "output": "attention.output.dense", "first": "attention.output.LayerNorm", "up": "intermediate.dense",
             "down": "output.dense", "second": "output.LayerNorm"}
    for at in range(LAYERS):
        for own, theirs in names.items():
            for part in ("weight", "bias"):
                values[f"layer{at}.{own}.{part}"] = tensors[f"encoder.layer.{at}.{theirs}.{part}"]
    open(out, "wb").write(pack(values, parts))


def fresh(values, parts, seed):
    """First values of what no other training has left values for, as `net.rs` has them."""
    random = np.random.default_rng(seed)
    out = {name: array.copy() for name, array in values.items()}
    for name, shape, _ in parts:
        width = 0.0
        if name in ("cue.weight", "parts.weight", "word.weight", "head.weight", "argument.weight"):
            width = 0.03
        elif name in ("steps", "paired"):
            width = 0.1
        elif name.startswith("tie") and len(shape) == 2:
            width = 0.04
        if width:
            out[name] = random.normal(0.0, width, shape).astype(np.float32)
        elif name == "tie_norm.weight" or name.startswith("tie") and name.endswith(("first.weight", "second.weight")):
            out[name] = np.ones(shape, np.float32)
    return out


class Student:
    """A network in training: its order of chunks, its steps, the mean of its last weights."""

    def __init__(self, settings, data, start, parts, device, soft=None):
        self.settings, self.data, self.device, self.soft = settings, data, device, soft
        get = settings.get
        self.net = net = Net(fresh(start, parts, get("init", 1)), parts, device, settings)
        random = np.random.default_rng(get("seed", 1))
        own = data.article >= 10**6
        chunks = np.arange(data.count)
        if get("fold"):
            part, of = settings["fold"]
            chunks = chunks[data.article % of != part]
        chunks = np.concatenate([chunks[~own[chunks]], *[chunks[own[chunks]]] * get("own", 1)])
        batch, slots, orders = get("batch", 16), get("slots", 160), []
        for _ in range(get("passes", 8)):
            order = random.permutation(chunks)
            orders.append(order[:len(order) // batch * batch].reshape(-1, batch))
        order = np.concatenate(orders)
        ties, rows = np.zeros((len(order), slots), np.int64), np.zeros((len(order), slots), np.int64)
        weigh = np.zeros((len(order), slots), np.float32)
        for at, group in enumerate(order):
            here = np.concatenate([data.tie_rows[chunk] for chunk in group])
            seat = np.repeat(np.arange(batch), [len(data.tie_rows[chunk]) for chunk in group])
            keep = np.argsort(~data.tie_gold[here], kind="stable")[:slots]
            ties[at, :len(keep)], rows[at, :len(keep)] = here[keep], seat[keep]
            weigh[at, :len(keep)] = np.where(data.tie_gold[here[keep]], 1.0, get("others", 1.0))
        self.steps, self.per_pass = len(order), max(1, len(order) // get("passes", 8))
        put = lambda array: torch.from_numpy(array).to(device)
        self.order, self.ties, self.rows, self.weigh = put(order), put(ties), put(rows), put(weigh)
        self.share, self.lerp = (torch.zeros(len(order), device=device) for _ in range(2))
        self.plan(self.steps)
        rates, decay = [], get("decay", 1.0)
        for name, shape, _ in parts:
            rate = get("head_rate", 1e-3)
            if name.startswith("layer"):
                rate = get("rate", 2e-4) * decay ** (LAYERS - 1 - int(name[5]))
            elif name == "words" or name.startswith(("places", "norm.")):
                rate = get("rate", 2e-4) * decay**LAYERS
            if name == "places.bias":
                rate = 0.0
            rates.append(np.full(int(np.prod(shape)), rate, np.float32))
        self.rate = put(np.concatenate(rates))
        self.first, self.second = torch.zeros_like(net.flat), torch.zeros_like(net.flat)
        self.mean = net.flat.clone()
        self.at = torch.zeros(1, dtype=torch.int64, device=device)
        self.sums = torch.zeros(3, device=device)
        self.graph = None
        self.stream = torch.cuda.Stream() if device == "cuda" else None

    def plan(self, steps):
        """Makes so many steps of all: how long each is, and how much it counts in the mean of the last."""
        self.steps, get, at = steps, self.settings.get, np.arange(len(self.order))
        warm = max(1, int(steps * get("warm", 0.06)))
        share = np.minimum((at + 1) / warm, np.maximum(0.0, (steps - at) / max(1, steps - warm)))
        last = int(steps * (1 - get("mean", 0.3)))
        mean = np.where(at < last, 0.0, 1.0 / np.maximum(1, at - last + 1))
        self.share.copy_(torch.from_numpy(share.astype(np.float32)))
        self.lerp.copy_(torch.from_numpy(mean.astype(np.float32)))

    def step(self):
        """One step by Adam with decoupled decay; where it stands is read from the device."""
        net, take = self.net, lambda table: table.index_select(0, self.at).view(-1)
        net.grad.zero_()
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda", cache_enabled=False):
            losses = net.losses(self.data, take(self.order), take(self.ties), take(self.rows), take(self.weigh), self.soft)
        losses.sum().backward()
        with torch.no_grad():
            self.sums += losses.detach()
            grad = net.grad * (1.0 / net.grad.norm().clamp(min=1.0))
            self.first.lerp_(grad, 0.1)
            self.second.mul_(0.98).addcmul_(grad, grad, value=0.02)
            made = (self.at + 1).float()
            moved = (self.first / (1 - 0.9**made)) / ((self.second / (1 - 0.98**made)).sqrt() + 1e-8)
            moved.add_(net.flat, alpha=self.settings.get("weight_decay", 0.01))
            net.flat.sub_(moved * self.rate * take(self.share))
            self.mean.lerp_(net.flat, take(self.lerp))
            self.at += 1

    def capture(self):
        """Keeps a step as a graph, and undoes the steps made to warm up."""
        net = self.net
        net.training = True
        if self.device != "cuda":
            return
        torch.manual_seed(self.settings.get("seed", 1))
        kept = net.flat.clone()
        self.stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(self.stream):
            for _ in range(3):
                self.step()
        torch.cuda.synchronize()
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph, stream=self.stream):
            self.step()
        torch.cuda.synchronize()
        net.flat.copy_(kept)
        self.mean.copy_(kept)
        for table in (self.first, self.second, self.at, self.sums):
            table.zero_()
        torch.cuda.synchronize()

    def go(self):
        if self.graph is None:
            return self.step()
        with torch.cuda.stream(self.stream):
            self.graph.replay()

    def other(self, flat):
        """A network of other weights."""
        parts = self.net.parts
        return Net(self.net.values(flat), parts, self.device, self.settings)


def as_kept(net):
    """The network as it is after packing."""
    return Net(unpack(pack(net.values(), net.parts), net.parts), net.parts, net.device, net.settings)


@torch.no_grad()
def mean_of(nets):
    """One network whose weights are the mean."""
    values = [net.values() for net in nets]
    return Net({name: np.mean([one[name] for one in values], 0) for name in values[0]}, nets[0].parts, nets[0].device, nets[0].settings)


def shares(scores, arcs, lengths):
    """How likely each step from label to label is."""
    potentials, _ = chains(scores, arcs, lengths)
    potentials = potentials.detach().requires_grad_(True)
    (out,) = torch.autograd.grad(total(potentials).sum(), potentials)
    return out.flatten(2)


def teach(nets, data, device):
    """The mean shares that networks give to chunks they did not learn from, for cues and ties, and how much they count."""
    cues = torch.zeros((*data.cues.shape, 9), dtype=torch.float16, device=device)
    labels = torch.zeros((*data.label.shape, 9), dtype=torch.float16, device=device)
    counts = np.zeros(data.count)
    for net in nets:
        part, of = net.settings["fold"]
        counts += data.article % of == part
    for net in nets:
        part, of = net.settings["fold"]
        chunks = np.flatnonzero(data.article % of == part)
        for at in range(0, len(chunks), 32):
            group = chunks[at:at + 32]
            here = torch.from_numpy(group).to(device)
            by = torch.from_numpy(1.0 / counts[group]).to(device).float()
            ties = np.concatenate([data.tie_rows[chunk] for chunk in group])
            rows = torch.from_numpy(np.repeat(np.arange(len(group)), [len(data.tie_rows[chunk]) for chunk in group])).to(device)
            with torch.no_grad():
                states, features = net.states(data, here)
                scores = net.cue_scores(states, features)
            cues[here] += (shares(scores, net.p["cue.arcs"].detach(), data.words[here]) * by[:, None, None]).half()
            for from_ in range(0, len(ties), 512):
                these, row = torch.from_numpy(ties[from_:from_ + 512]).to(device), rows[from_:from_ + 512]
                with torch.no_grad():
                    scores = net.tie_scores(states, row, data.t_first[these], data.t_last[these], data.t_from[these],
                                            data.step[these], data.pairs[these], data.t_count[these])
                labels[these] += (shares(scores, net.p["argument.arcs"].detach(), data.t_count[these]) * by[row][:, None, None]).half()
    return cues, labels


def together(students, held, began, until):
    """Trains networks side by side; says how each does on the held-out articles. Where they would take longer than
    until then, all make fewer steps."""
    for student in students:
        student.capture()
    print(f"{time.time() - began:.0f} s: {len(students)} networks, {[s.steps for s in students]} steps", flush=True)
    most = max(student.steps for student in students)
    for step in range(most):
        if step == 20:
            if students[0].stream:
                torch.cuda.synchronize()
            start = time.time()
        for student in students:
            if step < student.steps:
                student.go()
        if step == 60:
            if students[0].stream:
                torch.cuda.synchronize()
            each = (time.time() - start) / 41
            part = min(1.0, (until - (time.time() - began)) / (each * most))
            print(f"{1000 * each:.1f} ms for a step of each; {part:.2f} of the steps", flush=True)
            for student in students if part < 1 else ():
                student.plan(max(100, int(student.steps * part)))
        for student in students:
            done, every = step + 1, student.settings.get("every", 5)
            if done == student.steps or done < student.steps and done % (student.per_pass * every) == 0:
                tell(student, held, done, began)


def tell(student, held, done, began):
    """Says how a network does; after its last step the mean of its last weights is what is kept of it."""
    if student.stream:
        torch.cuda.synchronize()
    lost = [round(x, 3) for x in (student.sums / done).tolist()]
    scores = told(held.score([student.net]))
    print(f"{time.time() - began:.0f} s {student.settings['name']} pass {done / student.per_pass:.1f} lost {lost}: {scores}", flush=True)
    if done == student.steps:
        student.graph = None
        student.net.training = False
        student.kept = student.other(student.mean)
        print(f"    mean of the last: {told(held.score([student.kept]))}", flush=True)


def choice(scores):
    """What a network is chosen by: exact F1 of the three roles and F1 of claims."""
    return sum(scores[:4]) / 4


def train(folder, begun, out, lines):
    device = "cuda" if torch.cuda.is_available() else "cpu"
    began = time.time()
    os.makedirs(out, exist_ok=True)
    seen, held = Data(os.path.join(folder, "seen"), device), Held(Data(os.path.join(folder, "held"), device))
    pieces = (os.path.getsize(begun) - sum(size(part) for part in layout(0))) // (WIDTH + 4)
    parts = layout(pieces)
    start = unpack(open(begun, "rb").read(), parts)
    print(f"{time.time() - began:.0f} s: {seen.count} chunks, {len(seen.tie_gold)} ties, {int(seen.tie_gold.sum())} of gold cues; "
          f"{held.data.count} chunks held out; {pieces} pieces", flush=True)
    settings = [json.loads(line) for line in open(lines) if line.strip()]
    teachers, kept, best = [], [], []
    for phase in sorted({one.get("phase", 1) for one in settings}):
        soft = teach(teachers, seen, device) if teachers else None
        if teachers:
            print(f"{time.time() - began:.0f} s: taught; teachers together: {told(held.score(teachers))}; "
                  f"the mean of their weights: {told(held.score([mean_of(teachers)]))}", flush=True)
        here = [one for one in settings if one.get("phase", 1) == phase]
        for at in range(0, len(here), SIDE):
            students = []
            for one in here[at:at + SIDE]:
                by = one.get("soft", 0.0)
                students.append(Student(one, seen, start, parts, device, (*soft, by) if soft and by else None))
            together(students, held, began, students[0].settings.get("until", 10**6))
            teachers += [student.kept for student in students if student.settings.get("fold")]
            nets = [(student.settings["name"], student.kept) for student in students if not student.settings.get("fold")]
            del students
            kept += nets
            best = keep(best, nets, held, out)
        print(f"{time.time() - began:.0f} s: phase {phase} is over", flush=True)
    if len(kept) > 1:
        print(f"together: {told(held.score([net for _, net in kept]))}", flush=True)
        keep(best, [("mean", mean_of([net for _, net in kept]))], held, out)


def keep(best, nets, held, out):
    """Packs networks and scores them as they are then; the three best so far stay in files."""
    best = list(best)
    for name, net in nets:
        net = as_kept(net)
        scores = {shift: held.score([net], shift) for shift in (-0.5, 0.0, 0.5)}
        for shift, score in scores.items():
            print(f"{name} packed, cues {shift:+.1f}: {told(score)}", flush=True)
        best.append((choice(scores[0.0]), name, net))
    best.sort(key=lambda it: -it[0])
    names = [name for _, name, _ in best[:3]]
    for file in os.listdir(out):
        if ".i8." in file and file.split(".")[0] not in names:
            os.remove(os.path.join(out, file))
    for _, name, net in best[:3]:
        data = pack(net.values(), net.parts)
        for at in range(0, len(data), PIECE):
            with open(os.path.join(out, f"{name}.i8.{at // PIECE}"), "wb") as file:
                file.write(data[at:at + PIECE])
    print(f"kept: {names}", flush=True)
    return best[:3]


def parts_of(data):
    """The parts of packed weights."""
    return layout((len(data) - sum(size(part) for part in layout(0))) // (WIDTH + 4))


def quarter(path, out):
    """Packed weights in four bits; a place has no bias there."""
    data = open(path, "rb").read()
    parts = parts_of(data)
    values = unpack(data, parts)
    with open(out, "wb") as file:
        for name, _, kind in parts:
            if kind == "rows":
                file.write(quarters.table(values[name]))
            elif kind == "floats" and name != "places.bias":
                file.write(values[name].astype("<f4").tobytes())


def score(folder, paths):
    held = Held(Data(os.path.join(folder, "held"), "cpu"))
    nets = []
    for path in paths:
        data = open(path, "rb").read()
        parts = parts_of(data)
        nets.append(Net(unpack(data, parts), parts, "cpu"))
        print(f"{path}: {told(held.score(nets[-1:]))}; {held.unseen} windows not kept", flush=True)
    if len(nets) > 1:
        print(f"together: {told(held.score(nets))}")


if __name__ == "__main__":
    command, rest = sys.argv[1], sys.argv[2:]
    if command == "begin":
        begin(*rest)
    elif command == "score":
        score(rest[0], rest[1:])
    elif command == "train":
        train(*rest)
    elif command == "quarter":
        quarter(*rest)
    else:
        sys.exit(__doc__)
