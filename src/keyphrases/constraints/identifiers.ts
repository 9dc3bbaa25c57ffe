import { ENTITIES } from '../../deidentification/deidentification.types.js';

const NAMES = ENTITIES.map((entity) => entity.toLowerCase().replace('_', '[ _-]?')).join('|');

/** A placeholder whole (`[NAME_1]`), bare (`name_1`) or spelled out (`name 1`), and any bracket. */
const PLACEHOLDER = new RegExp(
  String.raw`[[\]{}<>]|(?<![\p{L}])(?:(?:${NAMES})[ _-]?\d+|redacted|caviardée?)(?![\p{L}\p{N}])`,
  'iu',
);

/** Whether a phrase is free of placeholders. */
export function hasNoPlaceholder(phrase: string): boolean {
  return !PLACEHOLDER.test(phrase);
}
