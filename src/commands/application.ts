import { type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { StderrLogger } from '../operations/stderr.logger.js';

/** Settings first, so that every module finds them. */
export function rootModule(settings: Settings, modules: readonly (Type | DynamicModule)[]): DynamicModule {
  return { module: class CommandModule {}, imports: [ConfigModule.with(settings), ...modules] };
}

/**
 * The database with the model's ledger and budget, for a command that has no other use for them; none where no model is
 * asked. Loaded only then, because it takes a moment.
 */
export async function ledgerModules({ ENGINE }: Settings): Promise<Type[]> {
  if (ENGINE !== 'llm') return [];
  const { DatabaseModule } = await import('../database/database.module.js');
  const { LedgerModule } = await import('../llm/ledger/ledger.module.js');
  return [DatabaseModule, LedgerModule];
}

/** Runs a command with the modules it needs, and closes them whatever happens. */
export async function withModules<T>(
  settings: Settings,
  modules: readonly (Type | DynamicModule)[],
  run: (application: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const application = await NestFactory.createApplicationContext(rootModule(settings, modules), {
    // Nest's own account of its modules would drown a command's few lines.
    logger: new StderrLogger(settings.LOG_LEVEL === 'info' ? 'warn' : settings.LOG_LEVEL),
    abortOnError: false,
  });
  try {
    return await run(application);
  } finally {
    await application.close();
  }
}
