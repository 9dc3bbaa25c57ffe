import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessService } from './access/access.service.js';
import { AppModule } from './app.module.js';
import { rootModule } from './commands/application.js';
import { processSettings } from './commands/process.settings.js';
import { ExitStatus } from './commands/exit.status.js';
import { untilDone } from './commands/import.command.js';
import { note, print } from './commands/terminal.js';
import { SettingsError, type Settings } from './config/settings.js';
import { loadSamples } from './conversations/samples.js';
import { DatabaseModule } from './database/database.module.js';
import type { EmbeddedDatabase } from './database/embedded/embedded.database.js';
import { StderrLogger } from './operations/stderr.logger.js';
import { PipelineModule } from './pipeline/pipeline.module.js';
import { WorkerService } from './pipeline/worker.service.js';
import { WorkStore } from './pipeline/work.store.js';

export interface ServeOptions {
  /** Load the synthetic samples into an empty embedded database. */
  samples: boolean;
  /** The embedded database, where it is being opened already. */
  embedded?: Promise<EmbeddedDatabase>;
}

/** Runs the HTTP server with a worker beside it, until the process is told to end. */
export async function serve(settings: Settings, { samples, embedded }: ServeOptions): Promise<ExitStatus> {
  const application = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, embedded), {
    logger: new StderrLogger(settings.LOG_LEVEL),
    abortOnError: false,
    bodyParser: false,
  });
  application.disable('x-powered-by');
  application.enableShutdownHooks();
  await application.listen(settings.PORT);
  await application.get(WorkerService).start();
  if (samples && !settings.DATABASE_URL) await firstSamples(application);
  await greet(application, settings);
  return ExitStatus.ok;
}

/** Runs a worker alone, until the process is told to end. */
export async function work(): Promise<ExitStatus> {
  const settings = processSettings();
  if (!settings.DATABASE_URL || !settings.REDIS_URL)
    throw new SettingsError(
      'keyline worker: DATABASE_URL and REDIS_URL are required; the embedded database has its worker in `keyline serve`',
    );
  const application = await NestFactory.createApplicationContext(
    rootModule(settings, [DatabaseModule, PipelineModule]),
    { logger: new StderrLogger(settings.LOG_LEVEL), abortOnError: false },
  );
  application.enableShutdownHooks();
  await application.get(WorkerService).start();
  note('Keyline worker: waiting for conversations.');
  return ExitStatus.ok;
}

/** Fills an empty database with the synthetic samples, so that there is something to ask. */
async function firstSamples(application: INestApplication): Promise<void> {
  const loaded = await loadSamples(application);
  if (loaded === 0) return;
  note(`First start: ${loaded} synthetic sample conversations from samples/`);
  await untilDone(application.get(WorkStore), loaded);
}

async function greet(application: INestApplication, settings: Settings): Promise<void> {
  const url = (await application.getUrl()).replace('[::1]', 'localhost');
  await print(
    [
      '',
      'Keyline is ready.',
      `  GraphQL endpoint  ${url}/graphql`,
      `  Explorer          ${url}/explorer`,
      ...(settings.DATABASE_URL
        ? ['  Key               made by `npx keyline key create --role admin`']
        : [
            `  Key               ${application.get(AccessService).sessionKey()}`,
            '                    (role admin, valid until this process ends; `npx keyline key create` makes lasting ones)',
          ]),
      '',
    ].join('\n'),
  );
}
