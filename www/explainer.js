// The script of the page that is the story.

import { withCatalogue } from "./catalogue.js";
// At once: this page is certain to need it.
import "./content.js";
import "./scene-content.js";
import { RecursiveTrapElement } from "./element.js";
import { warm } from "./inquiry.js";
import { Story } from "./story.js";

const page = globalThis.document;

// Not by way of define.js: what two scripts share is a chunk, and bundlers drop a chunk that only does something.
RecursiveTrapElement.define();

if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", tell);
else tell();
// This page is certain to ask; any other one asks when a reader comes near.
warm();

function tell() {
  withCatalogue(page.documentElement.lang, (words) => new Story(page, words).begin());
}
