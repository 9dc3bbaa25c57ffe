/**
 * A file that the settings name cannot be used. The message is one line: the first fault, and how many more there
 * are. Each fault is a line `file:line: entry: field: what is wrong and what to do`.
 */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(readonly faults: readonly [string, ...string[]]) {
    const more = faults.length - 1;
    super(more === 0 ? faults[0] : `${faults[0]} (and ${more} more)`);
  }
}
