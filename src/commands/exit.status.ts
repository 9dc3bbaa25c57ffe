/** What the command line's exit status says. */
export const ExitStatus = {
  /** All well. */
  ok: 0,
  /** Something failed. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** Done, but some lines were refused. */
  someRefused: 3,
} as const;
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** The command line was used wrongly; the message says how to use it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
