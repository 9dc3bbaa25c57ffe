import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.js';
import { groupBy } from '../operations/group.by.js';
import { TEXTER } from '../topics/filter.sql.js';
import { told } from '../topics/small.groups.js';

/** A wording that enough texters brought. */
export interface ToldWording {
  phrase: string;
  /** Distinct texters, in steps. */
  texters: number;
}

/** A meaning of the vocabulary as it may be told. */
export interface ToldMeaning extends ToldWording {
  risk: boolean;
  inTaxonomy: boolean;
  /** What is merged into it and may be told, most texters first. */
  wordings: (ToldWording & { byRule: boolean })[];
}

interface MeaningRow extends ToldWording {
  id: number;
  risk: boolean;
  inTaxonomy: boolean;
}

interface WordingRow extends ToldWording {
  meaning: number;
  byRule: boolean;
}

/** SQL for: distinct texters, and the conversations of keyphrases `k` that count. */
const COUNTED = `count(DISTINCT ${TEXTER})::int AS texters`;
const READY = `JOIN conversation c ON c.id = k.conversation_id AND c.status = 'ready'`;

/** Reads what the vocabulary holds. Phrases of fewer than `MIN_GROUP_SIZE` texters are left out. */
@Injectable()
export class VocabularyList {
  constructor(
    private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Meanings, most texters first.
   * @param like only those that have these words, in any case, in their phrase or in a wording that may be told
   */
  async meanings(like = ''): Promise<ToldMeaning[]> {
    const minGroup = this.settings.MIN_GROUP_SIZE;
    const meanings: MeaningRow[] = await this.database.query(
      `SELECT v.id, v.phrase, v.risk, v.in_taxonomy AS "inTaxonomy", ${COUNTED}
       FROM vocabulary v JOIN keyphrase k ON k.vocabulary_id = v.id ${READY} GROUP BY v.id`,
    );
    const wordings: WordingRow[] = await this.database.query(
      `SELECT k.vocabulary_id AS meaning, v.phrase, v.by_rule AS "byRule", ${COUNTED}
       FROM vocabulary v JOIN keyphrase k ON k.wording_id = v.id AND k.vocabulary_id <> v.id ${READY}
       GROUP BY k.vocabulary_id, v.id`,
    );
    const under = groupBy(
      told(wordings, ({ phrase }) => phrase, minGroup),
      ({ meaning }) => meaning,
    );
    const words = like.trim().toLowerCase();
    return told(meanings, ({ phrase }) => phrase, minGroup)
      .map(({ id, phrase, texters, risk, inTaxonomy }) => ({
        phrase,
        texters,
        risk,
        inTaxonomy,
        wordings: (under.get(id) ?? []).map(({ phrase: wording, texters: count, byRule }) => ({
          phrase: wording,
          texters: count,
          byRule,
        })),
      }))
      .filter(({ phrase, wordings: own }) =>
        [phrase, ...own.map((wording) => wording.phrase)].some((text) => text.includes(words)),
      );
  }
}
