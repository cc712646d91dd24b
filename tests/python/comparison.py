"""Comparing a metric of every exported generation with what somebody else says it is."""

import math
import unittest

from exported import generations

# Both sides are exact up to the order of a few thousand floating-point additions.
EXACT = 1e-9


class Comparison(unittest.TestCase):
    """One test a metric; a failure lists every generation where the two sides differ."""

    def compare(self, metric, expected, relative=EXACT):
        """`expected` computes the metric from a Generation; None where it is not defined."""
        wrong, compared, values = [], set(), set()
        for generation in generations():
            ours, theirs = generation.metrics[metric], defined(expected(generation))
            if not agree(ours, theirs, relative):
                wrong.append(f"{generation}: ours {ours!r}, expected {theirs!r}")
            elif theirs is not None:
                compared.add(generation.run)
                values.add(theirs)
        if wrong:
            self.fail(f"{metric} differs in {len(wrong)} generations:\n  " + "\n  ".join(wrong))
        # Else the comparison would say nothing.
        self.assertGreaterEqual(len(compared), 3, f"{metric} is defined in {sorted(compared)} only")
        self.assertGreater(len(values), 3, f"{metric} takes the values {sorted(values)} only")


def defined(value):
    return None if value is None or not math.isfinite(value) else float(value)


def agree(ours, theirs, relative):
    if ours is None or theirs is None:
        return ours is theirs
    # What should be 0 may come out as a sum of rounding errors.
    return math.isclose(ours, theirs, rel_tol=relative, abs_tol=1e-12)


def stream(documents):
    """All tokens in order, boundaries dropped."""
    return [token for document in documents for token in document]


def grams(documents, n):
    """All n-grams within documents, the obvious way."""
    return [tuple(document[i : i + n]) for document in documents for i in range(len(document) - n + 1)]


def share(part, whole):
    return part / whole if whole else None
