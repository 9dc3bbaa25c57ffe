/**
 * The little of PostgreSQL's wire protocol (version 3, chapter "Message Formats" of its manual) that is needed
 * to know where one request ends and the next begins.
 */

const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
const FIRST_PACKET_LIMIT = 10_000;
/** Frontend messages after which the server answers in full: Query, Sync, CopyDone, CopyFail. */
const ENDS_REQUEST = new Set(['Q', 'S', 'c', 'f'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

/** What a client asked: `run` these messages with nothing between them, `refuse-encryption`, or `end` the session. */
export type Request =
  | { kind: 'run'; messages: Uint8Array[] }
  | { kind: 'refuse-encryption' }
  | { kind: 'ignore' }
  | { kind: 'end' };

/**
 * Cuts a client's byte stream into requests. An extended query (Parse, Bind, Execute, …, Sync) comes out whole,
 * so that no other client's messages can fall between its parts: with one backend behind several
 * connections, the unnamed statement of one would otherwise be overwritten by another.
 */
export class RequestReader {
  private buffered: Buffer = Buffer.alloc(0);
  private started = false;

  /** Takes the next bytes off the wire; yields the requests they complete. */
  *read(chunk: Buffer): Generator<Request> {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk]);
    for (let request = this.next(); request !== null; request = this.next()) yield request;
  }

  private next(): Request | null {
    return this.started ? this.nextTyped() : this.nextUntyped();
  }

  /** The packets before the session has started: a length, then a code or a protocol version. */
  private nextUntyped(): Request | null {
    if (this.buffered.length < 8) return null;
    const length = this.buffered.readInt32BE(0);
    if (length < 8 || length > FIRST_PACKET_LIMIT) return this.end();
    if (this.buffered.length < length) return null;
    const code = this.buffered.readInt32BE(4);
    const bytes = this.take(length);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'refuse-encryption' };
    if (code === CANCEL_REQUEST) return { kind: 'ignore' };
    this.started = true;
    return { kind: 'run', messages: [bytes] };
  }

  /** A run of typed messages (type byte, length of the rest), up to the one that ends the request. */
  private nextTyped(): Request | null {
    const ends: number[] = [];
    let end = 0;
    while (this.buffered.length >= end + 5) {
      const type = this.buffered.readUInt8(end);
      end += 1 + this.buffered.readInt32BE(end + 1);
      if (this.buffered.length < end) return null;
      if (type === TERMINATE) return this.end();
      ends.push(end);
      if (ENDS_REQUEST.has(type))
        return { kind: 'run', messages: ends.map((to, index) => this.take(to - (ends[index - 1] ?? 0))) };
    }
    return null;
  }

  /** Nothing after the end counts. */
  private end(): Request {
    this.buffered = Buffer.alloc(0);
    return { kind: 'end' };
  }

  private take(length: number): Uint8Array {
    const bytes = new Uint8Array(this.buffered.subarray(0, length));
    this.buffered = this.buffered.subarray(length);
    return bytes;
  }
}
