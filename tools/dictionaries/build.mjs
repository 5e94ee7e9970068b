// Makes the dictionaries that are embedded in the core. Run: apt-get install scowl && npm ci && npm run build
// Where SCOWL is unpacked elsewhere: npm run build -- FOLDER, the one that has its usr/.
import { mkdirSync, writeFileSync } from "node:fs";
import { asText, collect as collectDomains } from "./domains.mjs";
import { collect as collectNotices } from "./notices.mjs";
import { compress, pack } from "./packing.mjs";
import { collect as collectWords } from "./words.mjs";

const root = process.argv[2] ?? "";
const folder = new URL("../../src/Assay/Profiling/Semantics/Dictionaries/", import.meta.url);
mkdirSync(folder, { recursive: true });
const domains = collectDomains();
const { usual, rare } = collectWords(`${root}/usr/share/dict/scowl`, domains);
save("words-usual.br", pack(usual), usual.size);
save("words-rare.br", pack(rare), rare.size);
save("domains.br", compress(asText(domains)), domains.flatMap(([, members]) => members).length);
writeFileSync(
  new URL("../../NOTICE", import.meta.url),
  `Assay\n\nThe dictionaries embedded in it (docs/dictionaries.md) are made of works that have licences of their own:\n\n${collectNotices(`${root}/usr/share/doc/scowl/copyright`)}`);

function save(name, bytes, entries) {
  writeFileSync(new URL(name, folder), bytes);
  console.log(`${name}: ${entries} entries, ${bytes.length} bytes`);
}
