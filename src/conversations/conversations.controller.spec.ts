import { gzipSync } from 'node:zlib';
import { type INestApplication, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ErrorFilter } from '../operations/error.filter.js';
import { ConversationsController } from './conversations.controller.js';
import { IngestionService } from './ingestion.service.js';

/** Takes everything in, and counts. */
class Ingestion implements Pick<IngestionService, 'ingest'> {
  taken = 0;

  async ingest(inputs: readonly unknown[]) {
    this.taken += inputs.length;
    return inputs.map((_, index) => ({ status: 'accepted' as const, id: `${index}` }));
  }
}

const ingestion = new Ingestion();

@Module({
  controllers: [ConversationsController],
  providers: [{ provide: IngestionService, useValue: ingestion }],
})
class BulkModule {}

describe('POST /conversations', () => {
  let application: INestApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [BulkModule] }).compile();
    application = module.createNestApplication({ bodyParser: false, logger: false });
    application.useGlobalFilters(new ErrorFilter());
    await application.init();
  });
  afterAll(() => application.close());
  beforeEach(() => {
    ingestion.taken = 0;
  });

  const lines = Buffer.from('{"a":1}\n{"b":2}\n');
  const post = (headers: Record<string, string>, body: Buffer) =>
    request(application.getHttpServer())
      .post('/conversations')
      .set(headers)
      .serialize((sent: unknown) => sent as string)
      .send(body as unknown as string);

  it.each([
    [{ 'content-encoding': 'gzip' }, gzipSync(lines)],
    [{ 'content-encoding': 'br', 'content-type': 'application/jsonl' }, lines],
    [{ 'content-type': 'application/gzip' }, gzipSync(lines)],
    [{ 'content-type': 'Multipart/form-data; boundary=x' }, lines],
  ])('answers a body that is no plain text with 415 and what is expected: %j', async (headers, body) => {
    const { status, body: answer } = await post(headers, body);
    expect(status).toBe(415);
    expect(answer).toEqual({ code: 'UNSUPPORTED', message: expect.stringMatching(/^expected JSON Lines/) });
    expect(ingestion.taken).toBe(0);
  });

  it.each([
    'application/jsonl',
    'application/x-ndjson',
    'application/json',
    'text/plain; charset=utf-8',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
  ])('takes lines that are named %s', async (type) => {
    const { status } = await post({ 'content-type': type, 'content-encoding': 'identity' }, lines);
    expect(status).toBe(200);
    expect(ingestion.taken).toBe(2);
  });
});
