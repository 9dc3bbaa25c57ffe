import { Inject, Injectable } from '@nestjs/common';
import type { Classification } from '../classification/classification.types.js';
import { ConversationReader, type Reading } from '../classification/reader.js';
import type { Provenance, Transcript } from '../conversations/conversation.types.js';
import { EMBEDDER, type Embedder } from '../embeddings/embedder.types.js';
import { PinnedVectors } from '../embeddings/pinned.vectors.js';
import { once } from '../operations/once.js';
import { TaxonomyService } from '../taxonomy/taxonomy.service.js';
import type { Concept } from '../taxonomy/taxonomy.types.js';
import { cueMatches } from './concepts/concept.cues.js';
import { ConceptExemplars } from './concepts/concept.exemplars.js';
import { saidIn } from './concepts/said.js';
import { type Checked, countRefusals, KeyphraseConstraints } from './keyphrase.constraints.js';
import type { KeyphraseGenerator, KeyphraseSet } from './keyphrase.types.js';
import { PhraseFinder } from './phrases/phrase.finder.js';
import { toldInPieces } from './pieces/told.in.pieces.js';
import { conceptCandidates, DANGER, phraseCandidates, type SpecificCandidate } from './ranking.js';
import { LabelPhrases, LAST_RESORT } from './label.phrases.js';
import { TaxonomyMembership } from './taxonomy.membership.js';

/** Labels of conversations in which there is nothing to say. */
const NO_CONCERN: ReadonlySet<string> = new Set(['prank', 'testing']);

/**
 * Generates keyphrases without a model: concepts of the bank, found by cues in all that the texter wrote and
 * by meaning in the utterances that the classifier embeds too, and phrases made of facts in the texter's words.
 */
@Injectable()
export class LocalGenerator implements KeyphraseGenerator {
  private readonly exemplars: () => ConceptExemplars;
  private readonly phrases = once(() => new PhraseFinder());
  private readonly bank: ReadonlyMap<string, Concept>;
  private readonly general: LabelPhrases;
  private readonly membership: TaxonomyMembership;

  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly reader: ConversationReader,
    private readonly constraints: KeyphraseConstraints,
    pinned: PinnedVectors,
    @Inject(EMBEDDER) private readonly embedder: Embedder,
  ) {
    this.exemplars = once(() => new ConceptExemplars(taxonomy.concepts, pinned));
    this.bank = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
    this.general = new LabelPhrases(taxonomy);
    this.membership = new TaxonomyMembership(taxonomy);
  }

  async generate(transcript: Transcript, classification: Classification): Promise<KeyphraseSet> {
    const { kept, refused } = classification.labels.some(({ id }) => NO_CONCERN.has(id))
      ? { kept: [], refused: [] }
      : await this.checked(await this.reader.read(transcript), transcript, classification);
    const telling = kept.filter(({ score }, rank) => score >= LAST_RESORT || rank === 0);
    return {
      keyphrases: telling.map(({ text, canonical, evidence, concept }) => ({
        text,
        canonical,
        evidence,
        concept,
        inTaxonomy: this.membership.holds({ canonical, evidence, concept }, classification),
      })),
      rejected: countRefusals(refused),
      provenance: this.provenance(),
    };
  }

  /**
   * What stands of all that might be said. A danger that no standing phrase of danger speaks for gets its general one,
   * whatever else was said of its label or was turned away.
   */
  private async checked(
    reading: Reading,
    transcript: Transcript,
    classification: Classification,
  ): Promise<Checked> {
    const specific = await this.specific(reading, transcript, classification);
    const first = await this.constraints.check(specific, transcript);
    const standing = new Set(first.kept.map(({ canonical }) => canonical));
    const spoken = specific.filter(({ canonical = '', score }) => standing.has(canonical) && score >= DANGER);
    const covered = new Set(spoken.flatMap(({ labels }) => labels));
    const general = this.general.candidates(
      classification,
      reading.hits,
      covered,
      saidIn(reading.sentences),
      transcript.language,
    );
    return general.length > 0 ? this.constraints.check([...specific, ...general], transcript) : first;
  }

  /** What might be said in particular, before the constraints; the higher the score, the more telling. */
  private async specific(
    { sentences, salient, hits, conceptHits }: Reading,
    { language }: Transcript,
    classification: Classification,
  ): Promise<SpecificCandidate[]> {
    const cues = cueMatches(conceptHits);
    const pieces = toldInPieces(sentences, this.bank);
    const likeness = await this.exemplars().likeness(salient);
    const said = saidIn(sentences);
    const telling = new Set(salient.flatMap(({ utterance }) => utterance.sentences));
    const found = this.phrases().find(sentences);
    return [
      ...conceptCandidates({ cues, pieces, likeness, hits, said }, classification, language),
      ...phraseCandidates(found, telling, said, classification, language),
    ];
  }

  private provenance(): Provenance {
    return {
      engine: 'local',
      model: this.embedder.id,
      taxonomy: this.taxonomy.version,
      prompt: null,
      degraded: false,
    };
  }
}
