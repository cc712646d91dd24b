import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { RecursiveTrapElement } from "../../www/element.js";

const root = new URL("../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root), "utf8");

const manifest = JSON.parse(read("custom-elements.json"));
/** @type {{ attributes: Attribute[], members: Member[], events: Named[], cssParts: Named[], cssProperties: (Named & { default: string })[] } & Record<string, any>} */
const element = manifest.modules[0].declarations[0];
const types = read("www/typings/recursive-trap.d.ts");
const sources = readdirSync(new URL("www/", root), { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".js") && !name.startsWith("pkg")).map((name) => read(`www/${name}`));

/** @typedef {{ name: string, description: string }} Named */
/** @typedef {Named & { fieldName: string }} Attribute */
/** @typedef {Named & { kind: "field" | "method", attribute?: string, readonly?: boolean, static?: boolean }} Member */

/** What the page of the story alone calls. */
const INTERNAL = ["announce", "keep"];
const CALLBACKS = ["constructor", "connectedCallback", "disconnectedCallback", "connectedMoveCallback", "adoptedCallback", "attributeChangedCallback"];

/** What the class and those it extends have; where there is no page, the last of these stands for HTMLElement. */
const described = descriptors(RecursiveTrapElement.prototype);
const ours = Object.keys(described).filter((name) => !CALLBACKS.includes(name) && !INTERNAL.includes(name));

/** @param {object} prototype @returns {Record<string, PropertyDescriptor>} */
function descriptors(prototype) {
  return prototype === Object.prototype ? {} : { ...descriptors(Object.getPrototypeOf(prototype)), ...Object.getOwnPropertyDescriptors(prototype) };
}

/**
 * What is there is described, and what is described is there.
 * @param {Iterable<string>} written
 * @param {Iterable<string>} there
 */
function compare(written, there) {
  assert.deepEqual([...new Set(written)].sort(), [...new Set(there)].sort());
}

test("every attribute is observed, and the other way round", () => {
  compare(element.attributes.map(({ name }) => name), RecursiveTrapElement.observedAttributes);
});

test("every attribute has the property of its name", () => {
  for (const { name, fieldName } of element.attributes) {
    assert.equal(fieldName, name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()));
    assert.equal(element.members.find((member) => member.name === fieldName)?.attribute, name);
  }
});

test("every property is an accessor of the class, and is as writable as it says", () => {
  const fields = element.members.filter(({ kind }) => kind === "field");
  for (const { name, readonly } of fields) {
    if (described[name]?.set) assert.ok(!readonly, `${name} can be set`);
  }
  // HTML has `lang`, on every element.
  compare(fields.map(({ name }) => name).filter((name) => name !== "lang"), ours.filter((name) => described[name]?.get));
});

test("every method is one of the class", () => {
  const methods = element.members.filter(({ kind }) => kind === "method");
  for (const { name } of methods.filter((method) => method.static)) assert.equal(typeof Reflect.get(RecursiveTrapElement, name), "function", name);
  compare(methods.filter((method) => !method.static).map(({ name }) => name), ours.filter((name) => typeof described[name]?.value === "function"));
});

test("every event is one that the element or its content sends", () => {
  const sent = sources.flatMap((source) => [...source.matchAll(/\bemit\("([a-z-]+)"/g)].map(([, name]) => `recursive-trap-${name}`));
  assert.ok(sent.length > 0);
  compare(element.events.map(({ name }) => name), sent);
});

test("every part is one that something has", () => {
  const parts = sources.flatMap((source) => [...source.matchAll(/\bpart: "([a-z ]+)"/g)].flatMap(([, names = ""]) => names.split(" ")));
  assert.ok(parts.length > 0);
  compare(element.cssParts.map(({ name }) => name), parts);
});

test("every custom property is one that the sheet reads, with this default", () => {
  const read = new Map();
  for (const [, name, fallback] of sources.join("\n").matchAll(/var\((--recursive-trap-[a-z-]+), ((?:[^()]|\([^()]*\))+)\)/g)) if (!read.has(name)) read.set(name, fallback);
  assert.ok(read.size > 0);
  assert.deepEqual(new Map(element.cssProperties.map(({ name, default: value }) => [name, value])), read);
});

test("the types know every member and every event", () => {
  const own = types.slice(types.indexOf("export class RecursiveTrapElement"));
  const inherited = ["lang"];
  for (const { name } of element.members) if (!inherited.includes(name)) assert.match(own, new RegExp(`^  (static |readonly )*${name}[(:]`, "m"), name);
  const events = [...types.matchAll(/^ {2}"(recursive-trap-[a-z]+)": CustomEvent/gm)].map(([, name]) => name);
  assert.deepEqual(events.sort(), element.events.map(({ name }) => name).sort());
  const attributes = /interface RecursiveTrapAttributes \{([^}]*)\}/.exec(types)?.[1] ?? "";
  assert.deepEqual([...attributes.matchAll(/^ {2}"?([a-z-]+)"?\?:/gm)].map(([, name]) => name).sort(), element.attributes.map(({ name }) => name).sort());
});

test("everything is described in a sentence", () => {
  for (const list of [element.attributes, element.members, element.events, element.cssParts, element.cssProperties]) {
    for (const { name, description } of list) assert.match(description ?? "", /^[A-Z\d].*\.$/, name);
  }
});
