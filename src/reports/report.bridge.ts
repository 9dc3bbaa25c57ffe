import { inSteps } from '../topics/small.groups.js';
import { snapshotOf } from '../taxonomy/taxonomy.snapshot.js';
import type { Taxonomy } from '../taxonomy/taxonomy.types.js';
import { compareVersions } from '../taxonomy/taxonomy.version.js';

/**
 * Whether what a label counted in one week may be set against another: `same` where all results were made with one
 * meaning of it, or hold for it; `changed` where its own entry differs between them; `new` where some were made with a
 * taxonomy that lacked it.
 */
export const comparisons = ['same', 'changed', 'new'] as const;
export type Comparison = (typeof comparisons)[number];

/** A taxonomy that results of some weeks were made with, or hold for. */
export interface UsedTaxonomy {
  version: string;
  /** Distinct texters, exact. */
  texters: number;
  /** Null where results did not yet record what they were made with. */
  taxonomy: Taxonomy | null;
}

/** What the weeks of a report were analysed with, and what may be compared between them. */
export interface Bridge {
  /** The lowest version first; those of too few texters are left out. */
  analysedWith: { version: string; texters: number }[];
  /** Labels that some of the results may hold and the present taxonomy lacks. */
  removed: { id: string; name: string }[];
  /** By label of the present taxonomy; `since` says in which version it is new or changed. */
  labels: Map<string, { comparison: Comparison; since: string | null }>;
}

/**
 * Compares the taxonomies that results were made with. Those of fewer texters than the smallest group are left aside,
 * in what is told as in what is compared: they move a count by a step at most, and would show that somebody is there.
 */
export function bridgeBetween(used: readonly UsedTaxonomy[], present: Taxonomy, minGroup: number): Bridge {
  const told = used
    .filter(({ texters }) => texters >= minGroup)
    .toSorted((a, b) => compareVersions(a.version, b.version));
  const presentId = idsIn(present);
  const meanings = told.map(({ version, taxonomy }) => ({
    version,
    meaningOf: taxonomy ? meaningsIn(taxonomy, presentId) : null,
  }));
  const own = { version: present.version, meaningOf: meaningsIn(present, presentId) };
  const gone = told.flatMap(({ taxonomy }) =>
    (taxonomy?.labels ?? [])
      .filter(({ id }) => presentId(id) === undefined)
      .map(({ id, name }) => ({ id, name })),
  );
  return {
    analysedWith: told.map(({ version, texters }) => ({ version, texters: inSteps(texters, minGroup)! })),
    removed: [...new Map(gone.map((label) => [label.id, label])).values()],
    labels: new Map(present.labels.map(({ id }) => [id, compare(id, meanings, own)])),
  };
}

interface Meanings {
  version: string;
  /** By the present id; null where nobody knows. */
  meaningOf: ReadonlyMap<string, string> | null;
}

function compare(id: string, told: readonly Meanings[], present: Meanings) {
  const lacks = ({ meaningOf }: Meanings) => meaningOf !== null && !meaningOf.has(id);
  if (told.some(lacks)) {
    const having = [...told, present].filter((each) => each.meaningOf !== null && !lacks(each));
    return { comparison: 'new' as const, since: lowest(having) };
  }
  // What is unknown is like itself alone.
  const meaning = ({ version, meaningOf }: Meanings) => meaningOf?.get(id) ?? `unknown of ${version}`;
  const newest = told.at(-1);
  if (!newest || told.every((each) => meaning(each) === meaning(newest)))
    return { comparison: 'same' as const, since: null };
  const alike = told.filter((each) => meaning(each) === meaning(newest));
  return { comparison: 'changed' as const, since: lowest(alike) };
}

function lowest(meanings: readonly Meanings[]): string | null {
  return meanings.map(({ version }) => version).toSorted(compareVersions)[0] ?? null;
}

/** The present id of a label by any id that it went by. */
function idsIn({ labels }: Taxonomy): (id: string) => string | undefined {
  const ids = new Map(labels.flatMap(({ id, was }) => [id, ...was].map((each) => [each, id] as const)));
  return (id) => ids.get(id);
}

/** For each label, by its present id, all that decides where it holds: its entry but for the names, and what is under it. */
function meaningsIn(taxonomy: Taxonomy, presentId: (id: string) => string | undefined): Map<string, string> {
  const { labels } = snapshotOf(taxonomy);
  return new Map(
    labels.flatMap(({ id, was: _was, name: _name, parent: _parent, ...entry }) => {
      const now = presentId(id);
      const under = labels
        .filter((label) => label.id.startsWith(`${id}.`))
        .map((label) => presentId(label.id));
      return now === undefined ? [] : [[now, JSON.stringify([entry, under.toSorted()])] as const];
    }),
  );
}
