import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { CronJob } from 'cron';
import { SettingsError } from '../config/settings.js';
import { testFolder, testSettings } from '../../test/support/settings.js';
import { ReportScheduler } from './report.scheduler.js';
import type { ReportService } from './report.service.js';

describe('ReportScheduler', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());
  const computeAndStore = jest.fn<ReportService['computeAndStore']>();

  const scheduler = (REPORT_CRON: string) =>
    // Only what the scheduler calls of the service.
    new ReportScheduler(
      { computeAndStore } as Partial<ReportService> as ReportService,
      testSettings(folder, { REPORT_CRON }),
    );

  it('stops the boot on a bad expression, naming the setting and not the value', () => {
    const start = () => scheduler('every full moon').onModuleInit();
    expect(start).toThrow(SettingsError);
    expect(start).toThrow(/^Settings: REPORT_CRON: expected a cron expression(?!.*moon)/);
  });

  it('waits for the next time of the expression, in UTC, until the process ends', async () => {
    const from = jest.spyOn(CronJob, 'from');
    const started = scheduler('30 3 * * *');
    started.onModuleInit();
    const job = from.mock.results[0]?.value as CronJob;
    expect(job.nextDate().toUTC().toFormat('HH:mm')).toBe('03:30');
    expect(job.isActive).toBe(true);
    await started.onApplicationShutdown();
    expect(job.isActive).toBe(false);
    from.mockRestore();
  });

  it('stores the report of the day before, and survives a failure without telling its message', async () => {
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    computeAndStore.mockRejectedValueOnce(new RangeError('quotes a text'));
    await scheduler('0 3 * * *').run(new Date('2026-03-01T03:00:00Z'));
    expect(computeAndStore).toHaveBeenCalledWith('2026-02-28');
    expect(errors.mock.calls.flat().join()).toContain('RangeError');
    expect(errors.mock.calls.flat().join()).not.toContain('quotes');
    errors.mockRestore();
  });
});
