import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { packageRoot } from '../config/paths.js';
import { ConversationEntity } from './conversation.entity.js';
import { ingestLines } from './ingest.lines.js';
import { IngestionService } from './ingestion.service.js';

const folder = join(packageRoot, 'samples');

/**
 * Ingests the synthetic conversations of `samples/` where the database holds none yet.
 * @returns how many were accepted
 */
export async function loadSamples(application: INestApplicationContext): Promise<number> {
  if (await application.get(DataSource).getRepository(ConversationEntity).exists()) return 0;
  let accepted = 0;
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted())
    for await (const outcome of ingestLines(
      createReadStream(join(folder, file)),
      application.get(IngestionService),
    ))
      if (outcome.status === 'accepted') accepted += 1;
  return accepted;
}
