"""Lexical diversity and complexity of all written tokens in order: lexicalrichness, lexical-diversity, antropy."""

from antropy import lziv_complexity
from comparison import Comparison, stream
from lexical_diversity import lex_div
from lexicalrichness import LexicalRichness


def rich(generation):
    return LexicalRichness(stream(generation.written), preprocessor=None, tokenizer=None)


def long_enough(measure, shortest):
    """`measure` of the written tokens; None where they are fewer than a sample or a window."""

    def measured(generation):
        tokens = stream(generation.written)
        return measure(tokens) if len(tokens) >= shortest else None

    return measured


class Lexical(Comparison):
    def test_hdd(self):
        self.compare("hdd", long_enough(lex_div.hdd, 42))

    def test_hdd_of_another_library(self):
        """1e-7: scipy's hypergeometric probabilities, which lexicalrichness takes, come from logarithms of factorials."""
        self.compare("hdd", lambda g: rich(g).hdd(draws=42), relative=1e-7)

    def test_mattr(self):
        self.compare("mattr", long_enough(lambda tokens: lex_div.mattr(tokens, window_length=50), 50))

    def test_mattr_of_another_library(self):
        self.compare("mattr", lambda g: rich(g).mattr(window_size=50))

    def test_mtld(self):
        """lexicalrichness ends a factor at a ratio of .72, lexical-diversity below it and not before 10 tokens."""
        self.compare("mtld", lambda g: rich(g).mtld(threshold=0.72))

    def test_lempel_ziv_1976(self):
        self.compare("lz76", lambda g: lziv_complexity(stream(g.written), normalize=False))
