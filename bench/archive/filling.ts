import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { EMBEDDER, type Embedder } from '../../src/embeddings/embedder.types.js';
import { PinnedVectors } from '../../src/embeddings/pinned.vectors.js';
import { mean, rowsOf } from '../../src/embeddings/vectors.js';
import { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import { snapshotOf } from '../../src/taxonomy/taxonomy.snapshot.js';
import { archive, type ArchiveConversation } from './conversations.js';
import { loadConversations, loadVocabulary } from './loading.js';
import type { Wording } from './vocabulary.js';

const CONVERSATIONS_A_TRANSACTION = 500;
const WRITERS = 2;
const ENGINE = 'made up';

/** What was written, and how long the conversations took. */
export interface Filled {
  /** Conversations. */
  size: number;
  seconds: number;
  messages: number;
  /** Of all messages. */
  characters: number;
}

/** Writes an archive, by as many writers as the machine has cores. */
export async function fill(
  app: INestApplicationContext,
  url: string,
  size: number,
  vocabulary: readonly Wording[],
): Promise<Filled> {
  const taxonomy = app.get(TaxonomyService, { strict: false });
  const pinned = app.get(PinnedVectors, { strict: false });
  const common = { embedder: app.get<Embedder>(EMBEDDER, { strict: false }).id, engine: ENGINE, taxonomy };
  const phrases = rowsOf(
    await pinned.matrix(
      'archive',
      vocabulary.map(({ phrase }) => phrase),
    ),
  );
  const { concepts } = taxonomy;
  const exemplars = rowsOf(
    await pinned.matrix(
      'concepts',
      concepts.flatMap((concept) => concept.exemplars.en),
    ),
  );
  let from = 0;
  const voiceOf = new Map(
    concepts.map(({ id, exemplars: { en } }) => [id, mean(exemplars.slice(from, (from += en.length)))]),
  );
  const voices = vocabulary.map(({ concept }, place) => (concept && voiceOf.get(concept)) || phrases[place]!);
  const pool = new pg.Pool({ connectionString: url, max: WRITERS });
  const client = await pool.connect();
  await client.query('INSERT INTO taxonomy (hash, version, body) VALUES ($1, $2, $3)', [
    taxonomy.hash(),
    taxonomy.version,
    JSON.stringify(snapshotOf(taxonomy)),
  ]);
  const ids = await loadVocabulary(client, vocabulary, phrases, voices, common);
  client.release();

  const began = performance.now();
  const source = archive(size, vocabulary, taxonomy);
  let [first, messages, characters] = [0, 0, 0];
  const write = async () => {
    for (;;) {
      const part: ArchiveConversation[] = [];
      const before = first;
      while (part.length < CONVERSATIONS_A_TRANSACTION) {
        const next = source.next();
        if (next.done) break;
        part.push(next.value);
      }
      if (part.length === 0) return;
      first += part.length;
      messages += part.reduce((sum, conversation) => sum + conversation.messages.length, 0);
      characters += part
        .flatMap((conversation) => conversation.messages)
        .reduce((sum, { text }) => sum + text.length, 0);
      const writer = await pool.connect();
      await loadConversations(writer, part, before, vocabulary, ids, common);
      writer.release();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  const seconds = (performance.now() - began) / 1000;
  await pool.query('DROP SCHEMA making CASCADE');
  await pool.end();
  return { size, seconds, messages, characters };
}
