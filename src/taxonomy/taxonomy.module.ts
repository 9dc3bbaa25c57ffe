import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { loadTaxonomy } from './taxonomy.loader.js';
import { TaxonomyService } from './taxonomy.service.js';

/** Loads the taxonomy that the TAXONOMY setting points to; a bad file stops the boot. */
@Module({
  providers: [
    {
      provide: TaxonomyService,
      useFactory: async ({ TAXONOMY }: Settings) => new TaxonomyService(await loadTaxonomy(TAXONOMY)),
      inject: [SETTINGS],
    },
  ],
  exports: [TaxonomyService],
})
export class TaxonomyModule {}
