import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { DeidentificationService } from './deidentification.service.js';
import { readOrganisation } from './organisation/organisation.file.js';
import { Organisation } from './organisation/organisation.js';
import { PresidioAnalyzer } from './presidio/presidio.analyzer.js';

/** De-identification with what the settings add to it. A file or an analyzer that cannot be used stops the boot. */
async function deidentification(settings: Settings): Promise<DeidentificationService> {
  const { DEIDENTIFICATION_FILE: path, PRESIDIO_URL: url } = settings;
  const organisation = path ? await readOrganisation(path) : new Organisation();
  return new DeidentificationService(organisation, url ? await PresidioAnalyzer.connect({ url }) : null);
}

/** De-identification: in memory, without storage. */
@Module({
  providers: [{ provide: DeidentificationService, useFactory: deidentification, inject: [SETTINGS] }],
  exports: [DeidentificationService],
})
export class DeidentificationModule {}
