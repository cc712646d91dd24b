"""How well the next model predicts held-out human text: nltk's maximum-likelihood model, mixed with human unigrams here."""

import math
from collections import Counter

from comparison import Comparison, share, stream
from nltk.lm import MLE
from nltk.util import ngrams

BEGINNING, END = "<s>", "</s>"


def closed(documents, order):
    """With everything a model of this order reads: n − 1 beginnings and one end. nltk wants words."""
    return [[BEGINNING] * (order - 1) + [*map(str, document), END] for document in documents]


def model(generation, order):
    texts = closed(generation.corpus, order)
    mle = MLE(order)
    mle.fit(([*ngrams(text, order)] for text in texts), stream(texts))
    return mle


def bits(generation):
    order, epsilon = generation.order, generation.epsilon
    models = [model(generation, k) for k in range(order, 0, -1)]
    unigrams = Counter(stream(closed(generation.human, 1)))
    surprises = []
    held_out = closed(generation.held_out, order)
    for *context, token in (gram for text in held_out for gram in ngrams(text, order)):
        if token not in unigrams:
            continue
        # The longest part of the context that the text learnt from holds; the empty one it always does.
        mle, known = next(found for found in known_parts(models, context) if seen(*found))
        u = unigrams[token] / unigrams.total()
        surprises.append(-math.log2((1 - epsilon) * mle.score(token, known) + epsilon * u))
    return math.fsum(surprises) / len(surprises) if surprises else None


def known_parts(models, context):
    return [(mle, context[len(context) + 1 - mle.order :]) for mle in models]


def seen(mle, context):
    # nltk looks a context up with words it does not know replaced; such a context was never seen.
    return all(token in mle.vocab for token in context) and mle.context_counts(tuple(context)).N() > 0


class Prediction(Comparison):
    def test_bits(self):
        self.compare("heldout_bits", bits)

    def test_perplexity(self):
        self.compare("heldout_perplexity", lambda g: None if (b := bits(g)) is None else 2**b)

    def test_unknown_words(self):
        self.compare("oov", oov)


def oov(generation):
    known = set(stream(generation.corpus))
    held_out = stream(generation.held_out)
    return share(sum(token not in known for token in held_out), len(held_out))
