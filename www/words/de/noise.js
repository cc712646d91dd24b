// Rauschen gegen Signal, in Worten.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const noise = {
  stack: "Was geschrieben wird, nach seiner Herkunft",
  divergence: "Der Abstand der geschriebenen Wörter von denen des menschlichen Textes",
  whatStack: "Bewahrt: Wörter in einer Folge von acht Wörtern, oder in einem ganzen Satz, die der menschliche Text genauso hat. Verzerrt: menschlicher Text in kürzeren Stücken, aus dem Zusammenhang gerissen. Erfunden: Wörter am Ende einer Folge, ein Wort länger als das, was das Modell betrachtet, die der menschliche Text nicht hat. Erfunden heißt nicht falsch: Jeder neue Satz besteht aus solchen Folgen.",
  whatDivergence: "Die Jensen-Shannon-Divergenz: wie viel ein Wort im Mittel darüber verrät, ob es aus dem menschlichen Text stammt oder aus diesem. 0 Bit: Beide verwenden Wörter gleich. 1 Bit: Sie haben kein Wort gemeinsam.",
  table: "Rauschen, Signal und Abstand",
  order: "Wörter, die das Modell zugleich betrachtet",
  whyOrder: "Bei 3 hängt jedes Wort von den beiden davor ab. Ein längeres Gedächtnis schreibt längere Stellen ab; es hält nicht mehr Wörter am Leben.",
  original: "So beginnt es:",
  worst: "Der Satz mit den meisten Erfindungen:",
  kinds: ["menschlich", "aus einer menschlichen Stelle gerissen", "diese Folge hat der menschliche Text nicht"],
  heads: ["Generation", "Bewahrt", "Verzerrt", "Erfunden", "Abstand vom menschlichen Text, Bit", "Der Satz mit den meisten Erfindungen"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, kept: number, distorted: number, invented: number, js: number, first: number, human: number }} now
 */
export function noiseCaption(n, { generation, kept, distorted, invented, js, first, human }) {
  const unread = Number.isNaN(human) ? "" : ` Von den Wörtern in menschlichen Sätzen, die kein Modell gelesen hat, sind ${n.share(human)} in diesem Sinn „erfunden“.`;
  if (generation === 0) return `Der menschliche Text ist per Definition nichts als Signal: „Erfunden“ heißt ein Wort, wenn es in einer Folge steht, die dieser Text nicht hat.${unread}`;
  const shares = `Generation ${n.count(generation)}: ${n.share(kept)} der Wörter stehen in ganzen menschlichen Stellen; ${n.share(distorted)} sind verzerrt, aus solchen Stellen gerissen; ${n.share(invented)} sind erfunden, in Folgen, die der menschliche Text nicht hat.`;
  const distance = generation === 1 ? ` Der Abstand vom menschlichen Text beträgt ${n.decimal(js)} Bit.` : ` Der Abstand vom menschlichen Text beträgt ${n.decimal(js)} Bit; nach einer Runde waren es ${n.decimal(first)}.`;
  return shares + unread + distance;
}
