//! Where a label goes: beside its line, over nothing.

use super::pen::Point;

/// A rectangle on the paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Frame {
    pub(super) fn at((left, top): Point, (width, height): (f64, f64)) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    fn holds(&self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Moves heights apart until neighbours are `gap` from each other, as little as can be, within `top` and `bottom`.
pub(super) fn spread(heights: &mut [f64], gap: f64, (top, bottom): (f64, f64)) {
    // A handful of labels: each is put in front of the first one below it.
    let mut order: Vec<usize> = Vec::new();
    for i in 0..heights.len() {
        let place = order.iter().position(|&other| heights[other] > heights[i]).unwrap_or(order.len());
        order.insert(place, i);
    }
    // Labels that would touch merge into a block around their common centre; blocks that touch merge again.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    let extent = |count: usize| gap * (count - 1) as f64;
    let settle = |center: f64, count: usize| {
        let half = extent(count) / 2.0;
        center.min(bottom - half).max(top + half)
    };
    for &i in &order {
        let mut block = (settle(heights[i], 1), 1);
        while let Some(&(center, count)) = blocks.last() {
            if center + extent(count) / 2.0 + gap <= block.0 - extent(block.1) / 2.0 {
                break;
            }
            blocks.pop();
            let total = count + block.1;
            let mean = (center * count as f64 + block.0 * block.1 as f64) / total as f64;
            block = (settle(mean, total), total);
        }
        blocks.push(block);
    }
    let placed = blocks
        .iter()
        .flat_map(|&(center, count)| (0..count).map(move |i| center - extent(count) / 2.0 + gap * i as f64));
    for (i, height) in order.into_iter().zip(placed) {
        heights[i] = height;
    }
}

/// What it costs to cover a label, in points of ink.
const COVERED: usize = 1000;
/// Points of ink that a label may touch and still be read, and the line with it.
const TOUCHED: usize = 4;

/// What is already on the paper, so that a label can avoid it.
pub(super) struct Room {
    bounds: Frame,
    ink: Vec<Point>,
    labels: Vec<Frame>,
}

impl Room {
    pub(super) fn within(bounds: Frame) -> Self {
        Self { bounds, ink: Vec::new(), labels: Vec::new() }
    }

    /// A line that labels should not cover, sampled every `step`.
    pub(super) fn line(&mut self, points: &[Point], step: f64) {
        self.ink.extend(points);
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let pieces = ((x1 - x0).hypot(y1 - y0) / step).ceil().max(1.0);
            self.ink.extend((1..pieces as u32).map(|i| {
                let share = f64::from(i) / pieces;
                (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
            }));
        }
    }

    /// A rectangle that no later label may touch.
    pub(super) fn occupy(&mut self, frame: Frame) {
        self.labels.push(frame);
    }

    /// Takes the candidate (top left corner) that covers least; of equals, the earlier one.
    pub(super) fn place(&mut self, size: (f64, f64), candidates: &[Point]) -> Frame {
        let best = self.best(size, candidates);
        self.labels.push(best);
        best
    }

    /// As [`Room::place`], if there is a place where next to nothing is covered.
    pub(super) fn place_if_free(&mut self, size: (f64, f64), candidates: &[Point]) -> Option<Frame> {
        let best = self.best(size, candidates);
        let fits = best.right <= self.bounds.right && self.cost(&best) <= TOUCHED;
        fits.then(|| {
            self.labels.push(best);
            best
        })
    }

    fn best(&self, size: (f64, f64), candidates: &[Point]) -> Frame {
        let bounds = self.bounds;
        candidates
            .iter()
            .map(|&(x, y)| {
                let left = x.min(bounds.right - size.0).max(bounds.left);
                let top = y.min(bounds.bottom - size.1).max(bounds.top);
                Frame::at((left, top), size)
            })
            .min_by_key(|frame| self.cost(frame))
            .unwrap_or_else(|| Frame::at((bounds.left, bounds.top), size))
    }

    fn cost(&self, frame: &Frame) -> usize {
        let labels = self.labels.iter().filter(|label| label.meets(frame)).count();
        labels * COVERED + self.ink.iter().filter(|point| frame.holds(**point)).count()
    }
}

/// Top left corners of a label of `size` around a point: level with it on the right, then the other sides.
pub(super) fn around((x, y): Point, (width, height): (f64, f64), gap: f64) -> [Point; 8] {
    let (left, right, center) = (x - gap - width, x + gap, x - width / 2.0);
    let (above, below, level) = (y - gap - height, y + gap, y - height / 2.0);
    [
        (right, level),
        (right, above),
        (left, below),
        (center, above),
        (right, below),
        (left, above),
        (center, below),
        (left, level),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_far_apart_stay_where_they_are() {
        let mut heights = [90.0, 10.0, 50.0];
        spread(&mut heights, 15.0, (0.0, 100.0));
        assert_eq!(heights, [90.0, 10.0, 50.0]);
    }

    #[test]
    fn labels_that_touch_part_around_their_centre() {
        let mut heights = [50.0, 50.0, 52.0, 90.0];
        spread(&mut heights, 10.0, (0.0, 100.0));
        let center = 152.0 / 3.0;
        assert!((heights[1] - center).abs() < 1e-9);
        assert!((heights[0] - (center - 10.0)).abs() < 1e-9 && heights[3] == 90.0);
    }

    #[test]
    fn labels_stay_within_their_bounds() {
        let mut heights = [99.0, 100.0, 98.0, -40.0];
        spread(&mut heights, 10.0, (0.0, 100.0));
        assert_eq!(heights, [90.0, 100.0, 80.0, 0.0]);
    }

    #[test]
    fn a_label_avoids_lines_and_labels() {
        let mut room = Room::within(Frame { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 });
        room.line(&[(0.0, 30.0), (100.0, 30.0)], 1.0);
        let candidates = [(10.0, 25.0), (10.0, 60.0), (60.0, 60.0)];
        assert_eq!(room.place((20.0, 10.0), &candidates), Frame::at((10.0, 60.0), (20.0, 10.0)));
        assert_eq!(room.place((20.0, 10.0), &candidates), Frame::at((60.0, 60.0), (20.0, 10.0)));
        assert_eq!(room.place((20.0, 10.0), &[(95.0, 95.0)]), Frame::at((80.0, 90.0), (20.0, 10.0)));
    }

    #[test]
    fn what_is_said_elsewhere_too_is_left_out_where_it_would_cover_something() {
        let mut room = Room::within(Frame { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 });
        room.line(&[(0.0, 30.0), (100.0, 30.0)], 1.0);
        assert_eq!(room.place_if_free((20.0, 10.0), &[(10.0, 25.0)]), None);
        assert_eq!(room.place_if_free((120.0, 10.0), &[(10.0, 60.0)]), None);
        let free = room.place_if_free((20.0, 10.0), &[(10.0, 25.0), (10.0, 60.0)]);
        assert_eq!(free, Some(Frame::at((10.0, 60.0), (20.0, 10.0))));
        assert_eq!(room.place_if_free((20.0, 10.0), &[(10.0, 60.0)]), None);
    }
}
