import { join } from 'node:path';
import { chat } from '../../../test/support/transcripts.js';
import { ConversationReader } from '../../classification/reader.js';
import { packageRoot } from '../../config/paths.js';
import type { Transcript } from '../../conversations/conversation.types.js';
import { BundledEmbedder } from '../../embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../../embeddings/cached.embedder.js';
import { loadTaxonomy } from '../../taxonomy/taxonomy.loader.js';
import { TaxonomyService } from '../../taxonomy/taxonomy.service.js';
import { sizeOf } from '../windows.js';
import { type Pruned, TranscriptPruner } from './transcript.pruner.js';

const THINGS = 'lamp,sock,train,kettle,frog,guitar,blanket,bus,cactus,soup,pencil,window,bike,radio'.split(
  ',',
);
const DOINGS =
  'fell over,is by the door,was on sale,looks funny,made a noise,is from my uncle,smells of rain'.split(',');

/** So many messages of small talk, no two the same. */
const smallTalk = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const thing = THINGS[index % THINGS.length]!;
    const doing = DOINGS[Math.floor(index / 2) % DOINGS.length]!;
    return index % 3 === 2
      ? `r: Tell me about the ${thing} then.`
      : `t: the ${thing} ${doing} again today ${index}`;
  });

describe('the transcript pruner', () => {
  const embedder = new CachedEmbedder(new BundledEmbedder(1));
  let taxonomy: TaxonomyService;

  const prunerOver = (characters: number) =>
    new TranscriptPruner(new ConversationReader(taxonomy, embedder), taxonomy, embedder, {
      LLM_PRUNE_OVER: characters,
    });
  const prune = (transcript: Transcript, characters = 2_000) => prunerOver(characters).prune(transcript);
  const texts = ({ messages }: Pruned) => messages.map(({ text }) => text);

  beforeAll(async () => {
    taxonomy = new TaxonomyService(await loadTaxonomy(join(packageRoot, 'taxonomy')));
  });
  afterAll(() => embedder.close());

  it('leaves a transcript within the budget whole, and every transcript where it is told to', async () => {
    const transcript = chat(smallTalk(30));
    const whole = { messages: transcript.messages, leftOut: [] };
    await expect(prune(transcript, sizeOf(transcript.messages))).resolves.toEqual(whole);
    await expect(prune(transcript, 0)).resolves.toEqual(whole);
  });

  it('keeps a longer one within the budget, in order, and lists every message that it leaves out', async () => {
    const transcript = chat(smallTalk(90));
    const { messages, leftOut } = await prune(transcript, 3_000);
    expect(sizeOf(messages)).toBeLessThanOrEqual(3_000);
    const positions = messages.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(leftOut).toEqual(leftOut.toSorted((a, b) => a - b));
    expect([...positions, ...leftOut].toSorted((a, b) => a - b)).toEqual(
      transcript.messages.map((_, n) => n),
    );
  });

  it('drops what repeats, and keeps what is said once', async () => {
    const screams = ['t: my mom screams at me about my grades every night', 'r: I hear you.'];
    const again = Array.from({ length: 20 }, () => screams).flat();
    const once = 'we might be sent back because my dads visa ran out';
    const kept = texts(await prune(chat([...again, `t: ${once}`, ...smallTalk(20)])));
    expect(kept.filter((text) => text.includes('screams'))).toHaveLength(1);
    expect(kept).toContain(once);
  });

  it.each([
    ['said once among small talk', ['t: i saved up pills for saturday'], [40]],
    ['denied', ['t: im not suicidal tho'], [40]],
    ['of somebody else', ['t: my friend said she wants to kill herself'], [40]],
    ['a mere yes, with its question', ['r: Are you having thoughts of suicide?', 't: yeah'], [40, 41]],
  ])('always keeps risk that is %s', async (_, lines, positions) => {
    const transcript = chat([...smallTalk(40), ...lines, ...smallTalk(60)]);
    const { messages } = await prune(transcript, 500);
    expect(messages.map(({ position }) => position)).toEqual(expect.arrayContaining(positions));
  });

  it('keeps risk beyond the budget', async () => {
    const danger = Array.from({ length: 60 }, (_, index) => `t: i want to die, thats ${index} times today`);
    const { messages, leftOut } = await prune(chat([...danger, ...smallTalk(30)]), 500);
    expect(messages).toHaveLength(60);
    expect(leftOut).toEqual(Array.from({ length: 30 }, (_, index) => 60 + index));
  });

  it('keeps something of each stretch of a very long conversation, also of one that says nothing', async () => {
    const nothing = Array.from({ length: 1_500 }, () => 't: ok');
    const { messages } = await prune(chat([...smallTalk(60), ...nothing, ...smallTalk(60)]));
    for (const [from, to] of [
      [0, 60],
      [60, 1_560],
      [1_560, 1_620],
    ] as const)
      expect(messages.some(({ position }) => position >= from && position < to)).toBe(true);
  });

  it('prunes a transcript once for all that is asked about it, and the next time the same', async () => {
    const pruner = prunerOver(2_000);
    const transcript = chat(smallTalk(90));
    const first = await pruner.prune(transcript);
    expect(await pruner.prune(transcript)).toBe(first);
    expect(await prune(chat(smallTalk(90)))).toEqual(first);
  });
});
