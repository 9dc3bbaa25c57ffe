import { Module } from '@nestjs/common';
import { DeidentificationModule } from '../../deidentification/deidentification.module.js';
import { PreferenceService } from './preference.service.js';

/** What responders preferred; apart from correcting, which needs the engines. */
@Module({
  imports: [DeidentificationModule],
  providers: [PreferenceService],
  exports: [PreferenceService],
})
export class PreferencesModule {}
