import { unaccented } from '../../conversations/accents.js';
import { type Entry, Nouns } from './nouns.js';

/** Countries whose usual name is not the one that ICU gives, and what else texters call some. */
const SPOKEN: readonly (readonly [english: string, names: string])[] = [
  ['the united states', '(?:the )?(?:united states|states|usa?|america)|(?:les )?états-unis'],
  ['england', 'england|(?:the )?uk|united kingdom|scotland|angleterre|royaume-uni'],
  ['congo', '(?:the )?(?:drc|congo)|rdc'],
  ['ivory coast', "(?:the )?ivory coast|(?:la )?côte d'ivoire"],
  ['palestine', 'palestine|gaza|(?:the )?west bank'],
  ['turkey', 'turkey|turquie'],
  ['burma', 'burma|myanmar|birmanie'],
  ['hong kong', 'hong kong|hongkong'],
  ['korea', '(?:south |north )?korea|corée(?: du (?:sud|nord))?'],
  ['bosnia', 'bosnia|bosnie'],
  ['trinidad', 'trinidad'],
  ['dubai', 'dubai|(?:the )?(?:uae|emirates)|dubaï'],
];

const PLAIN = /^\p{L}+(?: \p{L}+){0,2}$/u;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The countries of the world by the names of the Unicode CLDR, which come with Node.js, in English and French. */
function namesOfRegions(): Entry[] {
  const [english, french] = ['en', 'fr'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region' }),
  );
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const named = new Map<string, string>();
  for (const code of codes) {
    const name = english?.of(code)?.toLowerCase() ?? '';
    // A code that names nothing comes back as it is.
    if (!PLAIN.test(name) || name === code.toLowerCase()) continue;
    const other = french?.of(code)?.toLowerCase() ?? name;
    const names = [name, ...(PLAIN.test(other) ? [other, unaccented(other)] : [])];
    named.set(name, `(?:the )?(?:${[...new Set(names)].join('|')})`);
  }
  return [...named].map(([name, names]) => [names, name, name, `de ${name}`]);
}

/** Where people come from. De-identification lets countries stand, for they name nobody. */
export const COUNTRIES = new Nouns([
  ...SPOKEN.map(([name, names]): Entry => [names, name, name, `de ${name}`]),
  ...namesOfRegions(),
]);
