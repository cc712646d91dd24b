"""What of the human text is left and what was copied from it. No library has these: the slow obvious way."""

from comparison import Comparison, grams, share

# A passage of so many tokens that stands in a human document counts as copied.
PASSAGE = 8


class Survival(Comparison):
    def test_survivors(self):
        for n in (1, 2, 3):
            self.compare(f"survivors{n}", lambda g: survivors(g, n))

    def test_recall(self):
        self.compare("recall", recall)


def survivors(generation, n):
    human = set(grams(generation.human, n))
    return share(len(human & set(grams(generation.corpus, n))), len(human))


def recall(generation):
    """Human (n + 1)-grams that the next model could write: both n-grams in them still occur."""
    n = generation.order
    alive = set(grams(generation.corpus, n))
    human = set(grams(generation.human, n + 1))
    return share(sum(gram[:-1] in alive and gram[1:] in alive for gram in human), len(human))


class Copying(Comparison):
    def test_copy_rate(self):
        self.compare("copy_rate", lambda g: human_share(g, PASSAGE))

    def test_precision(self):
        self.compare("precision", lambda g: human_share(g, g.order + 1))

    def test_longest_copy(self):
        self.compare("longest_copy", longest_copy)

    def test_kept_distorted_invented(self):
        for kind in ("kept", "distorted", "invented"):
            self.compare(kind, lambda g: split(g)[kind])


def human_share(generation, n):
    human = set(grams(generation.human, n))
    written = grams(generation.written, n)
    return share(sum(gram in human for gram in written), len(written))


def longest_copy(generation):
    n = 0
    while not set(grams(generation.human, n + 1)).isdisjoint(grams(generation.written, n + 1)):
        n += 1
    return n


def split(generation):
    """Each written token is kept, distorted or invented."""
    n = generation.order + 1
    attested, passages = set(grams(generation.human, n)), set(grams(generation.human, PASSAGE))
    whole = {tuple(document) for document in generation.human}
    found = {"kept": 0, "distorted": 0, "invented": 0}
    for document in map(tuple, generation.written):
        for i in range(len(document)):
            if i + 1 >= n and document[i + 1 - n : i + 1] not in attested:
                kind = "invented"
            elif document in whole or any(
                document[start : start + PASSAGE] in passages for start in range(max(0, i + 1 - PASSAGE), i + 1)
            ):
                kind = "kept"
            else:
                kind = "distorted"
            found[kind] += 1
    return {kind: share(count, sum(found.values())) for kind, count in found.items()}
