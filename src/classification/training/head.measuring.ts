import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { LabelScore } from '../classification.types.js';
import { settle } from '../hierarchy.js';
import type { Census } from './census.js';
import { type FigureSet, FigureTally, type TrainingFigures } from './figures.js';
import { type HeadModel, TrainedHead } from './head.js';
import type { Lesson, Lessons } from './lesson.js';

/** Stands for any of the texter's words: figures need no more of them than that they are there. */
const SPAN = { message: 0, start: 0, end: 1 };

/**
 * Measures a head on the texters that were held out, beside the untrained engine, as a whole and by group.
 * @param heldOut which lessons to measure on, by texter
 * @param unweighted the same head trained without fairness, or null
 * @param groupNames survey answers, by their number less one
 */
export async function measureHead(
  lessons: Lessons,
  census: Census,
  labels: readonly Label[],
  heldOut: (texter: number) => boolean,
  { trained, unweighted }: { trained: HeadModel; unweighted: HeadModel | null },
  groupNames: readonly string[],
): Promise<TrainingFigures> {
  const engines = {
    untrained: null,
    uncalibrated: new TrainedHead(trained, labels, { calibrated: false }),
    trained: new TrainedHead(trained, labels),
    ...(unweighted && { unweighted: new TrainedHead(unweighted, labels) }),
  };
  const shown = census.shown();
  const whole = new Measured(engines, labels);
  const byGroup = new Map(shown.map((group) => [group, new Measured(engines, labels)]));
  for await (const lesson of lessons.pass(heldOut)) {
    whole.add(lesson);
    byGroup.get(lesson.group)?.add(lesson);
  }
  return {
    ...whole.results(),
    groups: [...byGroup].map(([group, measured]) => {
      const { untrained, trained, unweighted } = measured.results();
      return { group: groupNames[group - 1] ?? String(group), untrained, trained, unweighted };
    }),
  };
}

type Engines = Readonly<Record<string, TrainedHead | null>>;

/** Several engines on the same conversations. */
class Measured {
  private readonly tallies: ReadonlyMap<string, FigureTally>;

  constructor(
    private readonly engines: Engines,
    private readonly labels: readonly Label[],
  ) {
    this.tallies = new Map(Object.keys(engines).map((name) => [name, new FigureTally(labels)]));
  }

  add({ scores, evidence, features, gold }: Lesson): void {
    const untrained = this.labels.map(({ id }, place): LabelScore => ({
      id,
      score: scores[place]!,
      evidence: evidence[place] ? [SPAN] : [],
    }));
    for (const [name, tally] of this.tallies) {
      const head = this.engines[name];
      tally.add(
        head ? settle(head.apply(untrained, features), head.labels) : settle(untrained, this.labels),
        gold,
      );
    }
  }

  results(): Record<'untrained' | 'uncalibrated' | 'trained', FigureSet> & { unweighted: FigureSet | null } {
    const of = (name: string) => this.tallies.get(name)!.result();
    return {
      untrained: of('untrained'),
      uncalibrated: of('uncalibrated'),
      trained: of('trained'),
      unweighted: this.tallies.has('unweighted') ? of('unweighted') : null,
    };
  }
}
