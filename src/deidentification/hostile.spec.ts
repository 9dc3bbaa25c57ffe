import { HOSTILE_UNITS, hostileText } from '../../test/support/hostile.texts.js';
import { DeidentificationService } from './deidentification.service.js';
import { PATTERNS } from './detection/patterns.js';
import { QUESTIONS } from './recognizers/names.js';

const service = new DeidentificationService();
const ALL = [
  ...PATTERNS.flatMap(({ name, patterns }) => patterns.map((pattern) => [name, pattern] as const)),
  ...QUESTIONS.map(({ answer, pattern }) => [`question for a ${answer}`, pattern] as const),
];

describe('hostile text', () => {
  it.each(ALL)('%s bounds each of its repetitions', (_name, pattern) => {
    const bare = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'c');
    expect(bare).not.toMatch(/[*+]|\{\d+,\}/);
  });

  it.each(HOSTILE_UNITS)('%j over and over ends, and the rest of the text survives', async (unit) => {
    const text = hostileText(unit, 10_000) + '\n\nok thanks for listening to me';
    const { messages, redactions } = await service.deidentify([{ from: 'texter', at: null, text }]);
    const written = messages[0]?.text ?? '';
    expect(written).toContain('thanks for listening to me');
    expect(redactions.every(({ start, end }) => /^\[[A-Z_]+_\d+\]$/.test(written.slice(start, end)))).toBe(
      true,
    );
  });

  it('a conversation of 10,000 messages that each bring a new name ends', async () => {
    const messages = Array.from({ length: 10_000 }, (_, i) => ({
      from: i % 3 === 0 ? ('responder' as const) : ('texter' as const),
      at: null,
      text: `my name is zo${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + ((i >> 5) % 26))}ra ok`,
    }));
    expect((await service.deidentify(messages)).messages).toHaveLength(10_000);
  });
});
