import { jest } from '@jest/globals';
import { type Request, RequestReader } from './protocol.js';

const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const message = (type: string, body = '') =>
  Buffer.concat([Buffer.from(type), int32(4 + body.length), Buffer.from(body)]);
const packet = (code: number, body = '') =>
  Buffer.concat([int32(8 + body.length), int32(code), Buffer.from(body)]);

const START = packet(196_608, 'user\0postgres\0\0');
const ENCRYPT = packet(80_877_103);
const EXTENDED = [message('P', '\0SELECT 1\0'), message('B', '\0'), message('E', '\0'), message('S')];
const QUERY = message('Q', 'SELECT 2\0');
const STREAM = Buffer.concat([ENCRYPT, START, ...EXTENDED, QUERY, message('X')]);

/** Requests with their messages as text, which compares well. */
const seen = (requests: Iterable<Request>) =>
  Array.from(requests, (request) =>
    request.kind === 'run'
      ? request.messages.map((bytes) => Buffer.from(bytes).toString('hex'))
      : request.kind,
  );
const hex = (...buffers: Buffer[]) => buffers.map((buffer) => buffer.toString('hex'));
const EXPECTED = ['refuse-encryption', hex(START), hex(...EXTENDED), hex(QUERY), 'end'];

describe('reading requests off the wire', () => {
  it('yields the same requests wherever the stream is cut', () => {
    for (let cut = 0; cut <= STREAM.length; cut += 1) {
      const reader = new RequestReader();
      const requests = [STREAM.subarray(0, cut), STREAM.subarray(cut)].flatMap((part) => [
        ...reader.read(part),
      ]);
      expect(seen(requests)).toEqual(EXPECTED);
    }
  });

  it('yields the same requests when the bytes come one by one', () => {
    const reader = new RequestReader();
    expect(seen(Array.from(STREAM).flatMap((byte) => [...reader.read(Buffer.from([byte]))]))).toEqual(
      EXPECTED,
    );
  });

  it('holds an extended query back until its Sync, and then yields it whole', () => {
    const reader = new RequestReader();
    expect(seen(reader.read(Buffer.concat([START, ...EXTENDED.slice(0, 3)])))).toEqual([hex(START)]);
    expect(seen(reader.read(message('S')))).toEqual([hex(...EXTENDED)]);
  });

  it('ignores what comes after the end', () => {
    const reader = new RequestReader();
    expect(seen(reader.read(Buffer.concat([START, message('X'), QUERY])))).toEqual([hex(START), 'end']);
    expect(seen(reader.read(QUERY))).toEqual([]);
  });

  it.each([10_001, 7, -1])('ends a session whose first packet claims %d bytes', (length) => {
    expect(seen(new RequestReader().read(Buffer.concat([int32(length), int32(196_608)])))).toEqual(['end']);
  });

  it('ends a session whose message claims less than its own length', () => {
    const reader = new RequestReader();
    expect(seen(reader.read(Buffer.concat([START, Buffer.from('Q'), int32(-5)])))).toEqual([
      hex(START),
      'end',
    ]);
  });

  it('joins the chunks of a large message no more than twice', () => {
    const large = message('Q', 'x'.repeat(1_000_000));
    const reader = new RequestReader();
    seen(reader.read(START));
    const concat = jest.spyOn(Buffer, 'concat');
    const requests: Request[] = [];
    for (let from = 0; from < large.length; from += 1000)
      requests.push(...reader.read(large.subarray(from, from + 1000)));
    const joins = concat.mock.calls.length;
    concat.mockRestore();
    expect(seen(requests)).toEqual([hex(large)]);
    expect(joins).toBeLessThanOrEqual(2);
  });
});
