// How words are compared: without case, accents and apostrophes. src/Assay/Profiling/Semantics/WordForm.cs does the same.
const apart = { ß: "ss", ø: "o", ł: "l", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i" };

export const plain = (text) =>
  text.toLowerCase().replace(/[ßøłæœđðþı]/g, (letter) => apart[letter]).normalize("NFD").replace(/\p{M}/gu, "").replace(/[’`]/g, "'");

/** The words of a text that are of Latin letters only. */
export const wordsOf = (text) =>
  plain(text).split(/[^\p{L}\p{N}']+/u).map((word) => word.replace(/'s$/, "").replaceAll("'", "")).filter((word) => /^[a-z]{2,}$/.test(word));
