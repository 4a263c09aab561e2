// @ts-check
/**
 * Words as readers of a language type them: without its letters on the keyboard at hand, with two letters in place of one,
 * or with a neighbour's letters. Two words with one key are one word to these readers.
 */

/**
 * @typedef {object} Folding
 * @property {string} own letters that are no others with a mark: who types one of them means it
 * @property {Record<string, string>} typed what is typed for a letter, and the letter in the key
 */

/** å, ä and ö lose their marks everywhere, so that only letters that can't be taken apart are listed. */
const FINNISH = { ae: "a", æ: "a", oe: "o", œ: "o", ø: "o" };
const NORDIC = { ...FINNISH, aa: "a" };
const GERMAN = { ae: "a", oe: "o", ue: "u", ss: "s", ß: "s" };

/** By language; all others have none of their own. @type {Record<string, Folding>} */
const LANGUAGES = {
  da: { own: "æøå", typed: NORDIC },
  de: { own: "äöüß", typed: GERMAN },
  fi: { own: "åäö", typed: FINNISH },
  fo: { own: "æøð", typed: { ...NORDIC, ð: "d" } },
  is: { own: "æöðþ", typed: { ...NORDIC, ð: "d", þ: "t", th: "t" } },
  lb: { own: "äöü", typed: GERMAN },
  nb: { own: "æøå", typed: NORDIC },
  nn: { own: "æøå", typed: NORDIC },
  no: { own: "æøå", typed: NORDIC },
  sv: { own: "åäö", typed: NORDIC },
};

// biome-ignore format: a line for each script
/** Letters that Unicode doesn't take apart, in every language; a language's own rows come first. */
const GENERAL = Object.entries({
  æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n", ς: "σ",
  ى: "ي", ی: "ي", ک: "ك", ة: "ه", ـ: "",
});

/** Accents, and the vowel signs of Hebrew and Arabic; where vowels are always written they are letters. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** @param {string} lang */
function foldingOf(lang) {
  return LANGUAGES[lang.toLowerCase().split("-")[0] ?? ""] ?? { own: "", typed: {} };
}

/** The function that makes the key of a word in a language. @param {string} lang */
export function keysIn(lang) {
  const letters = new Map([...GENERAL, ...Object.entries(foldingOf(lang).typed)]);
  // Of two letters for one before the one that they begin with.
  const longest = [...letters.keys()].sort((a, b) => b.length - a.length);
  const replaced = new RegExp(longest.join("|"), "gu");
  return (/** @type {string} */ word) => {
    const plain = word.toLowerCase().normalize("NFKD").replace(MARKS, "");
    return plain.replace(replaced, (letter) => letters.get(letter) ?? "");
  };
}

/**
 * Whether what is typed may be a way to write a word with the same key: no letter of the language was typed that the word lacks.
 * @param {string} typed
 * @param {string} word
 * @param {string} lang
 */
export function mayMean(typed, word, lang) {
  const { own } = foldingOf(lang);
  return [...typed.toLowerCase().normalize("NFC")].every((letter) => !own.includes(letter) || word.includes(letter));
}
