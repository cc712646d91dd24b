"""Richness and evenness of the corpus that the next model learns from: scikit-bio, scipy, nltk, powerlaw."""

import math
from collections import Counter

import numpy as np
import powerlaw
from comparison import Comparison, share, stream
from nltk.util import ngrams
from scipy.optimize import brentq
from scipy.special import zeta
from skbio.diversity import alpha


def counts(generation):
    return list(Counter(stream(generation.corpus)).values())


class Diversity(Comparison):
    def test_documents(self):
        self.compare("documents", lambda g: len(g.corpus))

    def test_tokens(self):
        self.compare("tokens", lambda g: sum(counts(g)))

    def test_types(self):
        self.compare("types", lambda g: alpha.sobs(counts(g)))

    def test_hapax(self):
        self.compare("hapax", lambda g: alpha.singles(counts(g)))

    def test_entropy(self):
        self.compare("entropy_bits", lambda g: alpha.shannon(counts(g), base=2))

    def test_simpson(self):
        self.compare("simpson", lambda g: alpha.simpson(counts(g)))

    def test_hill_numbers(self):
        for q in (0, 1, 2):
            self.compare(f"hill{q}", lambda g: alpha.hill(counts(g), order=q))

    def test_distinct(self):
        for n in (1, 2, 3, 4):
            self.compare(f"distinct{n}", lambda g: distinct(g.corpus, n))

    def test_top10_share(self):
        self.compare("top10_share", lambda g: sum(sorted(counts(g))[-10:]) / sum(counts(g)))


class Zipf(Comparison):
    def test_powerlaw(self):
        """1e-3: powerlaw's optimiser stops when the likelihood no longer moves, far above rounding errors."""
        self.compare("zipf_exponent", lambda g: 1 / (fitted(counts(g)) - 1), relative=1e-3)

    def test_likelihood_is_at_its_maximum(self):
        """The same estimate to 1e-6, from the root of the derivative of the likelihood.

        Not 1e-9: scipy has no derivative of Hurwitz's zeta, and the difference quotient taken here is good to
        some eight digits.
        """
        self.compare("zipf_exponent", lambda g: 1 / (root(counts(g)) - 1), relative=1e-6)


def fitted(counts):
    fit = powerlaw.Fit(counts, discrete=True, xmin=1, verbose=False, parameter_ranges={"alpha": [1.001, 20]})
    return fit.power_law.alpha


def root(counts):
    """Where −ζ'(α)/ζ(α) is the mean logarithm of the counts."""
    mean = np.mean(np.log(counts))
    step = 1e-5

    def slope(excess):
        # In ln(α − 1), where ζ is smooth down to its pole at 1: ln ζ(1 + e^x) is nearly −x there.
        return (log_zeta(excess + step) - log_zeta(excess - step)) / (2 * step) / math.exp(excess) + mean

    return 1 + math.exp(brentq(slope, math.log(1e-3), math.log(30), xtol=1e-13, rtol=1e-13))


def log_zeta(excess):
    return math.log(zeta(1 + math.exp(excess), 1))


def distinct(documents, n):
    found = [gram for document in documents for gram in ngrams(document, n)]
    return share(len(set(found)), len(found))
