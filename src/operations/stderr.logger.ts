import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Settings } from '../config/settings.js';

const LEVELS: LogLevel[] = ['debug', 'log', 'warn', 'error', 'fatal'];
const LOWEST: Record<Settings['LOG_LEVEL'], LogLevel> = {
  debug: 'debug',
  info: 'log',
  warn: 'warn',
  error: 'error',
};

/** Nest's account of its own modules and routes, which nobody reads at every start. */
const FRAMEWORK = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'GraphQLModule',
]);

/** Logs to standard error, because standard output belongs to results; as JSON where no person is watching. */
export class StderrLogger extends ConsoleLogger {
  constructor(level: Settings['LOG_LEVEL']) {
    super({
      prefix: 'Keyline',
      json: !process.stderr.isTTY,
      logLevels: LEVELS.slice(LEVELS.indexOf(LOWEST[level])),
    });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (this.isLevelEnabled('debug') || !FRAMEWORK.has(String(rest.at(-1)))) super.log(message, ...rest);
  }

  /** What stops the boot is told once, in one line, by the command that started it; Nest would add its stack. */
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) !== 'ExceptionHandler') super.error(message, ...rest);
  }

  protected override printMessages(
    messages: unknown[],
    context = '',
    level: LogLevel = 'log',
    _stream?: 'stdout' | 'stderr',
    errorStack?: unknown,
    params?: Record<string, unknown>,
  ): void {
    super.printMessages(messages, context, level, 'stderr', errorStack, params);
  }

  protected override printAsJson(
    message: unknown,
    options: Parameters<ConsoleLogger['printAsJson']>[1],
  ): void {
    super.printAsJson(message, { ...options, writeStreamType: 'stderr' });
  }
}
