import { createRequire } from "node:module";
import { plain } from "./letters.mjs";

const load = createRequire(import.meta.url);
const languages = ["en", "de", "es", "fr", "it", "nl", "pt"];

/** Closed lists of things: a name, and how its members are written. */
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
  return domains.map(([name, members]) => [name, [...new Set(members.map(written).filter((member) => member.length > 1))].sort()]);
}

// "Myanmar (Burma)" and "Côte d’Ivoire" are looked up as people write them.
const written = (text) => plain(text).replace(/\s*\(.*?\)/g, "").replace(/\.$/, "").trim();
