"""What the page claims, derived again from the run that it exports: generations, each with its metrics and the words it lost.

Reads the exported JSON from standard input, prints claims as JSON.
"""

import json
import sys

run = json.load(sys.stdin)
types = [generation["metrics"]["types"] for generation in run["generations"]]
# A word is gone from the generation on that lost it; under the plain loop none comes back.
gone = {word: generation["index"] for generation in run["generations"] for word in generation["lost"]}
lost_so_far = [sum(len(g["lost"]) for g in run["generations"][: t + 1]) for t in range(len(types))]

print(
    json.dumps(
        {
            "half": next(t for t, alive in enumerate(types) if 2 * alive <= types[0]),
            "third": next(t for t, alive in enumerate(types) if 3 * alive < 2 * types[0]),
            "last_seen": {word: generation - 1 for word, generation in gone.items()},
            "adds_up": all(types[0] - lost == alive for lost, alive in zip(lost_so_far, types)),
        }
    )
)
