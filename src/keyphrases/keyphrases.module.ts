import { Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/classification.module.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { EmbeddingsModule } from '../embeddings/embeddings.module.js';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { KeyphraseConstraints } from './keyphrase.constraints.js';
import { KEYPHRASE_GENERATOR } from './keyphrase.types.js';
import { LocalGenerator } from './local.generator.js';

@Module({
  imports: [ClassificationModule, DeidentificationModule, EmbeddingsModule, TaxonomyModule],
  providers: [
    KeyphraseConstraints,
    LocalGenerator,
    { provide: KEYPHRASE_GENERATOR, useExisting: LocalGenerator },
  ],
  exports: [KEYPHRASE_GENERATOR, KeyphraseConstraints, LocalGenerator],
})
export class KeyphrasesModule {}
