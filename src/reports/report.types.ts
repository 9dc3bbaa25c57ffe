import { z } from 'zod';
import { comparisons } from './report.bridge.js';

/** Distinct texters in steps; null where fewer than the smallest group. */
const told = z.number().nullable();

const changeSchema = z.object({ week: told, weeklyMeanBefore: told, change: told });

const themeSchema = z.object({
  name: z.string(),
  texters: z.number(),
  growth: changeSchema,
  falseDiscovery: told.default(null),
  rising: z.boolean().default(false),
  labels: z.array(z.object({ id: z.string(), name: z.string(), texters: z.number() })),
  phrases: z.array(z.object({ phrase: z.string(), texters: z.number() })),
});

const labelSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Names from the top-level label down to this one. */
  path: z.array(z.string()),
  parent: z.string().nullable(),
  risk: z.boolean(),
  /** Without a mean before and a change unless it is `same`. */
  texters: changeSchema,
  /** Whether the weeks may be compared: what they were analysed with may differ in this label. */
  comparison: z.enum(comparisons),
  /** The version in which it is new or changed. */
  since: z.string().nullable(),
  /** Of all texters of the week, 0..1. */
  share: told,
  /** The keyphrases that stand beside the label most often in the week. */
  keyphrases: z.array(z.object({ phrase: z.string(), texters: z.number() })),
});

const daysSchema = z.object({ from: z.string(), to: z.string() });

/**
 * The taxonomy report of a week against the four weeks before. Every count is of distinct texters, in steps of
 * `minGroupSize`, and null where fewer; see docs/privacy.md.
 */
export const reportSchema = z.object({
  /** The last day of the week, `YYYY-MM-DD` in UTC. */
  date: z.string(),
  week: daysSchema,
  before: daysSchema,
  taxonomy: z.string(),
  /** Versions of the taxonomies that the results of the five weeks were made with or hold for, the lowest first. */
  analysedWith: z.array(z.object({ version: z.string(), texters: z.number() })),
  /** Labels that some of them may hold and the present taxonomy lacks. */
  removed: z.array(z.object({ id: z.string(), name: z.string() })),
  minGroupSize: z.number(),
  /** Whether the week has no conversation, or too few texters to tell of. */
  empty: z.boolean(),
  texters: changeSchema,
  /** In the taxonomy's order, each parent before its children; all of them. */
  labels: z.array(labelSchema),
  /** The five weeks, the earliest first. */
  trend: z.array(
    z.object({
      week: daysSchema,
      texters: told,
      /** Top-level labels only. */
      labels: z.array(z.object({ id: z.string(), texters: told })),
    }),
  ),
  /** Outside the taxonomy, by most texters in the five weeks. */
  themes: z.array(themeSchema),
  /** Conversations of the week that a person should look at. */
  attention: z.object({ needsReview: told, degraded: told, failed: told }),
});

export type Report = z.output<typeof reportSchema>;
export type ReportLabel = z.output<typeof labelSchema>;
