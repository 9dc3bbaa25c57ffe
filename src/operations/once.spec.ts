import { once } from './once.js';

describe('once', () => {
  it('makes a value when it is first asked for, and never again', () => {
    let calls = 0;
    const value = once(() => {
      calls += 1;
      return undefined;
    });
    expect(calls).toBe(0);
    value();
    value();
    expect(calls).toBe(1);
  });

  it('tries anew after a failure', () => {
    let calls = 0;
    const value = once(() => {
      calls += 1;
      if (calls === 1) throw new Error('not yet');
      return calls;
    });
    expect(value).toThrow('not yet');
    expect(value()).toBe(2);
  });
});
