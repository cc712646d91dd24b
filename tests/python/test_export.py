"""What is exported is what was read and written; the other tests trust it."""

import unittest
from collections import Counter

from comparison import grams
from exported import TWO_CITIES, generations, zipf_text


def encoded(text):
    """Lines of words as ids: 1 is the most frequent, ties in the order of first appearance."""
    lines = [line.split() for line in text.splitlines()]
    trained = len(lines) - len(lines) // 10
    counts = Counter(word for line in lines[:trained] for word in line)
    ranked = [word for word, _ in counts.most_common()]
    ranked += dict.fromkeys(word for line in lines[trained:] for word in line if word not in counts)
    ids = {word: rank for rank, word in enumerate(ranked, start=1)}
    documents = [[ids[word] for word in line] for line in lines]
    return documents[:trained], documents[trained:]


class Export(unittest.TestCase):
    def test_human_documents_are_those_of_the_text(self):
        texts = {"two cities": TWO_CITIES.read_text(encoding="utf-8"), "zipf": zipf_text()}
        for name, text in texts.items():
            exported = next(generation for generation in generations() if generation.run == name)
            self.assertEqual((exported.human, exported.held_out), encoded(text), name)

    def test_generation_0_is_human(self):
        first = [generation for generation in generations() if generation.generation == 0]
        self.assertEqual(len(first), len({generation.run for generation in generations()}))
        for generation in first:
            self.assertEqual(generation.corpus, generation.human, generation)
            self.assertEqual(generation.written, generation.human, generation)

    def test_later_generations_learn_from_what_the_regime_says(self):
        for generation in generations():
            t, corpus, written, human = (
                getattr(generation, name) for name in ("generation", "corpus", "written", "human")
            )
            if t == 0:
                continue
            self.assertNotEqual(written, human, generation)
            if generation.run == "accumulate":
                self.assertEqual(len(corpus), (t + 1) * len(human), generation)
                self.assertEqual(Counter(map(tuple, human + written)) - Counter(map(tuple, corpus)), Counter())
            elif generation.detector:
                self.assertLessEqual(set(map(tuple, corpus)), set(map(tuple, human + written)), generation)
                self.assertNotEqual(corpus, written, generation)
            elif generation.run == "fresh":
                self.assertNotEqual(corpus, written, generation)
            else:
                self.assertEqual(corpus, written, generation)

    def test_every_written_ngram_is_human(self):
        """Document ends left out: one that was cut at its limit ends where no human document does."""
        for generation in generations():
            human, written = (opened_grams(generation, text) for text in (generation.human, generation.written))
            self.assertLessEqual(written, human, generation)


def opened_grams(generation, documents):
    n = generation.order
    return set(grams([[0] * (n - 1) + document for document in documents], n))
