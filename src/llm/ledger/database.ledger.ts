import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Budget, Call, Ledger, Reservation } from './ledger.types.js';
import { type Entry, setAside, writeEntries } from './ledger.writing.js';
import type { LlmUsage } from '../llm.types.js';

/** The largest block holds so many requests like the one that took it. */
const MOST_REQUESTS = 16;
/** A block is taken only while the day holds so many of them: what a process sets aside keeps little from the others. */
const BLOCKS_LEFT = 8;

/** Tokens of a day that this process has set aside and not given to a request yet. */
interface Block {
  /** As YYYY-MM-DD in UTC. */
  day: string;
  left: LlmUsage;
  /** When the day ends, by this process's clock that is never set back, in milliseconds. */
  until: number;
}

/**
 * One account for all processes on a database, by the database's clock.
 *
 * No request waits for it: tokens are set aside in blocks of several requests, and calls are written down behind
 * their callers' backs, in order. Near the end of the budget each request sets aside its own, after all that is yet to
 * be given back, so that small budgets hold to the token.
 */
export class DatabaseLedger implements Ledger, BeforeApplicationShutdown {
  private readonly logger = new Logger('Llm');
  private block: Block | null = null;
  /** Requests in the next block. It doubles from one on: a process that fails at its start leaves nothing set aside. */
  private size = 1;
  private waiting: Entry[] = [];
  /** The last of the statements that run one after another. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly budget: Budget,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async reserve(tokens: LlmUsage): Promise<Reservation | null> {
    return (
      this.fromBlock(tokens) ??
      (await this.inOrder(async () => this.fromBlock(tokens) ?? this.refill(tokens)))
    );
  }

  record(call: Call, reservation: Reservation | null): void {
    this.enqueue(settled(call, reservation));
  }

  /** Writes down what is yet to be, and gives back what was set aside; workers have ended their requests by then. */
  async beforeApplicationShutdown(): Promise<void> {
    this.giveBack();
    await this.inOrder(() => Promise.resolve());
  }

  private enqueue(entry: Entry): void {
    this.waiting.push(entry);
    // The first one in line takes those with it that come while a statement runs.
    if (this.waiting.length === 1) void this.inOrder(() => this.write());
  }

  private inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** An answer is not lost because it could not be written down: what was set aside for it then stays so. */
  private async write(): Promise<void> {
    const entries = this.waiting;
    if (entries.length === 0) return;
    this.waiting = [];
    try {
      await writeEntries(this.database.manager, entries);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'error';
      this.logger.error(`Calls of the model could not be written down (${entries.length}): ${reason}`);
    }
  }

  private fromBlock(tokens: LlmUsage): Reservation | null {
    const { block } = this;
    if (!block || this.now() >= block.until) return null;
    const left = minus(block.left, tokens);
    if (left.prompt < 0 || left.completion < 0) return null;
    block.left = left;
    return { day: block.day, tokens };
  }

  private async refill(tokens: LlmUsage): Promise<Reservation | null> {
    const many = { prompt: this.size * tokens.prompt, completion: this.size * tokens.completion };
    const block = await this.take(many, BLOCKS_LEFT);
    this.giveBack();
    if (!block) {
      await this.write();
      const single = await this.take(tokens, 1);
      return single && { day: single.day, tokens };
    }
    this.size = Math.min(2 * this.size, MOST_REQUESTS);
    this.block = { ...block, left: minus(many, tokens) };
    return { day: block.day, tokens };
  }

  private async take(tokens: LlmUsage, room: number): Promise<Block | null> {
    const day = await setAside(this.database.manager, this.budget, tokens, room);
    return day && { day: day.date, left: tokens, until: this.now() + 1000 * day.seconds };
  }

  private giveBack(): void {
    const { block } = this;
    this.block = null;
    if (!block || block.left.prompt + block.left.completion === 0) return;
    const change = { prompt: -block.left.prompt, completion: -block.left.completion };
    this.enqueue({ call: null, day: block.day, change });
  }
}

function minus(a: LlmUsage, b: LlmUsage): LlmUsage {
  return { prompt: a.prompt - b.prompt, completion: a.completion - b.completion };
}

/** A call whose tokens take the place of those set aside for it, if any were. */
function settled(call: Call, reservation: Reservation | null): Entry {
  const day = reservation?.day ?? null;
  return { call, day, change: reservation ? minus(call.usage, reservation.tokens) : call.usage };
}
