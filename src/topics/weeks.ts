import { addDays, type Day } from './days.js';
import { inSteps } from './small.groups.js';
import type { WeeklyChange } from './topic.types.js';

/** How many weeks a week is compared with. */
export const WEEKS_BEFORE = 4;

/** Days from one to another, both inclusive. */
export interface Days {
  from: Day;
  to: Day;
}

/** The seven days that end on a day, and the four weeks before them. */
export function weekEnding(to: Day): { week: Days; before: Days } {
  const from = addDays(to, -6);
  return { week: { from, to }, before: { from: addDays(from, -7 * WEEKS_BEFORE), to: addDays(from, -1) } };
}

/**
 * Compares distinct texters of a week with those of the four weeks before. Each count is put in steps before
 * anything is made of it, so that the result tells no more than the two.
 */
export function weeklyChange(week: number, before: number, minGroup: number): WeeklyChange {
  const now = inSteps(week, minGroup);
  const all = inSteps(before, minGroup);
  const weeklyMeanBefore = all === null ? null : all / WEEKS_BEFORE;
  return {
    week: now,
    weeklyMeanBefore,
    change: now === null || weeklyMeanBefore === null ? null : now - weeklyMeanBefore,
  };
}
