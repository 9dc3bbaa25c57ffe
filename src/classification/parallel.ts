/**
 * Applies work to a stream, several items at a time and in bounded memory, and yields the results in the order
 * of the items.
 */
export async function* inParallel<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  lanes: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const lane = work(item);
      // A lane may fail while the next item is awaited; its turn to be heard comes when it is yielded.
      lane.catch(() => undefined);
      running.push(lane);
      if (running.length >= lanes) yield await running.shift()!;
    }
    while (running.length > 0) yield await running.shift()!;
  } finally {
    // Whoever stops early, by an error or by choice, leaves no rejection unheard.
    await Promise.allSettled(running);
  }
}
