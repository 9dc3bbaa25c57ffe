import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { type Request, RequestReader } from './protocol.js';

interface Waiting {
  client: Socket;
  messages: Uint8Array[];
}

/**
 * Lets several PostgreSQL clients share one PGlite: requests run one at a time, and while a client has a
 * transaction open the others wait for its end, so that transactions stay isolated.
 */
export class SessionServer {
  private readonly server: Server;
  private readonly clients = new Set<Socket>();
  private readonly waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  /** The client whose transaction is open. */
  private owner: Socket | null = null;

  constructor(private readonly database: PGlite) {
    this.server = createServer((client) => this.accept(client));
  }

  /** @param path of a unix socket, named `.s.PGSQL.<port>` as PostgreSQL's clients expect */
  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(path, () => resolve());
    });
  }

  /** Ends all sessions; returns when the last request has run. */
  async close(): Promise<void> {
    this.server.close();
    this.waiting.length = 0;
    for (const client of this.clients) client.destroy();
    await this.running;
  }

  private accept(client: Socket): void {
    const reader = new RequestReader();
    this.clients.add(client);
    client.on('data', (chunk: Buffer) => {
      for (const request of reader.read(chunk)) this.take(client, request);
    });
    client.on('error', () => client.destroy());
    client.on('close', () => this.forget(client));
  }

  private take(client: Socket, request: Request): void {
    switch (request.kind) {
      case 'run':
        this.waiting.push({ client, messages: request.messages });
        this.wake();
        break;
      case 'refuse-encryption':
        client.write('N');
        break;
      case 'ignore':
        break;
      case 'end':
        client.end();
        break;
    }
  }

  private forget(client: Socket): void {
    this.clients.delete(client);
    for (let index = this.waiting.length - 1; index >= 0; index -= 1)
      if (this.waiting[index]?.client === client) this.waiting.splice(index, 1);
    this.wake();
  }

  private wake(): void {
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
  }

  private async drain(): Promise<void> {
    for (;;) {
      if (this.owner && !this.clients.has(this.owner)) {
        await this.database.exec('ROLLBACK');
        this.owner = null;
      }
      const index = this.owner ? this.waiting.findIndex(({ client }) => client === this.owner) : 0;
      const [next] = index < 0 ? [] : this.waiting.splice(index, 1);
      if (!next) return;
      await this.run(next);
    }
  }

  private async run({ client, messages }: Waiting): Promise<void> {
    const onRawData = (data: Uint8Array) => {
      if (client.writable) client.write(Buffer.from(data));
    };
    try {
      await this.database.runExclusive(async () => {
        // One at a time: PGlite drops the rest of its input when a message in it fails.
        for (const message of messages) await this.database.execProtocolRawStream(message, { onRawData });
      });
    } catch {
      client.destroy();
    }
    this.owner = this.database.isInTransaction() ? client : null;
  }
}
