import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from '../../src/config/paths.js';

/** What a run of the command line left. */
export interface CliRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Starts `keyline …` as a process of its own, with no setting but those given. */
export function startCli(args: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [compiled('src/cli.js'), ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs `keyline …` to its end. */
export async function runCli(
  args: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<CliRun> {
  const child = startCli(args, environment);
  const run: CliRun = { status: null, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
  // A command that ends before it has read everything closes the pipe.
  child.stdin?.on('error', () => undefined).end(input);
  await once(child, 'close');
  return { ...run, status: child.exitCode };
}
