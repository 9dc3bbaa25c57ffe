import { Injectable } from '@nestjs/common';
import type { Transcript } from '../conversations/conversation.types.js';
import { AnalysisService } from './analysis.service.js';
import { AnalysisStore } from './analysis.store.js';
import { EngineService } from './engine.service.js';
import { PresentingIssueService } from './presenting.issue.service.js';

/** The way of a stored conversation's words to its stored result. */
@Injectable()
export class StoredAnalysisService {
  constructor(
    private readonly analysis: AnalysisService,
    private readonly engine: EngineService,
    private readonly presenting: PresentingIssueService,
    private readonly analyses: AnalysisStore,
  ) {}

  /**
   * @param attempt of the worker's claim; null to replace the result of a conversation that nobody is at work on
   * @returns whether the result was written: not where the claim was lost, or somebody is or was at work meanwhile
   */
  async make(
    id: string,
    attempt: number | null,
    transcript: Transcript,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const seen = attempt === null ? await this.analyses.versionOf(id) : undefined;
    const analysis = await this.analysis.analyse(transcript, signal);
    const embedding = await this.presenting.embed(transcript);
    const engine = await this.engine.name();
    return this.analyses.complete(id, attempt, { transcript, analysis, embedding, engine }, seen);
  }
}
