/**
 * `npm run fit:tagger`: fits the weights by which de-identification reads names and places in their context, from
 * the annotated texts written for this project and from the taxonomy's exemplars, which name nobody.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../src/config/paths.js';
import { Scanner, type Asked } from '../src/deidentification/detection/scanner.js';
import {
  annotatedLineSchema,
  type AnnotatedMessage,
} from '../src/deidentification/evaluation/annotated.text.js';
import { lexicon } from '../src/deidentification/lexicon.js';
import { Organisation } from '../src/deidentification/organisation/organisation.js';
import { readPassage } from '../src/deidentification/passage.js';
import { rulesOf } from '../src/deidentification/tagging/context.reader.js';
import { fit, type Lesson } from '../src/deidentification/tagging/fit.js';
import { type Tag, TAGS } from '../src/deidentification/tagging/tag.js';
import { inSteps, WEIGHTS_FILE } from '../src/deidentification/tagging/tagger.js';
import { loadTaxonomy } from '../src/taxonomy/taxonomy.loader.js';

const folder = join(packageRoot, 'samples/annotated');
const options = { rounds: 8, step: 0.1, decay: 2e-4, blindness: 0.2, seed: 1 };
const scanner = new Scanner(lexicon(), new Organisation());
const NOBODY: Asked = new Set();

/** One lesson for each run of a sender's messages. */
function lessons(messages: readonly AnnotatedMessage[]): Lesson[] {
  const found: Lesson[] = [];
  for (let from = 0; from < messages.length;) {
    let to = from + 1;
    while (to < messages.length && messages[to]!.from === messages[from]!.from) to += 1;
    const run = messages.slice(from, to);
    const passage = readPassage(run.map(({ text }, k) => ({ message: k, text })));
    const tags = passage.tokens.map(({ start, end }): Tag => {
      const part = passage.parts.findLast((each) => each.start <= start)!;
      const span = run[part.message]!.spans.find(
        (each) => each.start < end - part.start && start - part.start < each.end,
      );
      return TAGS.find((tag) => tag === span?.type) ?? 'none';
    });
    found.push({ passage, tags, rules: rulesOf(passage, scanner.recognize(passage, NOBODY, new Set())) });
    from = to;
  }
  return found;
}

const annotated = readdirSync(folder)
  .filter((name) => /^train.*\.jsonl$/.test(name))
  .toSorted()
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  .map((line) => annotatedLineSchema.parse(JSON.parse(line)));
const { labels, concepts } = await loadTaxonomy(join(packageRoot, 'taxonomy'));
/** The taxonomy's own words, which name nobody: how texters put things, and how responders do. */
const plain = [
  ...[...labels, ...concepts].flatMap(({ exemplars: { en, fr } }) => [...en, ...fr]),
  ...labels.flatMap(({ name, definition, counts, excludes }) => [name, definition, ...counts, ...excludes]),
  ...concepts.flatMap(({ phrase, fr }) => [phrase, fr]),
];
/** The same texts in lower case, as most texters write, where they have capitals. */
const lowered = annotated
  .map(({ messages }) => messages.map((message) => ({ ...message, text: message.text.toLowerCase() })))
  .filter((messages, at) =>
    messages.some(({ text }, k) => {
      const before = annotated[at]!.messages[k]!.text;
      return text !== before && text.length === before.length;
    }),
  );
const all = [
  ...annotated.flatMap(({ messages }) => lessons(messages)),
  ...lowered.flatMap(lessons),
  ...plain.flatMap((text) => lessons([{ from: 'texter', text, spans: [] }])),
];
const began = performance.now();
const weights = fit(all, lexicon(), options);
const packed = gzipSync(inSteps(weights), { level: 9 });
writeFileSync(WEIGHTS_FILE, packed);
process.stdout.write(
  `${annotated.length} annotated texts, ${plain.length} texts of the taxonomy, ${((performance.now() - began) / 1000).toFixed(1)} s, ${Math.round(packed.length / 1024)} kB of weights\n`,
);
