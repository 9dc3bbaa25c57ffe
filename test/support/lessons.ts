import { type Lesson, RowLayout } from '../../src/classification/training/lesson.js';
import { Spool } from '../../src/classification/training/spool.js';
import type { TestFolder } from './settings.js';

/** What of a lesson a test is about; labels by place, features as far as given. */
export interface GivenLesson {
  texter: number;
  group?: number;
  gold?: readonly number[];
  scores?: readonly number[];
  features?: readonly number[];
}

/** A lesson of so many labels and features. */
export function lesson(
  { texter, group = 0, gold = [], scores = [], features = [] }: GivenLesson,
  size: { labels: number; features: number },
): Lesson {
  const filled = <T extends Float32Array>(array: T, values: readonly number[]) => (array.set(values), array);
  return {
    texter,
    group,
    gold: Uint8Array.from({ length: size.labels }, (_, place) => Number(gold.includes(place))),
    evidence: new Uint8Array(size.labels).fill(1),
    scores: filled(new Float32Array(size.labels).fill(0.3), scores),
    features: filled(new Float32Array(size.features), features),
  };
}

/** A spool that holds lessons. */
export async function spoolOf(
  folder: TestFolder,
  lessons: Iterable<GivenLesson>,
  size: { labels: number; features: number },
): Promise<Spool> {
  const spool = await Spool.open(folder.path, 'test', new RowLayout(size.labels, size.features), {
    fresh: true,
  });
  for (const given of lessons) await spool.append(lesson(given, size));
  await spool.checkpoint();
  return spool;
}
