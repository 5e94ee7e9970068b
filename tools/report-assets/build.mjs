// Bundles Observable Plot into src/Assay/Reports/Assets/charts.min.js. Run: npm ci && npm run build
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const target = new URL("../../src/Assay/Reports/Assets/charts.min.js", import.meta.url);

// Plot puts a <style> into every chart, which the report's content security policy forbids; report.css has its two rules.
const withoutInlineStyle = {
  name: "without-inline-style",
  setup(builder) {
    builder.onLoad({ filter: /plot[\\/]src[\\/]plot\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const pattern = /\.call\(\(svg\) =>\s*\/\/ Warning:[^\n]*\n\s*svg\.append\("style"\)\.text\(\s*`[^`]*`\s*\)\s*\)/;
      if (!pattern.test(source)) throw new Error("Plot no longer writes its style as expected; look at plot.js.");
      return { contents: source.replace(pattern, ""), loader: "js" };
    });
  },
};

const { outputFiles, metafile } = await build({
  entryPoints: [fileURLToPath(new URL("charts.mjs", import.meta.url))],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plot",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
  plugins: [withoutInlineStyle],
});

// The licences ask that their notices go with the code: whose it is, and the terms, each text once.
const packages = [...new Set(Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean))].sort();
const terms = new Map();
for (const name of packages) {
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const { version, license } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
  const text = await readFile(new URL("LICENSE", folder), "utf8");
  const owner = /^.*Copyright.*$/m.exec(text)[0].trim();
  const term = text.replace(/^.*Copyright.*$/gm, "").replace(/\s+/g, " ").trim();
  terms.set(term, [...(terms.get(term) ?? []), `${name} ${version}, ${license}, ${owner}`]);
}

const notice = `/*\n${[...terms].map(([term, names]) => `${names.join("\n")}\n${term}`).join("\n\n")}\n*/\n`;
const script = outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("</style", "<\\/style").replaceAll("<!--", "<\\!--");
await writeFile(target, notice + script);
console.log(`${packages.length} packages, ${notice.length + script.length} characters`);
