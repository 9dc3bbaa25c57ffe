import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Settings } from '../config/settings.js';

const LEVELS: LogLevel[] = ['debug', 'log', 'warn', 'error', 'fatal'];

/** Logs to standard error, because standard output belongs to results; as JSON where no person is watching. */
export class StderrLogger extends ConsoleLogger {
  constructor(level: Settings['LOG_LEVEL']) {
    const lowest: LogLevel = level === 'info' ? 'log' : level;
    super({
      prefix: 'Keyline',
      json: !process.stderr.isTTY,
      logLevels: LEVELS.slice(LEVELS.indexOf(lowest)),
    });
  }

  protected override printMessages(messages: unknown[], context?: string, level?: LogLevel): void {
    super.printMessages(messages, context, level, 'stderr');
  }

  protected override printAsJson(
    message: unknown,
    options: Parameters<ConsoleLogger['printAsJson']>[1],
  ): void {
    super.printAsJson(message, { ...options, writeStreamType: 'stderr' });
  }
}
