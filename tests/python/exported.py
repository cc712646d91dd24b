"""What examples/export.rs prints about a few runs: documents as lists of token ids, and the metrics under test.

`cargo xtask test` builds the program and names it in RECURSIVE_TRAP_EXPORT. All seeds are fixed.
"""

import json
import os
import random
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TWO_CITIES = Path(__file__).with_name("texts") / "two-cities.txt"

# Small, because nltk's BLEU against all other documents and antropy's Lempel-Ziv are quadratic.
RUNS = {
    "two cities": "--text {two_cities} --order 2 --generations 6 --every 2 --seed 1",
    "two cities, order 1": "--text {two_cities} --order 1 --generations 4 --every 2 --seed 2",
    "moby-dick": "--corpus moby-dick --documents 120 --order 3 --generations 12 --every 6 --seed 3",
    "sotu": "--corpus sotu --documents 80 --order 2 --generations 12 --every 6 --seed 4",
    "zipf": "--text {zipf} --order 1 --generations 12 --every 6 --seed 5",
    "characters": "--corpus moby-dick --tokenizer char --documents 25 --order 5 --generations 8 --every 4 --seed 6",
    "fresh": "--corpus moby-dick --documents 40 --order 3 --generations 8 --every 4 --regime fresh=0.2 --seed 7",
    "accumulate": "--corpus sotu --documents 40 --order 2 --generations 8 --every 4 --regime accumulate --seed 8",
    "cold": "--corpus moby-dick --documents 30 --order 2 --generations 4 --every 2 --temperature 0.2 --seed 9",
    "top-p": "--corpus sotu --documents 40 --order 3 --generations 8 --every 4 --top-p 0.8 --seed 10",
    "top-k": "--text {zipf} --documents 40 --order 2 --generations 4 --every 2 --top-k 3 --seed 11",
    "detector": "--corpus moby-dick --documents 60 --order 3 --generations 8 --every 4 --curation detector=trained --seed 12",
    "detector, fresh": "--corpus sotu --documents 50 --order 2 --generations 6 --every 3 --regime fresh=0.5 "
    "--curation detector=trained@0.2 --seed 13",
    "resampling": "--text {zipf} --order 2 --generations 4 --every 2 --regime fresh=0.3 --curation resample=trained --seed 14",
}


@dataclass
class Generation:
    """One generation beside the run it belongs to."""

    run: str
    order: int
    epsilon: float
    human: list
    held_out: list
    generation: int
    corpus: list
    written: list
    metrics: dict
    detector: dict | None

    def __str__(self):
        return f"{self.run}, generation {self.generation}"


@cache
def generations():
    """Every exported generation of every run."""
    with tempfile.TemporaryDirectory() as folder:
        zipf = Path(folder) / "zipf.txt"
        zipf.write_text(zipf_text(), encoding="utf-8")
        return [generation for name, line in RUNS.items() for generation in run(name, line, zipf)]


def run(name, line, zipf):
    paths = {"two_cities": TWO_CITIES, "zipf": zipf}
    arguments = [word.format(**paths) for word in line.split()]
    printed = subprocess.run([os.environ["RECURSIVE_TRAP_EXPORT"], *arguments], capture_output=True, text=True)
    if printed.returncode:
        reason, *_ = printed.stderr.strip().partition("stack backtrace")
        raise RuntimeError(f"export {' '.join(arguments)}: {reason}")
    exported = json.loads(printed.stdout)
    shared = {key: exported[key] for key in ("order", "epsilon", "human", "held_out")}
    return [Generation(run=name, **shared, **generation) for generation in exported["generations"]]


@cache
def zipf_text():
    """66 lines of 2 to 30 words, the word of rank r drawn in proportion to 1/r."""
    source = random.Random(1)
    words = [f"w{rank}" for rank in range(1, 401)]
    weights = [1 / rank for rank in range(1, 401)]
    lines = [source.choices(words, weights, k=source.randint(2, 30)) for _ in range(66)]
    return "\n".join(" ".join(line) for line in lines) + "\n"
