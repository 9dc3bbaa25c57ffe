import { seededRandom, shuffled } from '../../src/classification/training/random.js';
import type { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import { zipf } from './zipf.js';

/** A wording of the archive's vocabulary. */
export interface Wording {
  phrase: string;
  concept: string | null;
  inTaxonomy: boolean;
  risk: boolean;
  labels: readonly string[];
  /** What texters say who bring it. */
  utterances: { en: readonly string[]; fr: readonly string[] };
  /** The place of the wording that it means the same as, or its own. */
  meaning: number;
  /** Wordings that conversations with this one often have beside it. */
  kin: readonly number[];
}

const HEADS =
  'fighting with,hiding from,worrying about,missing,lying to,avoiding,caring for,losing,waiting for,leaving,arguing about,living with,paying for,moving away from,being blamed for,dreaming of,being left with,trying to help,getting over,being afraid of,being told off about,not trusting,being compared with,sharing a room with,feeling watched by,giving up,starting over without,being moved to,crying over,asking about,being kept from,skipping,covering for,being teased about,translating for,walking home without,working nights for,saving for,feeling guilty about,falling out over'.split(
    ',',
  );
const THINGS =
  'stepdad,older sister,little brother,grandma,foster mother,best friend,roommate,coach,teacher,cousin,group chat,phone,grades,exam,locker,bus,rent,groceries,landlord,visa,court date,church,medication,insulin,hearing aid,wheelchair,surgery,diagnosis,dog,cat,farm,night shift,scholarship,audition,team,band,driving test,uniform,lunch money,first job,boss,custody,shelter,new school,old town,language,accent,passport,wedding,funeral,baby,babysitting,laundry,flood,wildfire,power cut,internet bill,game account,tattoo,birthday'.split(
    ',',
  );
const TURNS =
  ',at night,again,at school,alone,every weekend,before exams,since the move,over money,in public,all summer,after the split,without asking,on the phone,for months'.split(
    ',',
  );
/** Of phrases that no concept words, so many fall under a label. */
const LABELLED = 0.6;
/** Of these, so many mean what an earlier one means. */
const MERGED = 0.12;
const KIN = 12;

/**
 * The wordings of an archive, the most frequent first: the concept bank, then phrases made of heads, things and turns
 * (36,000). The same for the same taxonomy and count.
 */
export function archiveVocabulary({ concepts, labels }: TaxonomyService, count: number): Wording[] {
  const random = seededRandom(1);
  const known = new Set(concepts.map(({ phrase }) => phrase));
  const labelAt = zipf(labels.length);
  const bank = shuffled(concepts, random).map((concept) => ({
    phrase: concept.phrase,
    concept: concept.id,
    inTaxonomy: concept.labels.length > 0,
    risk: concept.risk,
    labels: concept.labels,
    utterances: concept.exemplars,
  }));
  const made = TURNS.flatMap((turn) =>
    shuffled(
      HEADS.flatMap((head) => THINGS.map((thing) => `${head} ${thing} ${turn}`.trim())),
      random,
    ),
  )
    .filter((phrase) => !known.has(phrase))
    .map((phrase) => {
      const label = random() < LABELLED ? labels[labelAt(random())]! : null;
      const said = [`it is all about ${phrase}`, `i keep thinking of ${phrase} and nobody gets it`];
      return {
        phrase,
        concept: null,
        inTaxonomy: label !== null,
        risk: label?.risk ?? false,
        labels: label ? [label.id] : [],
        utterances: { en: said, fr: said },
      };
    });
  const wordings = [...bank, ...made].slice(0, count);
  const at = zipf(wordings.length);
  return wordings.map((wording, place) => ({
    ...wording,
    meaning: place > 2 * bank.length && random() < MERGED ? bank.length + (place % bank.length) : place,
    kin: Array.from({ length: KIN }, () => at(random())),
  }));
}

/** How many wordings so many conversations bring: a power of their number (Heaps 1978), 20,000 at 700,000. */
export function vocabularySize(conversations: number): number {
  return Math.round(24 * Math.sqrt(conversations));
}
