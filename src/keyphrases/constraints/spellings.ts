/**
 * How texters write common words, each with the word or words that it stands for. What may stand for things of
 * different meaning is left out: `2` (two, to), `4` (four, for), `c` (see, c'est), `pk` (pourquoi, parce que).
 */
const SPELT_OUT: Readonly<Record<string, string>> = {
  u: 'you',
  r: 'are',
  ur: 'your',
  urself: 'yourself',
  n: 'and',
  bc: 'because',
  bcz: 'because',
  bcuz: 'because',
  cuz: 'because',
  coz: 'because',
  becuz: 'because',
  becuse: 'because',
  abt: 'about',
  b4: 'before',
  pls: 'please',
  plz: 'please',
  ppl: 'people',
  thx: 'thanks',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'got to',
  kinda: 'kind of',
  sorta: 'sort of',
  outta: 'out of',
  dunno: 'dont know',
  idk: 'i dont know',
  idc: 'i dont care',
  rn: 'right now',
  tmr: 'tomorrow',
  tmrw: 'tomorrow',
  tmrrw: 'tomorrow',
  tonite: 'tonight',
  nite: 'night',
  lil: 'little',
  luv: 'love',
  tho: 'though',
  thru: 'through',
  wat: 'what',
  wut: 'what',
  smth: 'something',
  sth: 'something',
  sumthing: 'something',
  sum1: 'someone',
  sm1: 'someone',
  every1: 'everyone',
  no1: 'no one',
  any1: 'anyone',
  alot: 'a lot',
  ik: 'i know',
  jus: 'just',
  jst: 'just',
  wen: 'when',
  dat: 'that',
  hw: 'homework',
  bday: 'birthday',
  bf: 'boyfriend',
  gf: 'girlfriend',
  bff: 'best friend',
  msg: 'message',
  msgs: 'messages',
  txt: 'text',
  pics: 'pictures',
  pic: 'picture',
  convo: 'conversation',
  ive: 'i have',
  im: 'i am',
  theyre: 'they are',
  jsuis: 'je suis',
  jsui: 'je suis',
  chui: 'je suis',
  chuis: 'je suis',
  jpeux: 'je peux',
  jveux: 'je veux',
  jsais: 'je sais',
  jpense: 'je pense',
  pcq: 'parce que',
  pck: 'parce que',
  psk: 'parce que',
  mtn: 'maintenant',
  bcp: 'beaucoup',
  tjrs: 'toujours',
  tjs: 'toujours',
  jms: 'jamais',
  qqn: 'quelquun',
  qqch: 'quelque chose',
  svp: 's il vous plaît',
  stp: 's il te plaît',
  vrm: 'vraiment',
};

const OUT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SPELT_OUT).map(([short, long]) => [short, long.split(' ')]),
);

/**
 * The word or words that a texter's spelling stands for: `u` is `you`, `idk` is `i dont know`; any other word is
 * itself. Spelling only: no word is put in place of another that means the same.
 * @param word lower case, without apostrophes
 */
export function spelledOut(word: string): readonly string[] {
  return OUT.get(word) ?? [word];
}

/** A letter three times or more: no word of English or French has that. */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

/**
 * The words that a drawn-out one may be: `soooo` is `so` or `soo`. Others are only themselves.
 * @param word lower case
 */
export function undrawn(word: string): readonly string[] {
  const short = word.replace(DRAWN_OUT, '$1');
  return short === word ? [word] : [word, short, word.replace(DRAWN_OUT, '$1$1')];
}
