import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fromVectorLiteral } from '../database/vector.column.js';
import { dayOf, type Day } from './days.js';
import { READY_MENTION } from './filter.sql.js';
import type { WeighedPhrase } from './theme.clusters.js';
import type { WeekCounts } from './theme.growth.js';

/** A phrase of the vocabulary, not yet placed among the others. */
export interface StoredPhrase extends WeighedPhrase {
  /** The concept it stands for, or null. */
  concept: string | null;
}

/** A period of whole days in UTC, both inclusive; from the beginning where `from` is null. */
export interface Period {
  from: Day | null;
  to: Day;
}

/** Distinct texters of one group of phrases, in the whole period and in the last weeks. */
export interface GroupCounts extends WeekCounts {
  texters: number;
}

/** SQL for: the conversation `k`, or that of row `k`, began in the period of the placeholders. */
const within = (from: string, to: string) =>
  `k.started_at >= coalesce(${from}::date::timestamp AT TIME ZONE 'UTC', '-infinity')
   AND k.started_at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`;

/** `groups` pairs a vocabulary row with the number of its group. */
const GROUPED = `unnest($1::int[], $2::int[]) AS grouped (vocabulary_id, number) JOIN keyphrase k USING (vocabulary_id)`;

/** Counts for groups of vocabulary phrases. Groups go in as lists of vocabulary ids and come out in order. */
@Injectable()
export class ThemeStore {
  constructor(private readonly database: DataSource) {}

  /** The day of the newest conversation that is ready, today at the latest, or null where there is none. */
  async newestDay(): Promise<Day | null> {
    // A date ahead of now, from a clock that is wrong, must not make this week an empty one.
    const [row]: { newest: Date | null }[] = await this.database.query(
      `SELECT max(started_at) AS newest FROM conversation WHERE status = 'ready'
         AND started_at < ((now() AT TIME ZONE 'UTC')::date + 1)::timestamp AT TIME ZONE 'UTC'`,
    );
    return row?.newest ? dayOf(row.newest) : null;
  }

  /** Phrases outside the taxonomy that conversations of a period hold, by most texters. */
  async phrasesOutsideTaxonomy(period: Period, embedder: string, limit: number): Promise<StoredPhrase[]> {
    const rows: (Omit<StoredPhrase, 'vector'> & { vector: string })[] = await this.database.query(
      `SELECT v.id, v.phrase, v.concept, counted.texters, v.embedding::text AS vector
       FROM (SELECT k.vocabulary_id AS id, count(DISTINCT k.texter)::int AS texters
             FROM keyphrase k WHERE NOT k.in_taxonomy AND ${within('$1', '$2')} AND ${READY_MENTION}
             GROUP BY k.vocabulary_id) AS counted
       JOIN vocabulary v USING (id)
       WHERE v.embedder = $3 AND NOT v.in_taxonomy
       ORDER BY counted.texters DESC, v.phrase LIMIT $4`,
      [period.from, period.to, embedder, limit],
    );
    return rows.map(({ vector, ...row }) => ({ ...row, vector: fromVectorLiteral(vector) }));
  }

  /** For each group: texters in the period, in its week and in the four weeks before that. */
  async counts(groups: readonly (readonly number[])[], period: Period, week: Period, before: Period) {
    const rows: (GroupCounts & { number: number })[] = await this.database.query(
      `SELECT number,
              count(DISTINCT k.texter) FILTER (WHERE ${within('$3', '$4')})::int AS texters,
              count(DISTINCT k.texter) FILTER (WHERE ${within('$5', '$6')})::int AS week,
              count(DISTINCT k.texter) FILTER (WHERE ${within('$7', '$8')})::int AS before
       FROM ${GROUPED}
       WHERE (${within('$3', '$4')} OR ${within('$7', '$6')}) AND ${READY_MENTION} GROUP BY number`,
      [...flattened(groups), period.from, period.to, week.from, week.to, before.from, before.to],
    );
    return groups.map(
      (_, number): GroupCounts =>
        rows.find((row) => row.number === number) ?? { texters: 0, week: 0, before: 0 },
    );
  }

  /** Texters of any conversation in a week and in the weeks before it. */
  async texters(week: Period, before: Period): Promise<WeekCounts> {
    const [row]: WeekCounts[] = await this.database.query(
      `SELECT count(DISTINCT k.texter) FILTER (WHERE ${within('$1', '$2')})::int AS week,
              count(DISTINCT k.texter) FILTER (WHERE ${within('$3', '$4')})::int AS before
       FROM conversation k WHERE k.status = 'ready' AND ${within('$3', '$2')}`,
      [week.from, week.to, before.from, before.to],
    );
    return row ?? { week: 0, before: 0 };
  }

  /** For each group: the labels that conversations with its phrases hold. */
  async labels(groups: readonly (readonly number[])[], period: Period) {
    const rows: { number: number; id: string; texters: number }[] = await this.database.query(
      `SELECT number, l.label_id AS id, count(DISTINCT k.texter)::int AS texters
       FROM ${GROUPED} JOIN conversation_label l ON l.conversation_id = k.conversation_id
       WHERE ${within('$3', '$4')} AND ${READY_MENTION}
       GROUP BY number, l.label_id`,
      [...flattened(groups), period.from, period.to],
    );
    return groups.map((_, number) => rows.filter((row) => row.number === number));
  }
}

function flattened(groups: readonly (readonly number[])[]): [number[], number[]] {
  return [groups.flat(), groups.flatMap((group, number) => group.map(() => number))];
}
