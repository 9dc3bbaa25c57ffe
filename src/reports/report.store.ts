import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Day } from '../topics/days.js';
import { TEXTER } from '../topics/filter.sql.js';
import type { Days } from '../topics/weeks.js';
import type { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { storedTaxonomy } from '../taxonomy/taxonomy.store.js';
import type { UsedTaxonomy } from './report.bridge.js';
import { reportSchema, type Report } from './report.types.js';

/** SQL for: the conversation `c` began on the days of the placeholders, both inclusive, in UTC. */
const within = (from: string, to: string) =>
  `c.started_at >= ${from}::date::timestamp AT TIME ZONE 'UTC'
   AND c.started_at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`;

/** Earlier ids of labels, each with the present one. */
type Renames = ReadonlyMap<string, string>;

export interface StateCounts {
  /** Of conversations in any state. */
  texters: number;
  needsReview: number;
  degraded: number;
  failed: number;
}

/** What a report is counted from, and the reports of earlier nights. All counts are of distinct texters, exact. */
@Injectable()
export class ReportStore {
  constructor(private readonly database: DataSource) {}

  /**
   * For each period: texters in all, under the key null, and for each label.
   * @param renames earlier ids of labels, under which results of old hold them, with the present ones
   */
  async texters(periods: readonly Days[], renames: Renames): Promise<Map<string | null, number>[]> {
    const rows: { period: number; label: string | null; texters: number }[] = await this.database.query(
      `WITH chosen AS (
         SELECT p.number::int AS period, c.id, ${TEXTER} AS texter
         FROM unnest($1::date[], $2::date[]) WITH ORDINALITY AS p (first, last, number)
         JOIN conversation c ON c.status = 'ready' AND ${within('p.first', 'p.last')})
       SELECT period, NULL AS label, count(DISTINCT texter)::int AS texters FROM chosen GROUP BY period
       UNION ALL
       SELECT period, coalesce(r.id, l.label_id), count(DISTINCT texter)::int
       FROM chosen JOIN conversation_label l ON l.conversation_id = chosen.id
       LEFT JOIN unnest($3::text[], $4::text[]) AS r (was, id) ON r.was = l.label_id
       GROUP BY period, coalesce(r.id, l.label_id)`,
      [
        periods.map(({ from }) => from),
        periods.map(({ to }) => to),
        [...renames.keys()],
        [...renames.values()],
      ],
    );
    return periods.map(
      (_, index) =>
        new Map(
          rows.filter(({ period }) => period === index + 1).map(({ label, texters }) => [label, texters]),
        ),
    );
  }

  /** Keyphrases in conversations of each label. */
  keyphrases(
    { from, to }: Days,
    renames: Renames,
  ): Promise<{ label: string; phrase: string; texters: number }[]> {
    return this.database.query(
      `SELECT coalesce(r.id, l.label_id) AS label, v.phrase, count(DISTINCT ${TEXTER})::int AS texters
       FROM conversation c
       JOIN conversation_label l ON l.conversation_id = c.id
       JOIN keyphrase k ON k.conversation_id = c.id JOIN vocabulary v ON v.id = k.vocabulary_id
       LEFT JOIN unnest($3::text[], $4::text[]) AS r (was, id) ON r.was = l.label_id
       WHERE c.status = 'ready' AND ${within('$1', '$2')}
       GROUP BY coalesce(r.id, l.label_id), v.phrase`,
      [from, to, [...renames.keys()], [...renames.values()]],
    );
  }

  /**
   * The taxonomies that results of these days were made with, or hold for. Results of before these were recorded go by
   * their version, and count as made with the present one where it has that.
   */
  async usedTaxonomies({ from, to }: Days, present: TaxonomyService): Promise<UsedTaxonomy[]> {
    const rows: { hash: string | null; version: string; texters: number }[] = await this.database.query(
      `WITH used AS (
         SELECT coalesce(c.holds_for, CASE c.provenance ->> 'taxonomy' WHEN $4 THEN $3 END) AS hash,
                c.provenance ->> 'taxonomy' AS made, ${TEXTER} AS texter
         FROM conversation c WHERE c.status = 'ready' AND ${within('$1', '$2')})
       SELECT u.hash, CASE u.hash WHEN $3 THEN $4 ELSE coalesce(t.version, u.made, '') END AS version,
              count(DISTINCT u.texter)::int AS texters
       FROM used u LEFT JOIN taxonomy t ON t.hash = u.hash GROUP BY 1, 2`,
      [from, to, present.hash(), present.version],
    );
    return Promise.all(
      rows.map(async ({ hash, version, texters }) => {
        if (hash === null) return { version, texters, taxonomy: null };
        const isPresent = hash === present.hash();
        return {
          version,
          texters,
          taxonomy: isPresent ? present : await storedTaxonomy(this.database, hash),
        };
      }),
    );
  }

  async states({ from, to }: Days): Promise<StateCounts> {
    const [row]: StateCounts[] = await this.database.query(
      `SELECT count(DISTINCT ${TEXTER})::int AS texters,
              count(DISTINCT ${TEXTER}) FILTER (WHERE c.status = 'ready' AND cardinality(c.needs_review) > 0)::int
                AS "needsReview",
              count(DISTINCT ${TEXTER}) FILTER (WHERE c.status = 'ready' AND (c.provenance ->> 'degraded')::boolean)::int
                AS degraded,
              count(DISTINCT ${TEXTER}) FILTER (WHERE c.status = 'failed')::int AS failed
       FROM conversation c WHERE ${within('$1', '$2')}`,
      [from, to],
    );
    return row ?? { texters: 0, needsReview: 0, degraded: 0, failed: 0 };
  }

  /** The report stored for a day, unless a conversation of its weeks has been analysed, or has failed, since. */
  async stored(date: Day, { from, to }: Days): Promise<Report | null> {
    const [row]: { body: unknown }[] = await this.database.query(
      `SELECT r.body FROM report r WHERE r.date = $1::date AND NOT EXISTS (
         SELECT 1 FROM conversation c
         WHERE ${within('$2', '$3')}
           AND (c.status <> 'ready' OR c.analysed_at IS NULL OR c.analysed_at > r.created_at))`,
      [date, from, to],
    );
    const parsed = reportSchema.safeParse(row?.body);
    return parsed.success ? parsed.data : null;
  }

  /** Stores a report, in the place of an earlier one for the same day. */
  async save(report: Report): Promise<void> {
    await this.database.query(
      `INSERT INTO report (date, body) VALUES ($1, $2)
       ON CONFLICT (date) DO UPDATE SET body = excluded.body, created_at = now()`,
      [report.date, JSON.stringify(report)],
    );
  }
}
