import type { PatternRecognizer } from '../deidentification.types.js';
import { ADDRESSES } from '../recognizers/address.js';
import { CONTACT } from '../recognizers/contact.js';
import { HANDLES } from '../recognizers/handles.js';
import { INITIALS } from '../recognizers/initials.js';
import { INTERSECTIONS } from '../recognizers/intersections.js';
import { NUMBERS } from '../recognizers/numbers.js';
import { PAPERS } from '../recognizers/papers.js';

/** Every recognizer that goes by shape. */
export const PATTERNS: readonly PatternRecognizer[] = [
  ...CONTACT,
  ...NUMBERS,
  ...INITIALS,
  ...PAPERS,
  ...ADDRESSES,
  ...INTERSECTIONS,
  ...HANDLES,
];
