"""How far the corpus's types lie from the human ones: scipy."""

from collections import Counter

import numpy as np
from comparison import Comparison, stream
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy, wasserstein_distance


def shares(generation):
    """Ids, and how probable each is in the corpus and in the human one."""
    here, human = Counter(stream(generation.corpus)), Counter(stream(generation.human))
    ids = sorted(here.keys() | human.keys())
    p, h = (np.array([counts[i] for i in ids], dtype=float) for counts in (here, human))
    return ids, p / p.sum(), h / h.sum()


class Distances(Comparison):
    def test_kullback_leibler(self):
        self.compare("kl", kl)

    def test_jensen_shannon(self):
        self.compare("js", js)

    def test_total_variation(self):
        self.compare("tv", tv)

    def test_wasserstein(self):
        self.compare("w1", w1)

    def test_squared_error(self):
        self.compare("squared_error", squared_error)

    def test_lost_tail(self):
        self.compare("tail_lost", tail_lost)


def kl(generation):
    _, p, h = shares(generation)
    return entropy(p, h, base=2)


def js(generation):
    _, p, h = shares(generation)
    return jensenshannon(p, h, base=2) ** 2


def tv(generation):
    _, p, h = shares(generation)
    return np.abs(p - h).sum() / 2


def w1(generation):
    ids, p, h = shares(generation)
    return wasserstein_distance(ids, ids, p, h)


def squared_error(generation):
    _, p, h = shares(generation)
    return ((p - h) ** 2).sum()


def tail_lost(generation):
    _, p, h = shares(generation)
    return h[p == 0].sum()
