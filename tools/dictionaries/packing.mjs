import { brotliCompressSync, constants } from "node:zlib";

/** Sorted words, each as the count of letters that it shares with the one before (a letter from A) and the rest, under Brotli. */
export function pack(words) {
  const lines = [];
  let before = "";
  for (const word of [...words].sort()) {
    let shared = 0;
    while (shared < 25 && shared < before.length && before[shared] === word[shared]) shared++;
    lines.push(String.fromCharCode(65 + shared) + word.slice(shared));
    before = word;
  }

  return compress(lines.join("\n") + "\n");
}

export const compress = (text) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
