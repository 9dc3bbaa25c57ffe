import { createHash } from 'node:crypto';
import { seededRandom, shuffled } from '../../src/classification/training/random.js';
import { unpacked } from '../../src/deidentification/word.table.js';
import type { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import { samples } from '../conversations.js';
import { SMALL_TALK } from '../small.talk.js';
import type { Wording } from './vocabulary.js';
import { zipf } from './zipf.js';

/** A made-up conversation, de-identified and analysed. */
export interface ArchiveConversation {
  id: string;
  texterHash: string | null;
  startedAt: Date;
  language: 'en' | 'fr' | 'und';
  survey: Record<string, string> | null;
  messages: { from: 'texter' | 'responder'; text: string }[];
  labels: { id: string; score: number }[];
  /** Places in the vocabulary, the most telling first, each with the message that speaks for it. */
  keyphrases: { wording: number; message: number }[];
  needsReview: string[];
  failed: boolean;
}

/** First and last moment; by the end twice as many conversations begin a day as in the beginning. */
const [FIRST, LAST] = [Date.parse('2021-01-01T00:00:00Z'), Date.parse('2025-12-31T23:59:59Z')];
/** A conversation's texter has written before. */
const AGAIN = 0.4;
const UNKNOWN_TEXTER = 0.05;
/** A further phrase is kin of the first rather than any. */
const KIN = 0.5;
/** A label that no phrase speaks of. */
const FURTHER_LABEL = 0.2;
/** A texter's message that speaks of a phrase, rather than of anything. */
const TELLING = 0.4;
/** A message with a word that is rare among texters. */
const RARE_WORD = 0.15;
const FAILED = 0.001;
const REVIEW = 0.06;
/** Shares of those who answered, the rest being the last. */
const SURVEY = {
  ageGroup: { '14-17': 0.52, '18-24': 0.27, '5-13': 0.14, '25+': 0.07 },
  genderIdentity: { female: 0.66, male: 0.19, nonbinary: 0.1, trans: 0.04, 'two-spirit': 0.01 },
  ethnicity: {
    white: 0.5,
    'south asian': 0.15,
    black: 0.11,
    'east asian': 0.1,
    indigenous: 0.07,
    'latin american': 0.045,
    'middle eastern': 0.02,
    'pacific islander': 0.005,
  },
} as const;
const ANSWERED = 0.6;

/**
 * So many conversations in the order of their time, the same for the same arguments: phrases by Zipf's law with kin
 * that stand together, labels that follow from them, texters who come again (the more often they came, the likelier),
 * survey groups from large to tiny, and some 30 messages of invented texts: utterances of the taxonomy, small talk,
 * and words by their rank in a dictionary.
 */
export function* archive(
  count: number,
  vocabulary: readonly Wording[],
  { labels }: TaxonomyService,
): Generator<ArchiveConversation> {
  const random = seededRandom(count);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const phraseAt = zipf(vocabulary.length);
  const labelAt = zipf(labels.length);
  const words = rareWords();
  const wordAt = zipf(words.length);
  const talk = { texter: linesOf('texter'), responder: linesOf('responder') };
  const texters = new Int32Array(count);
  let known = 0;

  for (let number = 0; number < count; number++) {
    texters[number] = number > 0 && random() < AGAIN ? texters[Math.floor(random() * number)]! : known++;
    const language = random() < 0.88 ? 'en' : random() < 0.92 ? 'fr' : 'und';
    const wordings = drawn(3 + Math.floor(random() * 5));
    const messages = said(wordings, language === 'fr' ? 'fr' : 'en');
    const telling = messages.flatMap(({ from }, place) => (from === 'texter' ? [place] : []));
    yield {
      id: `archive-${String(number).padStart(7, '0')}`,
      texterHash:
        random() < UNKNOWN_TEXTER ? null : createHash('sha256').update(String(texters[number])).digest('hex'),
      startedAt: begun(number),
      language,
      survey: random() < ANSWERED ? answers() : null,
      messages,
      labels: held(wordings),
      keyphrases: wordings.map((wording) => ({ wording, message: pick(telling) })),
      needsReview: random() < REVIEW ? ['low_confidence'] : [],
      failed: random() < FAILED,
    };
  }

  function drawn(most: number): number[] {
    const first = phraseAt(random());
    const chosen = new Set([first]);
    const meanings = new Set([vocabulary[first]!.meaning]);
    for (let tries = 0; chosen.size < most && tries < 2 * most; tries++) {
      const next = random() < KIN ? pick(vocabulary[first]!.kin) : phraseAt(random());
      const { meaning } = vocabulary[next]!;
      if (meanings.has(meaning)) continue;
      meanings.add(meaning);
      chosen.add(next);
    }
    return [...chosen];
  }

  function held(wordings: readonly number[]): ArchiveConversation['labels'] {
    const scores = new Map<string, number>();
    const ids = wordings.flatMap((wording) => vocabulary[wording]!.labels);
    if (random() < FURTHER_LABEL) ids.push(labels[labelAt(random())]!.id);
    for (const id of ids.length > 0 ? ids : ['other']) {
      const score = 0.5 + 0.48 * random();
      for (let at: string | null = id; at !== null; at = at.includes('.') ? at.replace(/\.[^.]*$/, '') : null)
        scores.set(at, Math.max(score, scores.get(at) ?? 0));
    }
    return [...scores].map(([id, score]) => ({ id, score })).toSorted((a, b) => b.score - a.score);
  }

  function said(wordings: readonly number[], language: 'en' | 'fr'): ArchiveConversation['messages'] {
    const length = Math.round(12 + 36 * random() ** 1.2);
    return Array.from({ length }, (_, place) => {
      if (place % 2 === 1) return { from: 'responder', text: pick(talk.responder) };
      const utterances = random() < TELLING ? vocabulary[pick(wordings)]!.utterances[language] : talk.texter;
      const text = pick(utterances.length > 0 ? utterances : talk.texter);
      return { from: 'texter', text: random() < RARE_WORD ? `${text} ${words[wordAt(random())]}` : text };
    });
  }

  /** The inverse of a share that grows with the time and half its square. */
  function begun(number: number): Date {
    const passed = Math.sqrt(1 + (3 * (number + random())) / count) - 1;
    return new Date(FIRST + passed * (LAST - FIRST));
  }

  function answers(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(SURVEY).map(([group, shares]) => {
        let left = random();
        const found = Object.entries<number>(shares).find(([, share]) => (left -= share) < 0);
        return [group, found?.[0] ?? Object.keys(shares).at(-1)!];
      }),
    );
  }
}

/** What people say who have nothing particular to say, of samples/ and of small talk. */
function linesOf(from: 'texter' | 'responder'): string[] {
  const told = from === 'responder' ? samples().flatMap(({ messages }) => messages) : [];
  return [...SMALL_TALK.flat(), ...told].filter((line) => line.from === from).map(({ text }) => text);
}

/** Words that every dictionary has, in an order that has nothing to do with the alphabet. */
function rareWords(): string[] {
  const lines = unpacked('english-words.gz').toString('latin1').split('\n');
  return shuffled(
    lines.flatMap((line) => (line.startsWith('3') ? [line.slice(1)] : [])),
    seededRandom(2),
  );
}
