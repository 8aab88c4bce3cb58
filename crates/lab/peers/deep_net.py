"""The network of the deep tagger (`inquiry::extract::deep`) in PyTorch, its losses, and how it scores: for `train_deep.py`.

What it reads are the columns that `lab dump-deep` writes, and packed weights.
"""

import os

import numpy as np
import torch
import torch.nn.functional as F

WIDTH, NARROW, POSITIONS, LAYERS, LOWER = 384, 128, 256, 6, 3
FEATURES, PAIRED, STEPS, LABELS, PLACES = 20, 10, 42, 3, 2
HEAD = 32


def layout(pieces):
    """Name, shape and kind of every part, in the order of the file; what is behind `end` is forgotten after training."""
    out = []

    def linear(name, rows, cols):
        out.append((name + ".weight", (rows, cols), "rows"))
        out.append((name + ".bias", (rows,), "floats"))

    def norm(name, width):
        out.append((name + ".weight", (width,), "floats"))
        out.append((name + ".bias", (width,), "floats"))

    def layer(name, width, inner):
        for part in ("query", "key", "value", "output"):
            linear(f"{name}.{part}", width, width)
        norm(name + ".first", width)
        linear(name + ".up", inner, width)
        linear(name + ".down", width, inner)
        norm(name + ".second", width)

    def last(name, width):
        out.append((name + ".weight", (LABELS, width), "floats"))
        for part, shape in (("bias", (LABELS,)), ("other", (LABELS,)), ("arcs", (LABELS, LABELS))):
            out.append((f"{name}.{part}", shape, "floats"))

    out.append(("words", (pieces, WIDTH), "rows"))
    linear("places", POSITIONS, WIDTH)
    norm("norm", WIDTH)
    for at in range(LAYERS):
        layer(f"layer{at}", WIDTH, 4 * WIDTH)
    out.append(("features", (FEATURES, WIDTH), "floats"))
    last("cue", WIDTH)
    linear("word", NARROW, WIDTH)
    linear("head", NARROW, 2 * WIDTH)
    out.append(("steps", (STEPS, NARROW), "floats"))
    out.append(("paired", (PAIRED, NARROW), "floats"))
    norm("tie_norm", NARROW)
    for at in range(PLACES):
        layer(f"tie{at}", NARROW, 2 * NARROW)
    last("argument", NARROW)
    out.append(("end", (0,), "none"))
    out.append(("parts.weight", (2, WIDTH), "none"))
    out.append(("parts.bias", (2,), "none"))
    return out


def rounded(rows):
    """Rows as signed bytes and what a unit of each is worth, as `pack.rs` has it."""
    rows = rows.astype(np.float32)
    scale = np.maximum(np.abs(rows).max(1), np.float32(1e-8)) / np.float32(127)
    return np.rint(rows / scale[:, None]).astype(np.int8), scale


def pack(values, parts):
    """The file's bytes of named arrays."""
    out = []
    for name, _, kind in parts:
        if kind == "rows":
            rows, scale = rounded(values[name])
            out += [rows.tobytes(), scale.astype("<f4").tobytes()]
        elif kind == "floats":
            out.append(values[name].astype("<f4").tobytes())
    return b"".join(out)


def unpack(data, parts):
    """Named arrays of a file's bytes."""
    out, at = {}, 0
    for name, shape, kind in parts:
        count = int(np.prod(shape))
        if kind == "rows":
            rows = np.frombuffer(data, np.int8, count, at).reshape(shape)
            scale = np.frombuffer(data, "<f4", shape[0], at + count)
            out[name] = rows.astype(np.float32) * scale[:, None]
            at += count + 4 * shape[0]
        elif kind == "floats":
            out[name] = np.frombuffer(data, "<f4", count, at).reshape(shape).copy()
            at += 4 * count
        else:
            out[name] = np.zeros(shape, np.float32)
    assert at == len(data), (at, len(data))
    return out


def size(part):
    _, shape, kind = part
    count = int(np.prod(shape))
    return {"rows": count + 4 * shape[0], "floats": 4 * count, "none": 0}[kind]


class Data:
    """Chunks and ties of a folder of columns, as tensors padded to one size."""

    def __init__(self, folder, device):
        get = lambda name: np.load(os.path.join(folder, name + ".npy"))
        self.article = get("chunk.article").astype(np.int64)
        pieces, words, ties = (get("chunk." + name).astype(np.int64) for name in ("pieces", "words", "ties"))
        count = len(pieces)
        self.count, self.words_of = count, words
        # Rounded up so that attention takes its fast ways.
        most = int(-(-words.max() // 8) * 8)

        def padded(lengths, width, values, fill, columns=1):
            out = np.full((len(lengths), width, columns), fill, values.dtype)
            mask = np.arange(width)[None] < lengths[:, None]
            out[mask] = values.reshape(-1, columns)
            return out if columns > 1 else out[:, :, 0]

        put = lambda array, kind: torch.from_numpy(np.ascontiguousarray(array)).to(device).to(kind)
        owner = get("piece.owner").astype(np.int64)
        owner[owner > 10**6] = -1
        self.ids = put(padded(pieces, POSITIONS, get("piece.id").astype(np.int32), 0), torch.int64)
        self.pieces = put(pieces, torch.int64)
        self.owner = put(padded(pieces, POSITIONS, owner, -1), torch.int64)
        self.first = put(padded(words, most, get("word.piece").astype(np.int64), 0), torch.int64)
        self.words = put(words, torch.int64)
        features = get("word.features").reshape(-1, FEATURES).astype(np.float32) / 150
        self.features = put(padded(words, most, features, 0, FEATURES), torch.float32)
        self.cues = put(padded(words, most, get("word.cue"), 0), torch.int64)
        parts = np.stack([get("word.in_source"), get("word.in_content")], 1)
        self.parts = put(padded(words, most, parts, 0, 2), torch.float32)
        self.place = {name: padded(words, most, get("word." + name).astype(np.int64), 0)
                      for name in ("passage", "start", "end", "joins")}
        lengths = get("tie.count").astype(np.int64)
        seats = int(-(-lengths.max() // 8) * 8)
        self.tie_chunk = np.repeat(np.arange(count), ties)
        self.tie_first, self.tie_last, self.tie_from = (get("tie." + name).astype(np.int64) for name in ("first", "last", "from"))
        self.tie_gold = get("tie.gold").astype(bool)
        self.tie_rows = [np.arange(end - many, end) for end, many in zip(np.cumsum(ties), ties)]
        if len(self.tie_gold) == 0:
            lengths = np.zeros(0, np.int64)
        self.t_first, self.t_last, self.t_from = (put(x, torch.int64) for x in (self.tie_first, self.tie_last, self.tie_from))
        self.t_count = put(lengths, torch.int64)
        self.label = put(padded(lengths, seats, get("seat.label"), 0), torch.int64)
        self.step = put(padded(lengths, seats, get("seat.step").astype(np.int64), 0), torch.int64)
        pairs = get("seat.pairs").reshape(-1, PAIRED).astype(np.float32) / 150
        self.pairs = put(padded(lengths, seats, pairs, 0, PAIRED), torch.float32)
        self.known = put(self.tie_gold, torch.float32)
        self.gold = {}
        columns = [get("gold." + name).astype(np.int64) for name in ("article", "claim", "role", "start", "end")]
        for article, claim, role, start, end in zip(*columns):
            roles = self.gold.setdefault(int(article), {}).setdefault(int(claim), ([], [], []))
            roles[role].append((int(start), int(end)))


def chains(scores, arcs, lengths):
    """Potentials of each step from label to label; steps behind the end change nothing."""
    count, length, _ = scores.shape
    out = scores[:, :, None, :] + arcs
    still = torch.full((LABELS, LABELS), -1e4, device=scores.device)
    still.fill_diagonal_(0.0)
    live = (torch.arange(length, device=scores.device)[None] < lengths[:, None])[:, :, None, None]
    return torch.where(live, out, still), live


def total(potentials):
    """The logarithm of the sum over all label sequences: neighbours are joined pair by pair."""
    while potentials.shape[1] > 1:
        if potentials.shape[1] % 2:
            still = torch.full_like(potentials[:, :1], -1e4) + torch.eye(LABELS, device=potentials.device) * 1e4
            potentials = torch.cat([potentials, still], 1)
        a, b = potentials[:, 0::2], potentials[:, 1::2]
        potentials = torch.logsumexp(a[..., :, :, None] + b[..., None, :, :], -2)
    return torch.logsumexp(potentials[:, 0, 0, :], -1)


def targets(labels):
    """Gold labels as shares of each step from label to label."""
    before = F.pad(labels[:, :-1], (1, 0))
    return F.one_hot(before * LABELS + labels, LABELS * LABELS).float().view(*labels.shape, LABELS, LABELS)


def lost(scores, arcs, lengths, wanted):
    """The negative log-likelihood of each chain, expected over `wanted`."""
    potentials, live = chains(scores, arcs, lengths)
    return total(potentials) - (potentials * wanted * live).sum((1, 2, 3))


def viterbi(scores, arcs, lengths):
    """The best labels of each chain."""
    out = [np.zeros(int(many), np.int64) for many in lengths]
    if not out:
        return out
    count, length, _ = scores.shape
    best = np.empty_like(scores)
    from_ = np.zeros(scores.shape, np.int64)
    best[:, 0] = scores[:, 0] + arcs[0]
    for at in range(1, length):
        reached = best[:, at - 1, :, None] + arcs
        from_[:, at] = reached.argmax(1)
        best[:, at] = reached.max(1) + scores[:, at]
    for row, many in enumerate(lengths):
        label = int(best[row, many - 1].argmax())
        for at in range(int(many) - 1, -1, -1):
            out[row][at] = label
            label = int(from_[row, at, label])
    return out


class Net:
    """Parameters in one row of values, and the way forward."""

    def __init__(self, values, parts, device, settings=None):
        self.parts, self.device, self.settings = parts, device, settings or {}
        self.flat = torch.cat([torch.from_numpy(values[name].reshape(-1).astype(np.float32)) for name, _, _ in parts]).to(device)
        self.grad = torch.zeros_like(self.flat)
        self.p, at = {}, 0
        for name, shape, _ in parts:
            count = int(np.prod(shape))
            own = self.flat[at:at + count].view(shape).detach().requires_grad_(True)
            own.grad = self.grad[at:at + count].view(shape)
            self.p[name] = own
            at += count
        self.training = False

    def values(self, flat=None):
        flat = (self.flat if flat is None else flat).detach().cpu().numpy()
        out, at = {}, 0
        for name, shape, _ in self.parts:
            count = int(np.prod(shape))
            out[name] = flat[at:at + count].reshape(shape)
            at += count
        return out

    def drop(self, x, share=None):
        return F.dropout(x, self.settings.get("drop", 0.1) if share is None else share, self.training)

    def linear(self, name, x):
        return F.linear(x, self.p[name + ".weight"], self.p[name + ".bias"])

    def norm(self, name, x):
        return F.layer_norm(x.float(), x.shape[-1:], self.p[name + ".weight"], self.p[name + ".bias"], 1e-12)

    def layer(self, name, x, mask):
        rows, length, width = x.shape
        heads = lambda part: self.linear(f"{name}.{part}", x).view(rows, length, width // HEAD, HEAD).transpose(1, 2)
        mixed = F.scaled_dot_product_attention(heads("query"), heads("key"), heads("value"), attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(rows, length, width)
        x = self.norm(name + ".first", x + self.drop(self.linear(name + ".output", mixed)))
        inner = F.gelu(self.linear(name + ".up", x))
        return self.norm(name + ".second", x + self.drop(self.linear(name + ".down", inner)))

    @staticmethod
    def mask(lengths, size):
        live = torch.arange(size, device=lengths.device)[None] < lengths[:, None].clamp(min=1)
        return live[:, None, None, :].expand(-1, 1, size, -1)

    def states(self, data, chunks):
        """The state of each word of the chunks, and the features that were heard."""
        ids, owner = data.ids[chunks], data.owner[chunks]
        features = data.features[chunks]
        if self.training:
            blank = torch.rand(ids.shape, device=self.device) < self.settings.get("blank", 0.0)
            ids = torch.where(blank & (owner >= 0), 0, ids)
            # Now and then the perceptron, or the rules, are not heard.
            deaf = torch.rand((len(chunks), 1, 2), device=self.device) < self.settings.get("deaf_words", 0.0)
            keep = torch.ones((len(chunks), 1, FEATURES), device=self.device)
            keep[:, :, 13:16] = 1.0 - deaf[:, :, :1].float()
            keep[:, :, 7:13] = 1.0 - deaf[:, :, 1:].float()
            features = features * keep
        x = F.embedding(ids, self.p["words"]) + self.p["places.weight"][None]
        x = self.drop(self.norm("norm", x), self.settings.get("drop_first", 0.0))
        mask = self.mask(data.pieces[chunks], POSITIONS)
        for at in range(LAYERS):
            if at == LOWER:
                each = features @ self.p["features"]
                each = F.pad(each, (0, 0, 0, 1))
                spot = torch.where(owner < 0, each.shape[1] - 1, owner)
                x = x + each.gather(1, spot[:, :, None].expand(-1, -1, WIDTH))
            x = self.layer(f"layer{at}", x, mask)
        first = data.first[chunks]
        return x.gather(1, first[:, :, None].expand(-1, -1, WIDTH)), features

    def cue_scores(self, states, features):
        return self.linear("cue", states).float() + features[:, :, 13:16] * self.p["cue.other"]

    def tie_scores(self, states, rows, first, last, start, step, pairs, count):
        """Scores of the words around cues; `rows` are their chunks among `states`."""
        if self.training:
            deaf = torch.rand((len(rows), 1), device=self.device) < self.settings.get("deaf", 0.15)
            pairs = torch.cat([pairs[:, :, :7] * (1.0 - deaf.float())[:, :, None], pairs[:, :, 7:]], 2)
        narrow = self.linear("word", states).float()
        seats = step.shape[1]
        spot = (start[:, None] + torch.arange(seats, device=self.device)[None]).clamp(max=states.shape[1] - 1)
        ends = torch.cat([states[rows, first], states[rows, last]], 1)
        x = narrow[rows[:, None], spot] + self.linear("head", ends).float()[:, None]
        x = x + F.embedding(step, self.p["steps"]) + pairs @ self.p["paired"]
        x = self.norm("tie_norm", x)
        mask = self.mask(count, seats)
        for at in range(PLACES):
            x = self.layer(f"tie{at}", x, mask)
        scores = self.linear("argument", x).float() + pairs[:, :, :LABELS] * self.p["argument.other"]
        # The cue's own words are neither source nor content.
        own = torch.stack([50.0 * pairs[:, :, 9], *[torch.zeros_like(pairs[:, :, 9])] * 2], 2)
        return scores + own

    def losses(self, data, chunks, ties, rows, weigh, soft=None):
        """What is lost on cues, parts and ties, a chunk; `soft` are a teacher's shares and how much they count."""
        states, features = self.states(data, chunks)
        wanted_cues, wanted = targets(data.cues[chunks]), targets(data.label[ties])
        if soft is not None:
            cues, labels, by = soft
            own = (1.0 - by)
            wanted_cues = own * wanted_cues + by * cues[chunks].float().view_as(wanted_cues)
            wanted = own * wanted + by * labels[ties].float().view_as(wanted)
        scores = self.cue_scores(self.drop(states), features)
        cue = lost(scores, self.p["cue.arcs"], data.words[chunks], wanted_cues).mean()
        parts = self.linear("parts", self.drop(states)).float()
        live = torch.arange(parts.shape[1], device=self.device)[None] < data.words[chunks][:, None]
        each = F.binary_cross_entropy_with_logits(parts, data.parts[chunks], reduction="none").sum(2)
        parts = (2.0 * (each * live).sum(1) / data.words[chunks].clamp(min=1)).mean()
        count = torch.where(weigh > 0, data.t_count[ties], 0)
        scores = self.tie_scores(self.drop(states), rows, data.t_first[ties], data.t_last[ties], data.t_from[ties],
                                 data.step[ties], data.pairs[ties], count)
        tie = (lost(scores, self.p["argument.arcs"], count, wanted) * weigh).sum() / len(chunks)
        return torch.stack([cue * 0.1, parts, tie * 0.1])


def steps(distance):
    if distance <= 8:
        return distance
    return 9 + (distance - 9) * 6 // 56 if distance <= 64 else 15 + min((distance - 65) // 16, 4)


class Held:
    """Scores networks on articles held out, as `lab polnear --tagger` does."""

    def __init__(self, data):
        self.data = data
        self.cached = {(int(c), int(a), int(b)): at for at, (c, a, b) in enumerate(zip(data.tie_chunk, data.tie_first, data.tie_last))}
        self.beside = {}
        for (chunk, first, _), at in self.cached.items():
            self.beside.setdefault((chunk, first), at)
        self.unseen = 0

    def windows(self, cues):
        """Steps and pairs around predicted cues; what the perceptron says of one that is not kept is that of its neighbour."""
        data, out = self.data, []
        seats = data.step.shape[1]
        for chunk, first, last in cues:
            at = self.cached.get((chunk, first, last))
            words = int(data.words_of[chunk])
            start, to = max(0, first - 70), min(last + 91, words)
            step = np.zeros(seats, np.int64)
            places = np.arange(start, to)[:seats]
            step[:len(places)] = [steps(first - x) if x < first else 20 + steps(x - last) if x > last else STEPS - 1 for x in places]
            pairs = np.zeros((seats, PAIRED), np.float32)
            if at is not None:
                pairs = data.pairs_np[at]
            else:
                self.unseen += 1
                near = [self.beside[(chunk, x)] for x in (first, last, first - 1, last + 1) if (chunk, x) in self.beside]
                if near:
                    old = data.pairs_np[near[0]]
                    shift = int(data.tie_from[near[0]])
                    for seat, x in enumerate(places):
                        if 0 <= x - shift < seats:
                            pairs[seat] = old[x - shift]
                pairs[:, 9] = 0
                pairs[first - start:last - start + 1, 9] = 1
            out.append((start, len(places), step, pairs))
        return out

    @torch.no_grad()
    def forward(self, net):
        """Scores of cues, and states."""
        data = self.data
        if not hasattr(data, "pairs_np"):
            data.pairs_np = data.pairs.cpu().numpy()
        states, scores = [], []
        for at in range(0, data.count, 64):
            chunks = torch.arange(at, min(at + 64, data.count), device=net.device)
            own, features = net.states(data, chunks)
            states.append(own)
            scores.append(net.cue_scores(own, features))
        return torch.cat(states), torch.cat(scores).float().cpu().numpy()

    @torch.no_grad()
    def found(self, nets, shift=0.0):
        """What is found: chunk, cue, labels of the window; of several networks the mean of their scores."""
        training = [net.training for net in nets]
        for net in nets:
            net.training = False
        heard = [self.forward(net) for net in nets]
        arcs = np.mean([net.p["cue.arcs"].detach().cpu().numpy() for net in nets], 0)
        scores = np.mean([scores for _, scores in heard], 0)
        scores[:, :, 1] += shift
        data = self.data
        cues = []
        for chunk, labels in enumerate(viterbi(scores, arcs, data.words_of)):
            run = None
            for at, label in enumerate(list(labels) + [0]):
                if run and (label != 2 or at != run[1] + 1):
                    if data.place["passage"][chunk, run[0]] == data.place["passage"][chunk, run[1]]:
                        cues.append((chunk, run[0], run[1]))
                    run = None
                if label == 2 and run:
                    run = (run[0], at)
                elif label:
                    run = (at, at)
        out = []
        windows = self.windows(cues)
        for at in range(0, len(cues), 256):
            part = windows[at:at + 256]
            put = lambda array, kind=torch.int64: torch.from_numpy(np.array(array)).to(nets[0].device).to(kind)
            rows, first, last = (put(column) for column in zip(*cues[at:at + 256]))
            start, count = put([x[0] for x in part]), put([x[1] for x in part])
            step, pairs = put([x[2] for x in part]), put([x[3] for x in part], torch.float32)
            scores = np.mean([net.tie_scores(states, rows, first, last, start, step, pairs, count).float().cpu().numpy()
                              for net, (states, _) in zip(nets, heard)], 0)
            arcs = np.mean([net.p["argument.arcs"].detach().cpu().numpy() for net in nets], 0)
            for cue, window, labels in zip(cues[at:at + 256], part, viterbi(scores, arcs, [x[1] for x in part])):
                out.append((cue, window[0], labels))
        for net, was in zip(nets, training):
            net.training = was
        return out

    def spans(self, chunk, places):
        """Runs of words as spans; white space between them alone does not part them."""
        place, out, before = self.data.place, [], None
        for at in places:
            start, end = int(place["start"][chunk, at]), int(place["end"][chunk, at])
            if out and before == at - 1 and (place["joins"][chunk, at] or place["passage"][chunk, at] == place["passage"][chunk, before]):
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
            before = at
        return out

    def score(self, nets, shift=0.0):
        """F1 of exact sources, cues, contents and of claims, in percent."""
        claims = {}
        for (chunk, first, last), start, labels in self.found(nets, shift):
            content = self.spans(chunk, [start + at for at, label in enumerate(labels) if label == 2])
            if not content:
                continue
            runs, before = [], None
            for at, label in enumerate(labels):
                if label == 1:
                    passage = self.data.place["passage"][chunk]
                    same = before == at - 1 and passage[start + at] == passage[start + at - 1]
                    runs = runs[:-1] + [runs[-1] + [start + at]] if same else runs + [[start + at]]
                    before = at
            runs = sorted((self.spans(chunk, run) for run in runs), key=lambda s: s[0][0] - s[-1][1])
            found = runs[:1] and runs[0], self.spans(chunk, range(first, last + 1)), content
            claims.setdefault(int(self.data.article[chunk]), []).append(found)
        return figures(self.data.gold, claims, set(int(x) for x in self.data.article))


def figures(gold, claims, articles):
    roles = [[0, 0, 0] for _ in range(3)]
    tied = [0, 0, 0, 0]
    over = lambda a, b: sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    for article in articles:
        wanted, found = list(gold.get(article, {}).values()), claims.get(article, [])
        for role in range(3):
            a = {tuple(claim[role]) for claim in wanted if claim[role]}
            b = {tuple(claim[role]) for claim in found if claim[role]}
            roles[role] = [x + y for x, y in zip(roles[role], (len(a & b), len(a), len(b)))]
        same = lambda a, b: not a[0] and not b[0] or over(a[0], b[0]) > 0
        half = lambda a, b: a and 2 * over(a, b) >= sum(y - x for x, y in a)
        tied[0] += sum(any(same(a, b) and half(a[2], b[2]) for b in found) for a in wanted)
        tied[1] += len(wanted)
        tied[2] += sum(any(same(a, b) and half(b[2], a[2]) for a in wanted) for b in found)
        tied[3] += len(found)
    f1 = [200.0 * hit / max(1, a + b) for hit, a, b in roles]
    precision, recall = tied[2] / max(1, tied[3]), tied[0] / max(1, tied[1])
    return f1 + [200.0 * precision * recall / max(1e-9, precision + recall), 100 * precision, 100 * recall]


def told(scores):
    return "source {:.1f} cue {:.1f} content {:.1f}; claims {:.1f} (P {:.1f} R {:.1f})".format(*scores)
