"""Makes a table of word clusters (`names-LANG.clusters`) from published word vectors.

    word_clusters.py navec navec_news_v1_1B_250K_300d_100q.tar OUT
    word_clusters.py spacy MODEL_FOLDER OUT TEXT...

navec (0.10.0, MIT) counts its words: the 50,000 commonest are taken. spaCy's en_core_web_md (3.8.0, MIT) does not:
of its words are taken those that stand in the texts at least twice (plain files, or columns with the word in the second).
The vectors, less their mean and of length 1, go into 512 clusters and those into 64 by k-means on the sphere (Dhillon and Modha 2001),
seed 1. Needs numpy 2.4, and navec or spacy 3.8.
"""

import collections
import re
import struct
import sys

import numpy

WORDS, FINE, COARSE = 50_000, 512, 64


def kmeans(rows, count, rounds):
    """The cluster of each row, and the clusters' middles."""
    chance = numpy.random.default_rng(1)
    rows = (rows / numpy.maximum(1e-9, numpy.linalg.norm(rows, axis=1, keepdims=True))).astype(numpy.float32)
    middles = rows[chance.choice(len(rows), count, replace=False)].copy()
    for _ in range(rounds):
        nearest = numpy.empty(len(rows), int)
        for at in range(0, len(rows), 8192):
            nearest[at : at + 8192] = (rows[at : at + 8192] @ middles.T).argmax(1)
        sums = numpy.zeros_like(middles)
        numpy.add.at(sums, nearest, rows)
        length = numpy.linalg.norm(sums, axis=1, keepdims=True)
        empty = length[:, 0] < 1e-6
        sums[empty] = rows[chance.choice(len(rows), empty.sum())]
        middles = sums / numpy.linalg.norm(sums, axis=1, keepdims=True)
    return nearest, middles


def letters(word):
    return any(letter.isalpha() for letter in word)


def navec(path):
    from navec import Navec

    vectors = Navec.load(path)
    counted = sorted(zip(vectors.vocab.words, vectors.vocab.counts), key=lambda pair: (-pair[1], pair[0]))
    words = [word for word, _ in counted if not word.startswith("<") and letters(word)][:WORDS]
    return words, numpy.stack([vectors[word] for word in words])


def spacy(folder, texts):
    import srsly
    from spacy.strings import hash_string

    seen = collections.Counter()
    for path in texts:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                columns = line.rstrip("\n").split("\t")
                line = columns[1] if len(columns) > 1 else columns[0]
                seen.update(word.lower() for word in re.findall(r"\w[\w.'’-]*", line) if letters(word))
    table = numpy.load(folder + "/vocab/vectors")
    row_of = srsly.read_msgpack(folder + "/vocab/key2row")
    words, rows = [], []
    for word, count in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDS]:
        forms = (hash_string(form) for form in (word.capitalize(), word))
        row = next((row_of[form] for form in forms if form in row_of), None)
        if row is not None and count > 1:
            words.append(word)
            rows.append(row)
    return words, table[rows]


def fnv(word):
    """The last four bytes of a word's FNV-1a hash."""
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & (2**64 - 1)
    return value & 0xFFFFFFFF


def main(kind, source, out, texts):
    words, rows = navec(source) if kind == "navec" else spacy(source, texts)
    fine, middles = kmeans(rows - rows.mean(0), FINE, 15)
    coarse, _ = kmeans(middles, COARSE, 30)
    entries = {}
    for word, cluster in zip(words, fine):
        plain = word.lower().replace("ё", "е").replace("’", "'")
        entries.setdefault(fnv(plain), int(cluster))
    with open(out, "wb") as file:
        file.write(struct.pack("<H", FINE) + bytes(coarse.tolist()))
        for value, cluster in sorted(entries.items()):
            file.write(struct.pack("<IH", value, cluster))
    print(len(entries), "words")


main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
