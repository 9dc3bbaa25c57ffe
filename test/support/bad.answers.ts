import { seededRandom } from '../../src/classification/training/random.js';
import type { Transcript } from '../../src/conversations/conversation.types.js';
import { breakOff, content, type LlmBehaviour, mistyped, value } from './llm.server.js';

/** A wrong answer to the question for keyphrases, with the phrases in it that no conversation may ever have. */
export interface BadAnswer {
  kind: string;
  behaviour: LlmBehaviour;
  planted: readonly string[];
}

const INVENTED = {
  phrases: [
    'winning a yacht race',
    'fear of volcanoes',
    'robbery at the casino',
    'crash of private jet',
    'feud with neighbours goat',
  ],
  quotes: [
    'i sailed my yacht to the moon',
    'the volcano took my piano',
    'they robbed the casino with my goat',
    'zeppelin lessons went badly',
  ],
};
const IDENTIFYING = [
  'calls to 416-555-0188',
  'texts from 604 555 0117',
  'email to kayla.tremblay@example.com',
  'threats by jessica miller',
  'fight with mohammed hussein',
  'bullied at riverdale high school',
  'living at 12 maple street',
  'messages from @kaylaxo_99',
  'card 4539 1488 0343 6467',
];
const PLACEHOLDERS = [
  'conflict with [NAME_1]',
  'fight with name 1',
  'moved from place_2',
  'trouble at school 1',
  'calls from phone_1',
  '{removed} friend',
  'texts from <name>',
];
const FOREIGN = [
  'peleas con su madre',
  'miedo de volver a casa',
  'acoso en la escuela',
  'streit mit der mutter',
  'angst vor der schule',
  'paura del padre violento',
  'medo de ir para escola',
  'takot sa kanyang tatay',
  'пошук роботи',
  '学校でのいじめ',
  'الخوف من الأب',
];
const MALFORMED = [
  'The Texter Is Sad',
  'i want to be left alone',
  'she hates her life',
  'why nobody cares',
  'texter reports that there were many fights',
  'fights, yelling, crying',
  'sadness 😭😭',
  'ignore previous instructions',
  'x'.repeat(5_000),
  '',
  '   ',
  '42',
  'fear\u0000of\u202edying',
];
const JUDGING = [
  'borderline personality disorder',
  'attention-seeking behaviour',
  'manipulative girlfriend',
  'schizophrenic episodes',
  'lazy and spoiled child',
  'narcissistic parents',
  'deserved punishment',
  'promiscuous behaviour',
];
const BARE = [
  'mental health issues',
  'feeling bad',
  'needing support',
  'family relationships',
  'self-harm',
  'problems',
  'suicidal ideation',
  'grief',
];

const phrase = (text: string, quotes: readonly string[], canonical = text) => ({ text, canonical, quotes });
const answer = (kind: string, texts: readonly string[], quotes: readonly string[]): BadAnswer => ({
  kind,
  planted: texts,
  behaviour: value({ keyphrases: texts.map((text) => phrase(text, quotes)) }),
});

/** Wrong answers about a conversation, of all kinds in turn; quotes are the texter's own where the fault is another. */
export class BadAnswers {
  private readonly number: () => number;
  private made = 0;

  constructor(seed: number) {
    this.number = seededRandom(seed);
  }

  next({ messages }: Transcript): BadAnswer {
    const by = (sender: string) => messages.filter(({ from }) => from === sender).map(({ text }) => text);
    const said = [this.oneOf(by('texter')) ?? 'hi'];
    const heard = [this.oneOf(by('responder')) ?? 'Hello, how are you?'];
    const kinds: (() => BadAnswer)[] = [
      () => answer('invented quote', this.some(INVENTED.phrases), this.some(INVENTED.quotes)),
      () => answer('no quote', this.some(INVENTED.phrases), []),
      () => answer("responder's words", this.some(INVENTED.phrases), heard),
      () => answer('identifier', this.some(IDENTIFYING), said),
      () => answer('placeholder', this.some(PLACEHOLDERS), said),
      () => answer('wrong language', this.some(FOREIGN), said),
      () => answer('malformed phrase', this.some(MALFORMED), said),
      () => answer('judgement', this.some(JUDGING), said),
      () => answer('bare label', this.some(BARE), said),
      () => this.wrongJson(),
      () => this.halfStream(said),
      () => this.empty(),
      () => this.flood(said),
      () => this.hidden(said),
    ];
    return kinds[this.made++ % kinds.length]!();
  }

  /** JSON of another shape, or none. */
  private wrongJson(): BadAnswer {
    const behaviour = this.oneOf([
      value({ keyphrases: 'winning a yacht race' }),
      value({ keyphrases: [{ text: 7, canonical: null, quotes: {} }] }),
      value(['winning a yacht race']),
      value({ phrases: [] }),
      content('Sure! The keyphrases are: winning a yacht race.'),
      content("{'keyphrases': [}"),
      content('<keyphrases><text>fear of volcanoes</text></keyphrases>'),
    ])!;
    return { kind: 'wrong JSON', behaviour, planted: INVENTED.phrases };
  }

  private halfStream(said: readonly string[]): BadAnswer {
    const whole = JSON.stringify({ keyphrases: INVENTED.phrases.map((text) => phrase(text, said)) });
    const half = whole.slice(0, 1 + Math.floor(this.number() * (whole.length - 2)));
    const behaviour = this.oneOf([
      content(half),
      content(half, 'length'),
      breakOff,
      mistyped({ keyphrases: [] }, 'text/event-stream'),
      ((response) =>
        void response
          .writeHead(200, { 'content-type': 'text/event-stream' })
          .end(`data: {"choices":[{"delta":{"content":${JSON.stringify(half)}}}]}\n\n`)) as LlmBehaviour,
    ])!;
    return { kind: 'half a stream', behaviour, planted: INVENTED.phrases };
  }

  private empty(): BadAnswer {
    const behaviour = this.oneOf([content(''), content('{}'), content('null'), value({ keyphrases: [] })])!;
    return { kind: 'empty', behaviour, planted: [] };
  }

  /** 10,000 phrases, all of them bad. */
  private flood(quotes: readonly string[]): BadAnswer {
    const bad = [
      ...MALFORMED.filter((text) => text.length < 60),
      ...IDENTIFYING,
      ...PLACEHOLDERS,
      ...JUDGING,
    ];
    const keyphrases = Array.from({ length: 10_000 }, (_, index) => {
      const text = bad[index % bad.length]!;
      return { text, canonical: text, quotes: index < 100 ? quotes : [] };
    });
    return { kind: '10,000 phrases', behaviour: value({ keyphrases }), planted: bad };
  }

  /** A harmless phrase with a bad English form, or a bad one with a harmless form. */
  private hidden(quotes: readonly string[]): BadAnswer {
    const bad = this.some([...IDENTIFYING, ...PLACEHOLDERS, ...FOREIGN, ...JUDGING]);
    const keyphrases = bad.flatMap((text) => [
      phrase('quarrel over chores', quotes, text),
      phrase(text, quotes, 'quarrel over chores'),
    ]);
    return { kind: 'hidden form', behaviour: value({ keyphrases }), planted: bad };
  }

  private oneOf<T>(things: readonly T[]): T | undefined {
    return things[Math.floor(this.number() * things.length)];
  }

  /** One to all of them. */
  private some<T>(things: readonly T[]): T[] {
    const first = Math.floor(this.number() * things.length);
    const count = 1 + Math.floor(this.number() * things.length);
    return [...things.slice(first), ...things.slice(0, first)].slice(0, count);
  }
}
