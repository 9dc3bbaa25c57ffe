import { Injectable } from '@nestjs/common';
import { once } from '../operations/once.js';
import { hashOf } from './taxonomy.snapshot.js';
import type { Concept, Label, Taxonomy } from './taxonomy.types.js';

/**
 * Looks labels up in the loaded taxonomy. Lists are in the taxonomy's order. An id that this version of the
 * taxonomy lacks, as a stored result may hold, is answered with undefined, null or an empty list.
 */
@Injectable()
export class TaxonomyService {
  readonly version: string;
  readonly labels: readonly Label[];
  readonly concepts: readonly Concept[];
  /** Names the content, whatever its version says; see `taxonomy.snapshot.ts`. */
  readonly hash: () => string;
  private readonly labelOf: ReadonlyMap<string, Label>;
  private readonly formerOf: ReadonlyMap<string, string>;

  constructor(taxonomy: Taxonomy) {
    this.version = taxonomy.version;
    this.labels = taxonomy.labels;
    this.concepts = taxonomy.concepts;
    this.hash = once(() => hashOf(taxonomy));
    this.labelOf = new Map(taxonomy.labels.map((label) => [label.id, label]));
    this.formerOf = new Map(taxonomy.labels.flatMap(({ id, was }) => was.map((former) => [former, id])));
  }

  byId(id: string): Label | undefined {
    return this.labelOf.get(id);
  }

  /** The label that goes, or went in an earlier version, by an id. */
  present(id: string): Label | undefined {
    return this.byId(id) ?? this.byId(this.formerOf.get(id) ?? '');
  }

  /** Each earlier id with the present one. */
  get renames(): ReadonlyMap<string, string> {
    return this.formerOf;
  }

  /** All ids under which a stored result may hold a label or one below it, earlier ids included. */
  storedIdsOf(id: string): string[] {
    const label = this.byId(id);
    return label ? [label, ...this.descendantsOf(id)].flatMap((each) => [each.id, ...each.was]) : [];
  }

  parentOf(id: string): Label | null {
    const parent = this.byId(id)?.parent;
    return (parent && this.byId(parent)) || null;
  }

  /** The labels directly under one. */
  childrenOf(id: string): Label[] {
    return this.labels.filter(({ parent }) => parent === id);
  }

  /** The labels above one, the top-level label first. */
  ancestorsOf(id: string): Label[] {
    const parent = this.parentOf(id);
    return parent ? [...this.ancestorsOf(parent.id), parent] : [];
  }

  /** All labels below one, at any depth. */
  descendantsOf(id: string): Label[] {
    return this.labels.filter((label) => label.id.startsWith(`${id}.`));
  }

  /** Names from the top-level label down to the label itself: `['Suicide', 'Suicidal ideation']`. */
  pathOf(id: string): string[] {
    const label = this.byId(id);
    return label ? [...this.ancestorsOf(id), label].map(({ name }) => name) : [];
  }
}
