import { expect, test } from "@playwright/test";
import { controls, defaults, drag, nextFrame, openPage, rerun } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ canvas: string, text: string, size: number, left: number, right: number, top: number, bottom: number, width: number, height: number }} Label */

const WIDTHS = [320, 360, 768, 1280];
const SCHEMES = /** @type {const} */ (["light", "dark"]);
const SMALLEST = 12;
/** Layout that moves without the reader's doing (CLS): more than this is seen. */
const STILL = 0.05;

/** Notes every text that is written on a canvas, until the next time that canvas is cleared. @param {Page} page */
async function readCanvases(page) {
  await page.addInitScript(() => {
    /** @type {Map<string, any[]>} */
    const written = new Map();
    /** @type {any} */ (globalThis)[Symbol.for("written")] = written;
    const { fillText } = CanvasRenderingContext2D.prototype;
    const size = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width"));
    // Charts cover what was there with paper, or size the canvas anew.
    const { fillRect, clearRect } = CanvasRenderingContext2D.prototype;
    for (const [name, method] of Object.entries({ fillRect, clearRect })) {
      /** @type {any} */ (CanvasRenderingContext2D.prototype)[name] = function (/** @type {[number, number, number, number]} */ ...box) {
        if (box[2] >= this.canvas.width && box[3] >= this.canvas.height) written.set(this.canvas.className, []);
        return method.apply(this, box);
      };
    }
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      const { actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent } = this.measureText(text);
      const at = this.getTransform();
      const corners = [[x - actualBoundingBoxLeft, y - actualBoundingBoxAscent], [x + actualBoundingBoxRight, y + actualBoundingBoxDescent]].map(([a, b]) => at.transformPoint(new DOMPoint(a, b)));
      const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
      const label = {
        canvas: this.canvas.className, text, size: Number(/([\d.]+)px/.exec(this.font)?.[1]) * Math.hypot(at.a, at.b),
        left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), width: this.canvas.width, height: this.canvas.height,
      };
      if (text.trim() !== "") (written.get(this.canvas.className) ?? written.set(this.canvas.className, []).get(this.canvas.className))?.push(label);
      return fillText.call(this, text, x, y, ...rest);
    };
    Object.defineProperty(HTMLCanvasElement.prototype, "width", {
      ...size,
      set(value) {
        written.set(this.className, []);
        size.set?.call(this, value);
      },
    });
  });
}

/**
 * What is written on the canvases now, in CSS pixels.
 * @param {Page} page
 * @returns {Promise<Label[]>}
 */
function labels(page) {
  return page.evaluate(() => {
    const scale = Math.min(3, Math.max(2, devicePixelRatio));
    /** @type {Map<string, any[]>} */
    const written = /** @type {any} */ (globalThis)[Symbol.for("written")];
    const inPixels = (/** @type {any} */ numbers) => Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value) / scale]));
    return [...written.values()].flat().map(({ canvas, text, ...numbers }) => /** @type {any} */ ({ canvas, text, ...inPixels(numbers) }));
  });
}

/**
 * Everything wrong with the text and the boxes of the page: too small, too pale, reaching out of the window.
 * @param {Page} page
 * @param {number} smallest
 * @returns {Promise<string[]>}
 */
function faults(page, smallest) {
  return page.evaluate((least) => {
    /** @type {Set<string>} */
    const found = new Set();
    const window = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > window) found.add(`the page is ${document.documentElement.scrollWidth} px wide`);
    /** @param {string} colour */
    const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    /** @param {string} colour */
    const luminance = (colour) => {
      const [r = 0, g = 0, b = 0] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** @param {Element} element */
    const paper = (element) => {
      for (let under = /** @type {Element | null} */ (element); under; under = under.assignedSlot ?? under.parentElement ?? /** @type {ShadowRoot} */ (under.getRootNode()).host ?? null) {
        const { backgroundColor } = getComputedStyle(under);
        if ((parts(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    /** @param {Document | ShadowRoot} root */
    const inspect = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) inspect(element.shadowRoot);
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const { left, right, width } = element.getBoundingClientRect();
        const scrolls = element.closest(".scroller, caption, option");
        const what = `<${element.localName} class="${element.className}">`;
        if (width > 0 && !scrolls && (right > window + 0.5 || left < -0.5)) found.add(`${what} reaches from ${left} to ${right}`);
        const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) || element.matches("input[type=number], select");
        if (!says || element.matches("caption, option, style, script, title")) continue;
        const style = getComputedStyle(element);
        if (parseFloat(style.fontSize) < least) found.add(`${what} is written in ${style.fontSize}`);
        if (element.scrollWidth > element.clientWidth + 1 && style.overflow !== "visible" && element.clientWidth > 0) found.add(`${what} is cut off: ${element.textContent}`);
        const [light, dark] = [luminance(style.color), luminance(paper(element))].sort((a, b) => b - a);
        const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
        if (contrast < 4.5) found.add(`${what} has a contrast of ${contrast.toFixed(2)}`);
      }
    };
    inspect(document);
    return [...found];
  }, smallest);
}

/**
 * Everything wrong with the writing on the canvases: too small, cut off, one over the other.
 * @param {Label[]} written
 */
function writingFaults(written) {
  const found = [];
  for (const [i, one] of written.entries()) {
    if (one.size < SMALLEST - 0.01) found.push(`"${one.text}" on ${one.canvas} is written in ${one.size.toFixed(1)} px`);
    if (one.left < -1 || one.top < -1 || one.right > one.width + 1 || one.bottom > one.height + 1) found.push(`"${one.text}" is cut off at the edge of ${one.canvas}`);
    // The specimen is meant to be hard to read; its words are the text's, beside it.
    if (one.canvas === "specimen") continue;
    for (const other of written.slice(i + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      // Labels are written twice where a halo of paper lies under them.
      if (one.canvas === other.canvas && one.text !== other.text && across > 1 && down > 1) found.push(`"${one.text}" and "${other.text}" overlap on ${one.canvas}`);
    }
  }
  return [...new Set(found)];
}

for (const ratio of [1, 2]) {
  test.describe(`at ${ratio} device pixels to a CSS pixel`, () => {
    test.use({ deviceScaleFactor: ratio });
    // Fails when a sentence, a control or a label on a chart is clipped, runs out of the window or into its neighbour, is
    // smaller than 12 px, or paler than text may be (WCAG 1.4.3: 4.5 to 1).
    test(`at ${WIDTHS.join(", ")} px, light and dark, everything fits and can be read`, async ({ page }) => {
      await readCanvases(page);
      await openPage(page);
      await page.locator("#numbers").evaluate((details) => details.setAttribute("open", ""));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          for (const generation of [0, 1, 10, defaults.generations]) {
            await drag(controls(page).scrubber, generation);
            await nextFrame(page);
            await nextFrame(page);
            const written = await labels(page);
            const at = `${width} px, ${colorScheme}, generation ${generation}`;
            expect.soft(await faults(page, SMALLEST), at).toEqual([]);
            expect.soft(writingFaults(written), at).toEqual([]);
            for (const canvas of ["survival", "rank", "specimen"]) expect(written.filter((label) => label.canvas === canvas).length, `labels of ${canvas}`).toBeGreaterThan(3);
          }
        }
      }
    });
  });
}

for (const width of WIDTHS) {
  // Fails when the figure takes another room than was kept for it, or a caption that grows pushes what is below it.
  test(`at ${width} px nothing moves by itself, from loading to the last generation`, async ({ page }) => {
    await page.addInitScript(() => {
      /** @type {{ value: number, nodes: string[] }[]} */
      const shifts = [];
      /** @type {any} */ (globalThis)[Symbol.for("shifts")] = shifts;
      new PerformanceObserver((list) => {
        for (const entry of /** @type {any[]} */ (list.getEntries())) {
          if (!entry.hadRecentInput) shifts.push({ value: entry.value, nodes: entry.sources.map((/** @type {any} */ { node }) => `${node?.nodeName}.${node?.className}`) });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.setViewportSize({ width, height: 800 });
    await openPage(page, { folded: true });
    await rerun(page, () => page.locator("recursive-trap").evaluate((element) => element.setAttribute("seed", "6")));
    // What is out of the window shifts unnoticed, until the reader is there: so the places are compared as well.
    const places = () => page.locator("recursive-trap").evaluate((element) =>
      Object.fromEntries([...(element.shadowRoot?.querySelectorAll(".plate, figcaption, .transport, .settings, .lost, .alert, details") ?? [])].map((part) => {
        const { top, height } = part.getBoundingClientRect();
        const owner = part.closest("figure")?.className ?? "";
        return [`${owner} ${part.className || part.localName}`.trim(), [Math.round(top + scrollY), Math.round(height)]];
      })));
    const at = await places();
    for (const generation of [0, 1, 2, 5, 11, 20]) {
      await drag(controls(page).scrubber, generation);
      await nextFrame(page);
      expect.soft(await places(), `generation ${generation}: where the parts are, and how high`).toEqual(at);
    }
    const shifts = await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("shifts")]);
    const total = shifts.reduce((/** @type {number} */ sum, /** @type {{ value: number }} */ { value }) => sum + value, 0);
    test.info().annotations.push({ type: "layout shift", description: `${width} px: ${total.toFixed(4)}` });
    expect(total, JSON.stringify(shifts)).toBeLessThan(STILL);
  });
}
