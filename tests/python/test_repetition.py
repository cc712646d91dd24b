"""Repetition within the documents that were written, and between them: nltk."""

import math
from statistics import fmean

from comparison import Comparison
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
from nltk.util import ngrams


class Repetition(Comparison):
    def test_rep(self):
        for n in (2, 3, 4):
            self.compare(f"rep{n}", lambda g: mean(1 - distinct(document, n) for document in long_enough(g)))

    def test_rep_diversity(self):
        product = lambda document: math.prod(distinct(document, n) for n in (2, 3, 4))
        self.compare("rep_diversity", lambda g: mean(map(product, long_enough(g))))

    def test_self_bleu(self):
        self.compare("self_bleu", self_bleu)


def long_enough(generation):
    """A shorter document has no 4-gram."""
    return [document for document in generation.written if len(document) >= 4]


def distinct(document, n):
    found = list(ngrams(document, n))
    return len(set(found)) / len(found)


def mean(values):
    values = list(values)
    return fmean(values) if values else None


def self_bleu(generation):
    documents = generation.written
    smoothing = SmoothingFunction().method1
    return mean(
        sentence_bleu(documents[:i] + documents[i + 1 :], document, smoothing_function=smoothing)
        for i, document in enumerate(documents)
    )
