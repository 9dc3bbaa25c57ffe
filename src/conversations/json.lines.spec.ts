import { type JsonLine, readJsonLines } from './json.lines.js';

async function read(chunks: (string | number[])[], limit?: number) {
  const bytes = async function* () {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : Uint8Array.from(chunk);
  };
  const lines: JsonLine[] = [];
  for await (const line of readJsonLines(bytes(), limit)) lines.push(line);
  return lines;
}

describe('JSON lines', () => {
  it('come out by number, whatever chunks they arrive in', async () => {
    expect(await read(['{"a":', '1}\n{"a"', ':2}\n', '{"a":3}'])).toEqual([
      { number: 1, value: { a: 1 }, bytes: 7 },
      { number: 2, value: { a: 2 }, bytes: 7 },
      { number: 3, value: { a: 3 }, bytes: 7 },
    ]);
  });

  it('keep a character whole that is cut between chunks', async () => {
    const [first, ...rest] = Buffer.from('"é"\n');
    expect(await read([[first!, rest[0]!], rest.slice(1)])).toEqual([{ number: 1, value: 'é', bytes: 4 }]);
  });

  it('skip blank lines and a byte order mark, and count them', async () => {
    expect(await read(['\ufeff{}\n\n \r\n{}\r\n'])).toEqual([
      { number: 1, value: {}, bytes: 5 },
      { number: 4, value: {}, bytes: 3 },
    ]);
  });

  it('are refused alone when malformed, without a word of what they held', async () => {
    const lines = await read(['{"secret-name": \n{"ok":true}\n']);
    expect(lines).toMatchObject([
      { number: 1, refusal: { code: 'not_json' } },
      { number: 2, value: { ok: true } },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret/);
  });

  it('are refused alone when not UTF-8', async () => {
    expect(await read([[0x22, 0xff, 0x22, 0x0a], '{}\n'])).toMatchObject([
      { number: 1, refusal: { code: 'not_utf8' } },
      { number: 2, value: {} },
    ]);
  });

  it('are refused alone when too long, even when the end never comes in one chunk', async () => {
    expect(await read(['"', 'x'.repeat(20), 'x'.repeat(20), '"\n{}\n'], 16)).toMatchObject([
      { number: 1, refusal: { code: 'too_long', reason: 'expected at most 16 bytes a line' } },
      { number: 2, value: {} },
    ]);
  });

  it('are none in an empty stream', async () => {
    expect(await read([])).toEqual([]);
  });
});
