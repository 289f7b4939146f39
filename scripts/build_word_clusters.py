"""Learn classes of words from unannotated news into ``kgbuild/analyse/data/word_clusters.tsv.gz``.

Two facts of each word, no running text: the cluster of words that stand in the same company
(positive pointwise mutual information with the neighbours, Levy & Goldberg 2014; truncated SVD;
k-means, whose centres are merged into two coarser levels), and which names the rules of
kgbuild find the word in. The shipped file was learnt from the ANT corpus v2.1, titles and bodies:

    python scripts/build_word_clusters.py ant_v2.1_multisource.jsonl.gz --without GOLD.jsonl

Needs scikit-learn. Articles with an id in a ``--without`` file, such as those annotated to
measure the result, are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.cluster import (  # type: ignore[import-untyped]
    AgglomerativeClustering,
    MiniBatchKMeans,
)
from sklearn.utils.extmath import randomized_svd  # type: ignore[import-untyped]

from kgbuild.analyse.names.candidate import Candidate, choose
from kgbuild.analyse.names.component import sentence_names
from kgbuild.analyse.names.words import is_word
from kgbuild.analyse.tokenizer import token_norms
from kgbuild.resources import data_file

VOCABULARY, CONTEXTS, DIMENSIONS = 40_000, 2_000, 100
LEVELS = (1024, 256, 64)
SHIFTS = (-2, -1, 1, 2)
SMOOTHING = 0.75
# Rules that go by a lexicon of the commonest nouns alone tell nothing that the lexicon does not.
UNTOLD = frozenset({"people", "head"})
LOOKED_UP = frozenset({"registry", "gazetteer", "state-acts", "country", "capital", "capital-acts"})
MIN_TIMES, MIN_SHARE, MAIN_SHARE, STEPS = 2, 0.15, 0.6, 5
_ENDS = frozenset({".", "؟", "!"})
_HEADER = """\
# Classes of Arabic words in news: folded word <TAB> cluster at three levels, the finest first (empty: too rare)
# <TAB> signs (blank-separated): in which names rules find the word. B first word, I further word, the type, ! announced
# by its surroundings, 2 mostly and 1 sometimes; s0 to s4: in how large a share of its occurrences.
# Made by scripts/build_word_clusters.py from the ANT corpus v2.1 (antcorpus/antcorpus.multisource.data); no text.
"""


def articles(corpus: Path, without: frozenset[str]) -> Iterator[list[list[str]]]:
    """Yield each article as sentences of folded tokens."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article: dict[str, Any] = json.loads(line)
            if article["id"] not in without:
                yield [*_sentences(token_norms(article["title"])), *_sentences(token_norms(article["text"]))]


def _sentences(norms: Sequence[str]) -> Iterator[list[str]]:
    start = 0
    for at, norm in enumerate(norms):
        if norm in _ENDS:
            yield list(norms[start : at + 1])
            start = at + 1
    if start < len(norms):
        yield list(norms[start:])


def clusters(counts: Counter[str], texts: Sequence[list[list[str]]]) -> dict[str, tuple[int, ...]]:
    """Return word -> its cluster at each level."""
    words = [word for word, _ in counts.most_common(VOCABULARY)]
    number = {word: index for index, word in enumerate(words)}
    outside = len(words)
    stream = np.fromiter(
        (number.get(word, outside) for text in texts for sentence in text for word in [*sentence, "\n"]), dtype=np.int32
    )
    vectors = _vectors(_company(stream, outside))
    fine = MiniBatchKMeans(LEVELS[0], random_state=0, batch_size=4096, n_init=1, max_iter=60).fit(vectors)
    coarser = [AgglomerativeClustering(n_clusters=size).fit_predict(fine.cluster_centers_) for size in LEVELS[1:]]
    return {
        word: (int(label), *(int(level[label]) for level in coarser))
        for word, label in zip(words, fine.labels_, strict=True)
    }


def _company(stream: Any, size: int) -> Any:
    """Return the counts of each word (row) beside each frequent word at each shift (column)."""
    blocks = []
    for shift in SHIFTS:
        near, far = (stream[-shift:], stream[:shift]) if shift < 0 else (stream[:-shift], stream[shift:])
        kept = (near < size) & (far < CONTEXTS)
        ones = np.ones(int(kept.sum()), dtype=np.float32)
        blocks.append(sparse.coo_matrix((ones, (near[kept], far[kept])), shape=(size, CONTEXTS)).tocsr())
    return sparse.hstack(blocks).tocoo()


def _vectors(counts: Any) -> Any:
    rows, columns = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel()
    share = columns**SMOOTHING / (columns**SMOOTHING).sum()
    information = np.log(counts.data / (rows[counts.row] * share[counts.col]))
    kept = information > 0
    matrix = sparse.csr_matrix(
        (information[kept].astype(np.float32), (counts.row[kept], counts.col[kept])), shape=counts.shape
    )
    left, values, _ = randomized_svd(matrix, DIMENSIONS, n_iter=4, random_state=0)
    vectors = left * np.sqrt(values)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def signs(counts: Mapping[str, int], texts: Iterable[list[list[str]]]) -> dict[str, list[str]]:
    """Return word -> what names the rules find it in."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for sentence in text:
            for name in choose(sentence_names(sentence, (0, len(sentence)), frozenset())):
                if name.rule not in UNTOLD:
                    _count(sentence, name, found)
    return {word: _signs(seen, counts[word]) for word, seen in found.items() if counts[word] >= MIN_TIMES}


def _count(sentence: Sequence[str], name: Candidate, found: dict[str, Counter[str]]) -> None:
    told = "" if name.rule in LOOKED_UP else "!"
    for at in range(name.start, name.end):
        found[sentence[at]][f"{'B' if at == name.start else 'I'}{name.type}{told}"] += 1


def _signs(seen: Counter[str], occurrences: int) -> list[str]:
    total = sum(seen.values())
    frequent = [(sign, n / total) for sign, n in seen.items() if n >= MIN_TIMES and n / total > MIN_SHARE]
    named = sorted(f"{sign}{2 if share > MAIN_SHARE else 1}" for sign, share in frequent)
    return [*named, f"s{min(STEPS - 1, int(STEPS * total / occurrences))}"]


def main() -> None:
    """Write the classes of the words of a corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="gzipped JSON Lines with the keys id, title, text")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="JSON Lines with the ids to leave out")
    args = parser.parse_args()
    lines = (line for path in args.without for line in path.read_text(encoding="utf-8").splitlines() if line)
    texts = list(articles(args.corpus, frozenset(json.loads(line)["id"] for line in lines)))
    counts = Counter(word for text in texts for sentence in text for word in sentence)
    clustered, told = clusters(counts, texts), signs(counts, texts)
    rows = []
    for word in sorted({*clustered, *told}):
        if is_word(word) or (word in clustered and not any(sign.isspace() for sign in word)):
            levels = clustered.get(word, ("",) * len(LEVELS))
            rows.append("\t".join([word, *map(str, levels), " ".join(told.get(word, []))]))
    content = (_HEADER + "\n".join(rows) + "\n").encode()
    data_file("analyse", "word_clusters.tsv.gz").write_bytes(gzip.compress(content, mtime=0))


if __name__ == "__main__":
    main()
