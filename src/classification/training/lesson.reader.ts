import { inParallel } from '../parallel.js';
import type { LabelledLine } from '../labelled.types.js';
import type { LocalClassifier } from '../local.classifier.js';
import { fuse } from '../scoring.js';
import type { KeyedHash } from '../../conversations/keyed.hash.js';
import type { Label } from '../../taxonomy/taxonomy.types.js';
import type { Lesson } from './lesson.js';
import type { Spool } from './spool.js';
import { TrainingError, TrainingStopped } from './training.error.js';

/** Conversations in work at a time: enough to keep both embedding threads busy. */
const LANES = 4;

/** A survey question with more answers than this has answers of people's own, which make no groups. */
const MOST_GROUPS = 200;
/** Names that neither the mapping nor the taxonomy knows are kept up to so many. */
const MOST_NAMES = 200;

/** What the hash of a texter keeps of its 256 bits. */
const TEXTER_DIGITS = 12;

export interface ReadingOptions {
  /** The survey question that makes groups. */
  fairBy: string | null;
  /** Reading ends after the conversations in work, as soon as it is raised. */
  signal?: AbortSignal | undefined;
  /** Called with the number of conversations read so far, those of an earlier run included. */
  onProgress?: ((read: number) => void) | undefined;
}

/** Reads labelled conversations into a spool of lessons, and remembers how far it came. */
export class LessonReader {
  constructor(
    private readonly labels: readonly Label[],
    private readonly classifier: Pick<LocalClassifier, 'examine'>,
    private readonly hash: Pick<KeyedHash, 'of'>,
  ) {}

  /**
   * Conversations without gold labels are passed over.
   * @param lines those after the spool's last line
   * @throws TrainingStopped on request, with the progress kept
   * @throws TrainingError the survey question makes no groups
   */
  async read(lines: AsyncIterable<LabelledLine>, spool: Spool, options: ReadingOptions): Promise<void> {
    const { progress } = spool;
    const work = inParallel(lines, LANES, async (line) => ({ line, lesson: await this.lessonOf(line) }));
    let stopped = false;
    for await (const { line, lesson } of work) {
      progress.line = line.line;
      progress.refused = line.refused;
      progress.seen++;
      for (const tag of line.unknownTags) count(progress.unknownTags, tag);
      if (lesson) {
        this.countUnknown(line.gold ?? [], progress.unknownLabels);
        const answer = options.fairBy ? line.survey?.[options.fairBy] : undefined;
        await spool.append({
          ...lesson,
          group: answer ? groupOf(answer, progress.groups, options.fairBy) : 0,
        });
      } else progress.withoutGold++;
      options.onProgress?.(progress.seen);
      stopped = options.signal?.aborted ?? false;
      if (stopped) break;
    }
    progress.complete = !stopped;
    await spool.checkpoint();
    if (stopped) throw new TrainingStopped(`stopped after ${progress.seen} conversations`);
  }

  private async lessonOf({ transcript, gold, texter }: LabelledLine): Promise<Omit<Lesson, 'group'> | null> {
    if (!gold) return null;
    const { signals, features } = await this.classifier.examine(transcript);
    const scores = fuse(signals);
    const given = new Set(gold);
    return {
      texter: Number.parseInt(this.hash.of('training', texter).slice(0, TEXTER_DIGITS), 16),
      gold: Uint8Array.from(this.labels, ({ id }) => Number(given.has(id))),
      evidence: Uint8Array.from(scores, ({ evidence }) => Number(evidence.length > 0)),
      scores: Float32Array.from(scores, ({ score }) => score),
      features,
    };
  }

  private countUnknown(gold: readonly string[], unknown: Record<string, number>): void {
    for (const id of gold) if (!this.labels.some((label) => label.id === id)) count(unknown, id);
  }
}

function count(counts: Record<string, number>, name: string): void {
  if (Object.hasOwn(counts, name) || Object.keys(counts).length < MOST_NAMES)
    counts[name] = (counts[name] ?? 0) + 1;
}

/** The number of a survey answer, from 1 on. */
function groupOf(answer: string, groups: string[], question: string | null): number {
  const found = groups.indexOf(answer);
  if (found >= 0) return found + 1;
  if (groups.length >= MOST_GROUPS)
    throw new TrainingError(
      `--fair-by ${question}: has more than ${MOST_GROUPS} different answers, which make no groups: put them into fewer first`,
    );
  return groups.push(answer);
}
