import { TopicInputError } from './topic.input.error.js';

/** A day as `YYYY-MM-DD`, in UTC. */
export type Day = string;

const DAY_MS = 86_400_000;

/** @throws TopicInputError for a text that names no day of the calendar */
export function checkDay(text: string, field: string): Day {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || dayOf(new Date(time)) !== text)
    throw new TopicInputError(field, 'expected a day as YYYY-MM-DD');
  return text;
}

export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** The day that lies `days` after another, before it where negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}
