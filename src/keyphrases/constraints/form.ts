import { seemsFrench } from './language.js';

const MOST_WORDS = 5;
const MOST_CHARACTERS = 60;

/** 1 to 5 words, and none of a length that no word has. */
export function hasLength(phrase: string): boolean {
  const words = phrase.match(/\S+/g)?.length ?? 0;
  return words >= 1 && words <= MOST_WORDS && phrase.length <= MOST_CHARACTERS;
}

/** Lower-case words with single spaces between; inside a word, an apostrophe or a hyphen. */
const SHAPE = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:(?: |-|'|’|s' |s’ )[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u;

/** Every phrase has a word in it: `24 7` is none. */
const LETTER = /\p{L}{2}/u;

const whole = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.trim().split(/\s+/).join('|')})(?![\\p{L}\\p{N}])`, 'u');
const first = (words: string) =>
  new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})(?![\\p{L}\\p{N}])`, 'u');

interface Grammar {
  /** Words that only a sentence has: the speaker, the one spoken to, a subject, a finite auxiliary. */
  sentence: RegExp;
  /** Words that begin a sentence, a question or an order. */
  opening: RegExp;
}

const ENGLISH: Grammar = {
  sentence: whole(
    `i i'?m i'?ve i'?d i'?ll me my mine myself we we'?re us our ours you you'?re your yours u ur he he'?s she she'?s
     they they'?re it's am is are was were isn'?t aren'?t wasn'?t weren'?t has have had hasn'?t haven'?t do does did
     don'?t doesn'?t didn'?t can can'?t cannot could couldn'?t will won'?t would wouldn'?t should shouldn'?t ain'?t
     wanna gonna gotta`,
  ),
  opening: first(
    `it this that there why how what what's when where who whom which if please let ignore respond reply output
     pretend want wants wanted feel feels felt think thinks know knows kill kills die dies go goes went get gets got
     tell tells say says give gives make makes take takes took become`,
  ),
};

const FRENCH: Grammar = {
  sentence: whole(
    `je j' j’ jsuis chu moi m' m’ mon ma mes tu t' t’ toi ton ta tes il ils on nous notre nos vous votre vos suis es
     est sommes êtes sont ai avons avez ont veux veut peux peut vais va vont`,
  ),
  opening: first(
    `c'est ça cela ce pourquoi comment quand où est-ce qu'est-ce veuillez ignore ignorez réponds`,
  ),
};

/** Lower case, and a noun phrase or gerund phrase: no sentence, no question, no order, no first person. */
export function hasForm(phrase: string): boolean {
  if (!SHAPE.test(phrase) || !LETTER.test(phrase)) return false;
  const { sentence, opening } = seemsFrench(phrase) ? FRENCH : ENGLISH;
  return !sentence.test(phrase) && !opening.test(phrase);
}
