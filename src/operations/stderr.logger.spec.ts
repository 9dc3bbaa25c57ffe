import { jest } from '@jest/globals';
import { StderrLogger } from './stderr.logger.js';

describe('the logger', () => {
  let stderr: string;
  let stdout: string;

  beforeEach(() => {
    stderr = '';
    stdout = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true));
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true));
  });
  afterEach(() => jest.restoreAllMocks());

  it('keeps standard output for results', () => {
    const logger = new StderrLogger('debug');
    logger.log('one', 'Here');
    logger.warn('two', 'Here');
    logger.error('three', 'Here');
    expect(stdout).toBe('');
    expect(stderr).toMatch(/one[^]*two[^]*three/);
  });

  it('leaves out what is below its level', () => {
    const logger = new StderrLogger('warn');
    logger.log('quiet', 'Here');
    logger.warn('loud', 'Here');
    expect(stderr).toMatch(/loud/);
    expect(stderr).not.toMatch(/quiet/);
  });

  it('leaves out how the framework wires itself, unless asked for everything', () => {
    new StderrLogger('info').log('wired', 'InstanceLoader');
    expect(stderr).toBe('');
    new StderrLogger('debug').log('wired', 'InstanceLoader');
    expect(stderr).toMatch(/wired/);
  });

  it('leaves what stops the boot to the command that tells it in one line', () => {
    new StderrLogger('info').error('stopped', 'stack', 'ExceptionHandler');
    expect(stderr).toBe('');
  });
});
