import { Inject, Injectable } from '@nestjs/common';
import { LocalClassifier } from '../classification/local.classifier.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { LLM, type LlmService } from '../llm/llm.service.js';
import { once } from '../operations/once.js';

/** Names what this process analyses with, so that results that something else made are known. */
@Injectable()
export class EngineService {
  /**
   * `local`, the embedder and the trained head; with `ENGINE=llm` before them `llm`, the model asked for, the
   * prompts and from which length transcripts are pruned. A model's own name for itself, in `provenance`, may change
   * with every answer; this does not.
   */
  readonly name = once(() => this.describe());

  constructor(
    private readonly local: LocalClassifier,
    @Inject(LLM) private readonly llm: LlmService | null,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  private async describe(): Promise<string> {
    // The local engine says what it is with every result; one of a conversation without words costs nothing.
    const { provenance } = await this.local.classify({ language: 'und', messages: [] });
    const local = `local ${provenance.model}`;
    if (!this.llm) return local;
    const { LLM_MODEL: model, LLM_PRUNE_OVER: most } = this.settings;
    return ['llm', model, ...this.llm.references, `pruned-over-${most}`, local].join(' ');
  }
}
