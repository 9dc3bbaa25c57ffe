import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { compiled } from '../../config/paths.js';
import { testFolder, type TestFolder } from '../../../test/support/settings.js';
import { type Holder, releaseLock, takeLock } from './lock.js';
import { isAlive, thisProcess } from './process.identity.js';

const PROCESSES = 6;
const ROUNDS = 20;

/**
 * Takes the lock again and again; a folder proves that nobody else has it. Every second time it leaves the lock
 * of a holder that died, over which all the others then fall at once.
 */
const CONTENDER = `
  import { mkdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
  const [, lock, directory] = process.argv;
  const { takeLock, releaseLock } = await import(lock);
  for (let round = 0; round < ${ROUNDS}; round += 1) {
    const socket = directory + '/' + process.pid + '.' + round;
    await takeLock(directory, socket);
    mkdirSync(directory + '/held');
    await new Promise((resolve) => setImmediate(resolve));
    rmdirSync(directory + '/held');
    if (round % 2) await releaseLock(directory, socket);
    else {
      writeFileSync(socket, JSON.stringify({ pid: process.pid, started: 'before', socket }));
      renameSync(socket, directory + '/lock.json');
    }
  }
`;

describe('the lock of a data directory', () => {
  let folder: TestFolder;
  const path = () => join(folder.path, 'lock.json');
  const leave = (holder: Holder | string) =>
    writeFileSync(path(), typeof holder === 'string' ? holder : JSON.stringify(holder));
  const socket = () => join(folder.path, 'mine');

  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => folder.remove());

  it('belongs to one process at a time, however many reach for it and die with it', async () => {
    const results = await Promise.all(
      Array.from({ length: PROCESSES }, async () => {
        const lock = compiled('src/database/embedded/lock.js');
        const child = spawn(process.execPath, ['--input-type=module', '-e', CONTENDER, lock, folder.path]);
        const [errors, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
        return { status, errors: errors.match(/E[A-Z]{4,}[^\n]*/)?.[0] ?? '' };
      }),
    );
    expect(results).toEqual(Array.from({ length: PROCESSES }, () => ({ status: 0, errors: '' })));
    expect(readdirSync(folder.path).filter((name) => name.startsWith('lock.json.'))).toEqual([]);
  });

  it.each([
    ['of a process that is gone', { pid: 2 ** 30, started: 'before', socket: '/nowhere' }],
    ['of an earlier process with our own pid', { pid: process.pid, started: 'before', socket: '/nowhere' }],
    ['that nobody wrote whole', ''],
  ])('is taken over from the lock %s', async (_, dead) => {
    leave(dead);
    expect(await takeLock(folder.path, socket())).toBeNull();
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ ...thisProcess(), socket: socket() });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('lock.json'))).toEqual(['lock.json']);
  });

  it('is given back by its holder alone', async () => {
    await takeLock(folder.path, socket());
    await releaseLock(folder.path, join(folder.path, 'another'));
    expect(readdirSync(folder.path)).toContain('lock.json');
    await releaseLock(folder.path, socket());
    expect(readdirSync(folder.path)).not.toContain('lock.json');
  });

  it('lets a command join a holder that answers, and the server wait for its end', async () => {
    const theirs = join(folder.path, 'theirs');
    const server = createServer((client) => client.destroy()).listen(theirs);
    await once(server, 'listening');
    expect(await takeLock(folder.path, theirs)).toBeNull();

    expect(await takeLock(folder.path, socket())).toMatchObject({ socket: theirs });

    const told: number[] = [];
    const waitFor = ({ pid }: Holder) => {
      told.push(pid);
      server.close(() => void releaseLock(folder.path, theirs));
    };
    expect(await takeLock(folder.path, socket(), { waitFor })).toBeNull();
    expect(told).toEqual([process.pid]);
  });

  it('knows a process by its start as well as by its pid', () => {
    expect(isAlive(thisProcess())).toBe(true);
    expect(isAlive({ pid: process.pid, started: 'before' })).toBe(false);
  });
});
