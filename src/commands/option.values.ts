import { InvalidArgumentError } from 'commander';
import { type Grouping, GROUPINGS } from '../classification/evaluation/records.js';

/** Reads an option that takes a whole number. */
export function wholeNumber(minimum: number, maximum: number): (given: string) => number {
  return (given) => {
    const value = Number(given);
    if (/^\d+$/.test(given) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${minimum} to ${maximum}.`);
  };
}

/** Reads an option that may be given several times, each time with the name of a survey answer. */
export function groupings(given: string, before: readonly Grouping[]): Grouping[] {
  const grouping = GROUPINGS.find((name) => name === given);
  if (!grouping) throw new InvalidArgumentError(`Allowed choices are ${GROUPINGS.join(', ')}.`);
  return [...new Set([...before, grouping])];
}
