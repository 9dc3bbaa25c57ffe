import { Controller, Get } from '@nestjs/common';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { AllowAnyone } from '../access/allow.decorator.js';

/** How long the database may take to answer, in milliseconds. */
const PATIENCE_MS = 3_000;

/** Tells a process manager whether to restart the process, and a load balancer whether to send it requests. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: DataSource,
  ) {}

  /** The process answers. */
  @Get('live')
  @AllowAnyone()
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  /** The database answers, too: without it nothing can be taken in or read. */
  @Get('ready')
  @AllowAnyone()
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.databaseAnswers()]);
  }

  private async databaseAnswers() {
    const session = this.indicators.check('database');
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    // Never the driver's own message: it may name hosts, and this page is open to anyone.
    const answer = this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([answer, timeout]);
    clearTimeout(timer);
    return answered ? session.up() : session.down('does not answer');
  }
}
