import type { Message } from '../conversations/conversation.types.js';
import { windowsOf } from './windows.js';

const messages = (count: number, length = 60): Message[] =>
  Array.from({ length: count }, (_, position) => ({
    position,
    from: 'texter',
    at: null,
    text: 'x'.repeat(length),
  }));
const positions = (windows: Message[][]) => windows.map((window) => window.map(({ position }) => position));

describe('windows of a conversation', () => {
  it('are one where it fits', () => {
    expect(positions(windowsOf(messages(5), 500))).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('are none where nothing was said', () => {
    expect(windowsOf([], 500)).toEqual([]);
  });

  it('hold every message, in order, and begin with what came just before', () => {
    const windows = positions(windowsOf(messages(20), 1_000));
    expect(windows[0]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(windows[1]?.slice(0, 3)).toEqual([8, 9, 10]);
    expect(new Set(windows.flat())).toEqual(new Set(messages(20).map(({ position }) => position)));
    for (const window of windows) expect(window.length).toBeLessThanOrEqual(10);
  });

  it('keep a message whole that is longer than a window', () => {
    const long = messages(3, 4_000);
    expect(positions(windowsOf(long, 1_000))).toEqual([[0], [1], [2]]);
  });
});
