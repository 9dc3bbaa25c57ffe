import { ExemplarIndex } from '../../src/classification/exemplars.js';
import { LocalClassifier } from '../../src/classification/local.classifier.js';
import { ConversationReader } from '../../src/classification/reader.js';
import { HeadStore } from '../../src/classification/training/head.store.js';
import { DeidentificationService } from '../../src/deidentification/deidentification.service.js';
import { BundledEmbedder } from '../../src/embeddings/bundled/bundled.embedder.js';
import { CachedEmbedder } from '../../src/embeddings/cached.embedder.js';
import { PinnedVectors } from '../../src/embeddings/pinned.vectors.js';
import { KeyphraseConstraints } from '../../src/keyphrases/keyphrase.constraints.js';
import { LocalGenerator } from '../../src/keyphrases/local.generator.js';
import { loadTaxonomy } from '../../src/taxonomy/taxonomy.loader.js';
import { TaxonomyService } from '../../src/taxonomy/taxonomy.service.js';
import { testFolder, testSettings } from './settings.js';

/** The local engine as it ships: the bundled model and the taxonomy of this repository, untrained. */
export interface ShippedClassifier {
  classifier: LocalClassifier;
  taxonomy: TaxonomyService;
  generator: LocalGenerator;
  constraints: KeyphraseConstraints;
  close(): Promise<void>;
}

/** Starts one with a data folder of its own, which `close` removes. */
export async function shippedClassifier(): Promise<ShippedClassifier> {
  const folder = testFolder();
  const settings = testSettings(folder);
  const embedder = new CachedEmbedder(new BundledEmbedder(1));
  const taxonomy = new TaxonomyService(await loadTaxonomy(settings.TAXONOMY));
  const reader = new ConversationReader(taxonomy, embedder);
  const pinned = new PinnedVectors(embedder, settings);
  const constraints = new KeyphraseConstraints(taxonomy, embedder, new DeidentificationService());
  const generator = new LocalGenerator(taxonomy, reader, constraints, pinned, embedder);
  const classifier = new LocalClassifier(
    taxonomy,
    reader,
    new ExemplarIndex(taxonomy, pinned),
    new HeadStore(settings),
    embedder,
  );
  const close = async () => {
    await embedder.close();
    folder.remove();
  };
  return { classifier, taxonomy, generator, constraints, close };
}
