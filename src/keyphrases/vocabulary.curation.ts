import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import { speaksOfRisk } from './meaning.rule.js';
import { lockMeanings } from './vocabulary.locks.js';
import { pointTo, UNDER } from './wording.pointer.js';

/** What was asked of the vocabulary cannot be done; the message says why, and what can. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

/** A change that a person made of the vocabulary. */
export interface VocabularyChange {
  id: number;
  kind: 'merge' | 'split';
  wording: string;
  /** What it was merged into before, or null. */
  before: string | null;
  /** What it is merged into since; null for a split. */
  after: string | null;
  madeAt: Date;
  undoneAt: Date | null;
}

interface Row {
  id: number;
  phrase: string;
  concept: string | null;
  risk: boolean;
  mergedInto: number | null;
  byRule: boolean;
}

interface ChangeRow {
  wording: number;
  before: number | null;
  beforeByRule: boolean;
  after: number | null;
  undone: boolean;
}

/**
 * What people decide about meanings. Each change moves one wording, with all that is merged into it, and is recorded,
 * so that it can be undone; conversations, retrieval, themes and reports follow at once.
 */
@Injectable()
export class VocabularyCuration {
  constructor(
    private readonly database: DataSource,
    private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Makes one meaning of two: `from` is counted and found under the meaning of `into` from now on.
   * @returns the number of the change
   * @throws VocabularyError where a phrase is unknown, `from` is merged already, both mean the same, or `from` speaks of
   *   risk and `into` does not
   */
  merge(from: string, into: string): Promise<number> {
    return this.change(async (manager) => {
      const [wording, target] = [await this.find(manager, from), await this.find(manager, into)];
      if ((await meaningIdOf(manager, target.id)) === wording.id)
        throw new VocabularyError(`"${target.phrase}" means "${wording.phrase}" already`);
      if (wording.mergedInto !== null) {
        const now = await this.phraseOf(manager, wording.mergedInto);
        throw new VocabularyError(
          `"${wording.phrase}" is merged into "${now}": merge that, or split "${wording.phrase}" first`,
        );
      }
      if (!target.risk && (await this.speaksOfRisk(manager, wording.id)))
        throw new VocabularyError(
          `"${wording.phrase}" or a phrase merged into it speaks of risk, and "${target.phrase}" does not: a phrase of risk is never merged into a harmless one`,
        );
      return this.record(manager, wording, target.id);
    });
  }

  /**
   * Makes a wording a meaning of its own, with what is merged into it.
   * @returns the number of the change
   * @throws VocabularyError where the phrase is unknown or merged into none
   */
  split(phrase: string): Promise<number> {
    return this.change(async (manager) => {
      const wording = await this.find(manager, phrase);
      if (wording.mergedInto === null)
        throw new VocabularyError(
          `"${wording.phrase}" is a meaning of its own: split one of its wordings from it, see keyline vocabulary list`,
        );
      return this.record(manager, wording, null);
    });
  }

  /**
   * Takes a change back.
   * @throws VocabularyError where there is none of this number, it is undone already, or a later change rests on it
   */
  async undo(id: number): Promise<void> {
    await this.change(async (manager) => {
      const rows: ChangeRow[] = await manager.query(
        `SELECT wording_id AS wording, before, before_by_rule AS "beforeByRule", after, undone_at IS NOT NULL AS undone
         FROM vocabulary_change WHERE id = $1`,
        [id],
      );
      const [row] = rows;
      if (!row) throw new VocabularyError(`There is no change ${id}: see keyline vocabulary history`);
      if (row.undone) throw new VocabularyError(`Change ${id} is undone already`);
      const [now]: { mergedInto: number | null }[] = await manager.query(
        'SELECT merged_into AS "mergedInto" FROM vocabulary WHERE id = $1',
        [row.wording],
      );
      const under: { id: number }[] = await manager.query(`${UNDER} SELECT id FROM under`, [row.wording]);
      const turnsRound = under.some((wording) => wording.id === row.before);
      if (now?.mergedInto !== row.after || turnsRound)
        throw new VocabularyError(
          `A later change rests on change ${id}: undo that first, see keyline vocabulary history`,
        );
      await pointTo(manager, row.wording, row.before, row.beforeByRule);
      await manager.query('UPDATE vocabulary_change SET undone_at = now() WHERE id = $1', [id]);
    });
  }

  /** All changes, the latest first. */
  history(): Promise<VocabularyChange[]> {
    return this.database.query(
      `SELECT c.id, CASE WHEN c.after IS NULL THEN 'split' ELSE 'merge' END AS kind, w.phrase AS wording,
              b.phrase AS before, a.phrase AS after, c.made_at AS "madeAt", c.undone_at AS "undoneAt"
       FROM vocabulary_change c JOIN vocabulary w ON w.id = c.wording_id
       LEFT JOIN vocabulary b ON b.id = c.before LEFT JOIN vocabulary a ON a.id = c.after
       ORDER BY c.id DESC`,
    );
  }

  /** One change at a time, so that what was checked still holds when it is written. */
  private change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) => {
      await lockMeanings(manager);
      return work(manager);
    });
  }

  private async record(manager: EntityManager, wording: Row, after: number | null): Promise<number> {
    await pointTo(manager, wording.id, after);
    const [row]: { id: number }[] = await manager.query(
      `INSERT INTO vocabulary_change (wording_id, before, before_by_rule, after) VALUES ($1, $2, $3, $4) RETURNING id`,
      [wording.id, wording.mergedInto, wording.byRule, after],
    );
    return row!.id;
  }

  private async find(manager: EntityManager, given: string): Promise<Row> {
    const phrase = given.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
    const rows: Row[] = await manager.query(
      `SELECT id, phrase, concept, risk, merged_into AS "mergedInto", by_rule AS "byRule"
       FROM vocabulary WHERE phrase = $1`,
      [phrase],
    );
    const [row] = rows;
    if (!row) throw new VocabularyError(`"${phrase}" is not in the vocabulary: see keyline vocabulary list`);
    return row;
  }

  private async phraseOf(manager: EntityManager, id: number): Promise<string> {
    const [row]: { phrase: string }[] = await manager.query('SELECT phrase FROM vocabulary WHERE id = $1', [
      id,
    ]);
    return row?.phrase ?? '';
  }

  /** Of a wording and all under it: as it was when they came, or by the taxonomy of today. */
  private async speaksOfRisk(manager: EntityManager, wording: number): Promise<boolean> {
    const rows: Pick<Row, 'phrase' | 'concept' | 'risk'>[] = await manager.query(
      `${UNDER} SELECT phrase, concept, risk FROM vocabulary JOIN under USING (id)`,
      [wording],
    );
    return rows.some(({ phrase, concept, risk }) => risk || speaksOfRisk(phrase, concept, this.taxonomy));
  }
}

async function meaningIdOf(manager: EntityManager, id: number): Promise<number | undefined> {
  const [row]: { meaning: number }[] = await manager.query('SELECT meaning_of($1) AS meaning', [id]);
  return row?.meaning;
}
