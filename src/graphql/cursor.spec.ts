import { decodeCursor, encodeCursor } from './cursor.js';

describe('a cursor', () => {
  it('comes back as the position that it was made of', () => {
    const position = { by: '2023-01-01T00:00:00.000Z', id: 'one' };
    expect(decodeCursor(encodeCursor(position))).toEqual(position);
  });

  it.each([
    ['yesterday', 'one'],
    ['infinity', 'one'],
    ['0000-01-01T00:00:00.000Z', 'one'],
    ['2023-02-30T00:00:00.000Z', 'one'],
    ['2023-01-01T00:00:00.000Z', '\0'],
  ])('is refused where the database could not read it: %j', (by, id) => {
    expect(() => decodeCursor(encodeCursor({ by, id }))).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', field: 'after' }),
    );
  });
});
