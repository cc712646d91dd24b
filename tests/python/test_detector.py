"""How well a trained detector tells machine documents from human ones, from its scores alone."""

from sklearn.metrics import roc_auc_score, roc_curve

from comparison import Comparison
from exported import generations


def labelled(detector):
    human, machine = detector["human"], detector["machine"]
    return [0] * len(human) + [1] * len(machine), human + machine


class Detector(Comparison):
    def test_area_under_the_curve(self):
        def area(generation):
            return generation.detector and roc_auc_score(*labelled(generation.detector))

        self.compare("detector_auc", area)

    def test_curve(self):
        compared = 0
        for generation in generations():
            if generation.detector:
                false, true, _ = roc_curve(*labelled(generation.detector), drop_intermediate=False)
                ours = generation.detector["roc"]
                self.assertEqual(len(ours), len(false), str(generation))
                for point, expected in zip(ours, zip(false, true)):
                    for rate, rate_expected in zip(point, expected):
                        self.assertAlmostEqual(rate, rate_expected, places=12, msg=str(generation))
                compared += 1
        self.assertGreaterEqual(compared, 6)

    def test_every_document_is_scored(self):
        for generation in generations():
            if generation.detector:
                counts = len(generation.detector["human"]), len(generation.detector["machine"])
                self.assertEqual(counts, (len(generation.human), len(generation.written)), str(generation))
