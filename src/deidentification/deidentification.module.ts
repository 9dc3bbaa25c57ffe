import { Module } from '@nestjs/common';
import { DeidentificationService } from './deidentification.service.js';

/** De-identification: pure and in memory, without settings or storage. */
@Module({ providers: [DeidentificationService], exports: [DeidentificationService] })
export class DeidentificationModule {}
