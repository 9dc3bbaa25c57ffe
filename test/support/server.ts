import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { roles, type Role } from '../../src/access/access.key.entity.js';
import { AccessService } from '../../src/access/access.service.js';
import { AppModule } from '../../src/app.module.js';
import { WorkerService } from '../../src/pipeline/worker.service.js';
import { INGEST } from './conversations.js';
import { folderWithDatabase } from './database.js';
import { testSettings, type TestFolder } from './settings.js';

/** What a GraphQL request came back with. */
export interface GraphqlAnswer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests reach into answers of any shape
  data: any;
  errors: {
    message: string;
    path?: (string | number)[];
    locations?: unknown[];
    extensions: { code: string; field?: string };
  }[];
  /** The body as it came. */
  text: string;
}

/** Keeps what is logged, so that a test can look for what must not be in it. */
export class LogCatcher implements LoggerService {
  readonly lines: string[] = [];
  private readonly keep = (...parts: unknown[]) => {
    this.lines.push(parts.map(String).join(' '));
  };
  log = this.keep;
  error = this.keep;
  warn = this.keep;
  debug = this.keep;
  verbose = this.keep;
  fatal = this.keep;
}

/** The whole server on an empty embedded database, with a key for each role. */
export class TestServer {
  private readonly keys = new Map<Role, string>();

  private constructor(
    readonly logs: LogCatcher,
    readonly application: NestExpressApplication,
    readonly folder: TestFolder,
  ) {}

  static async start(more: Record<string, string> = {}): Promise<TestServer> {
    const folder = await folderWithDatabase();
    const logs = new LogCatcher();
    const application = await NestFactory.create<NestExpressApplication>(
      AppModule.with(testSettings(folder, more)),
      { bodyParser: false, abortOnError: false, logger: logs },
    );
    await application.listen(0, '127.0.0.1');
    const server = new TestServer(logs, application, folder);
    const access = application.get(AccessService);
    for (const role of roles) server.keys.set(role, await access.createKey(role, `test ${role}`));
    return server;
  }

  async close(): Promise<void> {
    await this.application.close();
    this.folder.remove();
  }

  key(role: Role): string {
    return this.keys.get(role) ?? '';
  }

  /** HTTP requests to the server, without a key. */
  get http() {
    return request(this.application.getHttpServer());
  }

  /** Sends conversations in and analyses them, one after another. */
  async analysed(conversations: readonly { id: string }[]): Promise<void> {
    const { errors } = await this.graphql('ingest', INGEST, { conversations });
    if (errors.length > 0) throw new Error(errors[0]?.message);
    const worker = this.application.get(WorkerService);
    for (const { id } of conversations) await worker.process(id);
  }

  async graphql(
    role: Role | null,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphqlAnswer> {
    const post = this.http.post('/graphql');
    if (role) post.set('authorization', `Bearer ${this.key(role)}`);
    const { status, body, text } = await post.send({ query, variables });
    return { status, data: body.data, errors: body.errors ?? [], text };
  }
}
