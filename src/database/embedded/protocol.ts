/**
 * The little of PostgreSQL's wire protocol (version 3, chapter "Message Formats" of its manual) that is needed
 * to know where one request ends and the next begins.
 */

const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
const FIRST_PACKET_LIMIT = 10_000;
/** A length and a code or a version, before the session has started; a type and a length after it. */
const FIRST_HEADER = 8;
const HEADER = 5;
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
  private state: 'new' | 'started' | 'ended' = 'new';
  private chunks: Buffer[] = [];
  private length = 0;
  /** How many bytes the next header or message takes: until then chunks are kept as they came. */
  private needed = FIRST_HEADER;
  /** The messages of the request that is arriving. */
  private messages: Uint8Array[] = [];

  /** Takes the next bytes off the wire; yields the requests they complete. */
  *read(chunk: Buffer): Generator<Request> {
    this.chunks.push(chunk);
    this.length += chunk.length;
    while (this.state !== 'ended' && this.length >= this.needed) {
      const request = this.state === 'new' ? this.firstPacket() : this.message();
      if (request) yield request;
    }
    // Nothing after the end counts.
    if (this.state === 'ended') this.chunks = [];
  }

  private firstPacket(): Request | null {
    const bytes = this.joined();
    const length = bytes.readInt32BE(0);
    if (length < FIRST_HEADER || length > FIRST_PACKET_LIMIT) return this.end();
    if (bytes.length < length) return this.waitFor(length);
    const code = bytes.readInt32BE(4);
    const packet = this.take(length, FIRST_HEADER);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'refuse-encryption' };
    if (code === CANCEL_REQUEST) return { kind: 'ignore' };
    this.state = 'started';
    this.needed = HEADER;
    return { kind: 'run', messages: [packet] };
  }

  /** One typed message; with the one that ends a request, the request. */
  private message(): Request | null {
    const bytes = this.joined();
    const type = bytes.readUInt8(0);
    const length = 1 + bytes.readInt32BE(1);
    if (type === TERMINATE || length < HEADER) return this.end();
    if (bytes.length < length) return this.waitFor(length);
    this.messages.push(this.take(length, HEADER));
    if (!ENDS_REQUEST.has(type)) return null;
    const messages = this.messages;
    this.messages = [];
    return { kind: 'run', messages };
  }

  private waitFor(length: number): null {
    this.needed = length;
    return null;
  }

  private end(): Request {
    this.state = 'ended';
    return { kind: 'end' };
  }

  private joined(): Buffer {
    const [first, ...others] = this.chunks;
    if (first && others.length === 0) return first;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }

  /** The next bytes, copied, because a chunk may be kept for much longer than its first message. */
  private take(length: number, needed: number): Uint8Array {
    const bytes = this.joined();
    this.chunks = [bytes.subarray(length)];
    this.length -= length;
    this.needed = needed;
    return new Uint8Array(bytes.subarray(0, length));
  }
}
