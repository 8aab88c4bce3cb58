#!/usr/bin/env python3
"""Trains the encoder of names that `--deep` hears in Spanish and Russian (`inquiry::extract::names::encoded`).

    train_names.py label MODEL WEIGHTS TEXT...                         texts as a larger network labels them, in columns
    train_names.py train MODEL ES ES_DEV RU RU_DEV ES_MORE RU_MORE OUT   writes OUT.q4 and OUT.pieces

MODEL and the larger networks (WEIGHTS, one a language) are those of `names_encoder.py`. ES and ES_DEV are CoNLL-2002's columns, RU and RU_DEV
NEREL's folders; ES_MORE and RU_MORE are columns that `label` printed. Taught are the lower six layers with the commonest word
pieces, in bf16, every weight rounded to four bits on its way (straight-through estimator, Bengio 2013): two passes with
half of MORE each, two without; the last tenth of ES and RU is held out. 38 minutes on two cores. Sums of
threads keep no order: another run gives other bytes. Needs numpy and PyTorch.
"""

import os
import random
import re
import sys
import unicodedata
from collections import Counter

import names_encoder as base
import numpy as np
import quarters
import torch
import torch.nn.functional as F
from names_encoder import BATCH, LABELS, WIDTH, WORD, Model, batch, best, brat, chunks, columns, score

LAYERS, PIECES, KEPT, PLACES = 6, 18_000, 17_800, 160
RATE, HEAD_RATE = 3e-4, 2e-3
NAMED = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]


class Small(Model):
    """The model's word pieces, of which the commonest stay."""

    def __init__(self, path):
        super().__init__(path)
        self.letters = {}

    def word(self, word):
        return super().word(unicodedata.normalize("NFKC", word))

    def keep(self, sentences, count):
        """Keeps the pieces that are commonest in sentences, each with its weight, and all single letters; says how often each stands there."""
        counts = Counter()
        for by, group in sentences:
            for words, _ in group:
                for word in words:
                    for piece in self.word(word):
                        counts[piece] += by
        marks = {self.bos, self.eos, self.unknown}
        letters = {piece for text, piece in self.pieces.items() if len(text) == 1 and (counts[piece] or text in LETTERS)}
        kept = marks | letters
        for piece, _ in counts.most_common():
            if len(kept) < count:
                kept.add(piece)
        self.pieces = {text: piece for text, piece in self.pieces.items() if piece in kept}
        self.longest, self.cut = max(map(len, self.pieces)), {}
        return sorted(kept), counts


LETTERS = {chr(letter) for letter in (*range(0x30, 0x3a), *range(0x41, 0x5b), *range(0x61, 0x7b), *range(0x410, 0x450))}
LETTERS |= set("\u2581áéíóúüñÁÉÍÓÚÜÑёЁіїєґІЇЄҐўЎçàèâêôößäøåńłżśćę")


def quarter(weights):
    """Weights as four bits leave them; the gradient goes through."""
    blocks = weights.detach().view(len(weights), -1, quarters.BLOCK)
    most = blocks.abs().amax(2) / 7.5
    unit = (most.amax(1, keepdim=True) / 15).clamp(min=1e-9)
    step = (torch.round(most / unit).clamp(1, 15) * unit)[:, :, None]
    rounded = (torch.round(blocks / step).clamp(-8, 7) * step).view_as(weights)
    return weights + (rounded - weights).detach()


class Net(base.Net):
    """The lower layers, rounded."""

    def linear(self, name, x):
        return F.linear(x, quarter(self.part[name + "_w"]), self.part[name + "_b"])

    def rows(self, ids):
        return quarter(F.embedding(ids, self.words).view(-1, WIDTH)).view(*ids.shape, WIDTH)


def write(net, model, seen, counts, out):
    """The weights and pieces as the program reads them."""
    text = {piece: text for text, piece in model.pieces.items()}
    marks = [model.bos, model.eos, model.unknown]
    letters = {piece for piece in text if len(text[piece]) == 1}
    rest = sorted((piece for piece in seen if piece in text and piece not in letters), key=lambda piece: (-counts[piece], piece))
    kept = letters | set(rest[:KEPT - len(marks) - len(letters)])
    order = marks + [piece for piece in seen if piece in kept]
    row = {piece: at for at, piece in enumerate(seen)}
    part = {name: value.detach().numpy() for name, value in net.part.items()}
    floats = lambda array: np.ascontiguousarray(array, "<f4").tobytes()
    both = lambda name: floats(part[name + "_w"]) + floats(part[name + "_b"])
    linear = lambda name: quarters.table(part[name + "_w"]) + floats(part[name + "_b"])
    parts = [quarters.table(net.words.detach().numpy()[[row[piece] for piece in order]]),
             quarters.table(net.spots.detach().numpy()[:PLACES]), both("emb")]
    for layer in range(LAYERS):
        parts += [linear(f"{layer}_{name}") for name in ("q", "k", "v", "ao")] + [both(f"{layer}_aln")]
        parts += [linear(f"{layer}_{name}") for name in ("fi", "fo")] + [both(f"{layer}_oln")]
    parts += [floats(net.out.weight.detach()), floats(net.out.bias.detach())]
    with open(out + ".q4", "wb") as file:
        file.write(b"".join(parts))
    with open(out + ".pieces", "w", encoding="utf8") as file:
        file.write("<s>\n</s>\n<unk>\n")
        for piece in order[len(marks):]:
            file.write(f"{text[piece].replace(chr(0x2581), ' ')}\t{round(-10 * float(model.scores[piece]))}\n")


def lessons(parts):
    """Batches of two passes with half of what the larger networks labelled each, and two without; after which a pass ends."""
    more = parts["es_more"] + parts["ru_more"]
    random.shuffle(more)
    gold, out, ends = parts["es"] + parts["ru"], [], set()
    for extra in (more[0::2], more[1::2], [], []):
        group = gold + extra
        random.shuffle(group)
        out += [group[at:at + BATCH] for at in range(0, len(group) - BATCH + 1, BATCH)]
        ends.add(len(out) - 1)
    return out, ends


def train(path, es, es_dev, ru, ru_dev, es_more, ru_more, out):
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    torch.manual_seed(1)
    random.seed(1)
    base.LAYERS = LAYERS
    model = Small(path)
    sentences = {"es": columns(es), "ru": brat(ru), "es_dev": columns(es_dev), "ru_dev": brat(ru_dev),
                 "es_more": columns(es_more), "ru_more": columns(ru_more)}
    for name in ("es", "ru"):
        nine = len(sentences[name]) * 9 // 10
        sentences[name], sentences[name + "_held"] = sentences[name][:nine], sentences[name][nine:]
    seen, counts = model.keep([(2, sentences["es"]), (2, sentences["ru"]), (1, sentences["es_more"]), (1, sentences["ru_more"])], PIECES)
    row = {piece: at for at, piece in enumerate(seen)}
    parts = {name: chunks(model, group) for name, group in sentences.items()}
    net, (groups, ends) = Net(model, seen), lessons(parts)
    body = [value for name, value in net.named_parameters() if not name.startswith("out")]
    adam = torch.optim.AdamW([{"params": body, "lr": RATE}, {"params": net.out.parameters(), "lr": HEAD_RATE}], betas=(0.9, 0.98))
    steps = len(groups)
    rate = torch.optim.lr_scheduler.LambdaLR(adam, lambda at: min((at + 1) / (0.06 * steps), (steps - at) / (0.94 * steps)))
    for step, group in enumerate(groups):
        *given, labels = batch(group, row)
        with torch.autocast("cpu", torch.bfloat16):
            scores = net(*given)
        loss = F.cross_entropy(scores.view(-1, LABELS), labels.view(-1), ignore_index=-100)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        rate.step()
        if step % 100 == 99:
            print(f"step {step + 1} of {steps}, lost {loss.item():.3f}", flush=True)
        if step in ends:
            for name in ("es_held", "ru_held", "es_dev", "ru_dev"):
                print(f"step {step + 1}, {name}: {score(net, parts[name], row)}", flush=True)
    write(net, model, seen, counts, out)


@torch.no_grad()
def label(path, weights, *texts):
    """Prints texts in columns, as the larger network of these weights labels them."""
    model, kept = Model(path), torch.load(weights)
    values = {name: value.float() for name, value in kept["net"].items()}
    # The pieces it was not taught on stay as they were.
    rows = model.rows("emb.word", WIDTH)
    rows[kept["seen"]] = values["words"].numpy()
    net = base.Net(model, list(range(len(rows))))
    net.load_state_dict(values | {"words": torch.from_numpy(rows)})
    net.eval()
    row = {piece: piece for piece in range(len(rows))}
    for name in texts:
        lines = open(name, encoding="utf8").read().split("---\n", 2)[-1].splitlines()
        cut = [WORD.findall(one) for line in lines for one in re.split(r"(?<=[.!?…])\s+(?=[^a-zа-я])", line)]
        sentences = [(words[at:at + 100], [0] * len(words[at:at + 100])) for words in cut for at in range(0, len(words), 100)]
        parts = chunks(model, sentences)
        words = [word for words, _ in sentences for word in words]
        for part in parts:
            *given, _ = batch([part], row)
            with torch.autocast("cpu", torch.bfloat16):
                scores = torch.log_softmax(net(*given), 2)[0].numpy()
            for label in best(scores[:len(part[1])]):
                print(f"1\t{words.pop(0)}\t{NAMED[label]}")
            print()


if __name__ == "__main__":
    if len(sys.argv) > 9 and sys.argv[1] == "train":
        train(*sys.argv[2:])
    elif len(sys.argv) > 4 and sys.argv[1] == "label":
        label(*sys.argv[2:])
    else:
        sys.exit(__doc__)
