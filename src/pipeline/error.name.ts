/** An error's name, for logs and rows: its message could hold a conversation's words. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'UnknownError';
}
