/** Pieces that, over and over, make the matchers of identifiers try hardest: each begins something and ends nothing. */
export const HOSTILE_UNITS: readonly string[] =
  "a|a.|a |1 |1|@a|kayla |a-|(1|a_|a dot |seven |12 st |l'|\u0301|😭|[NAME_1] |1-|0 0|st |. , |:1|a@|rue de |at |1a|A1A |cell |+1 (|born |id #|student id |http://|www.|1/1/|my name is |coin de a et |apt |ab12 |9|0".split(
    '|',
  );

/** A text of a length made of one unit. */
export const hostileText = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
