/**
 * `npm run bench:deidentification`: messages a second of de-identification on one core, over the samples'
 * conversations made different each time, how its cost grows with the length of a message,
 * and what the slowest pattern and the slowest text of 10,000 hostile characters cost.
 */
import { DeidentificationService } from '../src/deidentification/deidentification.service.js';
import { PATTERNS } from '../src/deidentification/detection/patterns.js';
import { HOSTILE_UNITS, hostileText } from '../test/support/hostile.texts.js';
import { conversations } from './conversations.js';

const service = new DeidentificationService();
const seconds = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const chats = [...conversations(600)].map(({ messages }) => messages);
const run = async () => {
  for (const messages of chats) await service.deidentify(messages);
};
await run();
const messages = 3 * chats.reduce((sum, chat) => sum + chat.length, 0);
const spent = await seconds(async () => {
  for (let round = 0; round < 3; round += 1) await run();
});
process.stdout.write(
  `${messages} messages: ${Math.round(messages / spent)} a second, ${((1000 * spent) / messages).toFixed(3)} ms each\n`,
);

const sentences = chats.flat().map(({ text }) => text);
process.stdout.write('characters  milliseconds  per 1,000 characters\n');
for (const size of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000]) {
  let text = '';
  for (let i = 0; text.length < size; i += 1) text += `${sentences[i % sentences.length]} `;
  const message = [{ from: 'texter' as const, at: null, text: text.slice(0, size) }];
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) times.push(await seconds(() => service.deidentify(message)));
  times.sort((a, b) => a - b);
  const median = 1000 * times[3]!;
  process.stdout.write(
    `${String(size).padStart(10)}  ${median.toFixed(1).padStart(12)}  ${((1000 * median) / size).toFixed(2).padStart(20)}\n`,
  );
}

const HOSTILE_LENGTH = 10_000;
const matched: { what: string; spent: number }[] = [];
const whole: typeof matched = [];
for (const unit of HOSTILE_UNITS) {
  const text = hostileText(unit, HOSTILE_LENGTH);
  for (const { name, patterns } of PATTERNS)
    for (const pattern of patterns)
      matched.push({
        what: `${name}, ${JSON.stringify(unit)}`,
        spent: await seconds(() => text.match(pattern)),
      });
  const message = [{ from: 'texter' as const, at: null, text }];
  await service.deidentify(message);
  whole.push({ what: JSON.stringify(unit), spent: await seconds(() => service.deidentify(message)) });
}
for (const [title, rows] of [
  [`slowest of ${matched.length} patterns and texts of ${HOSTILE_LENGTH} hostile characters`, matched],
  ['slowest de-identified, all patterns together', whole],
] as const) {
  process.stdout.write(`${title}, milliseconds\n`);
  for (const { what, spent } of rows.toSorted((a, b) => b.spent - a.spent).slice(0, 8))
    process.stdout.write(`${(1000 * spent).toFixed(1).padStart(10)}  ${what}\n`);
}
