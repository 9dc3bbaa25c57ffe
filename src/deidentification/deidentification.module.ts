import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { DeidentificationService } from './deidentification.service.js';
import { readOrganisation } from './organisation/organisation.file.js';
import { Organisation } from './organisation/organisation.js';

/** De-identification with what the settings add to it. A file that cannot be used stops the boot. */
async function deidentification({ DEIDENTIFICATION_FILE: path }: Settings): Promise<DeidentificationService> {
  return new DeidentificationService(path ? await readOrganisation(path) : new Organisation());
}

/** De-identification: in memory, without storage. */
@Module({
  providers: [{ provide: DeidentificationService, useFactory: deidentification, inject: [SETTINGS] }],
  exports: [DeidentificationService],
})
export class DeidentificationModule {}
