import { Module } from '@nestjs/common';
import { CacheFolder } from '../config/cache.folder.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { loadCheckedTaxonomy } from './checked.taxonomy.js';
import { TaxonomyService } from './taxonomy.service.js';

/** Loads the taxonomy that the TAXONOMY setting points to; a bad file stops the boot. */
@Module({
  providers: [
    {
      provide: TaxonomyService,
      useFactory: async ({ TAXONOMY, DATA_DIR }: Settings) =>
        new TaxonomyService(await loadCheckedTaxonomy(TAXONOMY, new CacheFolder(DATA_DIR))),
      inject: [SETTINGS],
    },
  ],
  exports: [TaxonomyService],
})
export class TaxonomyModule {}
