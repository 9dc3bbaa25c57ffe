import { readFileSync } from 'node:fs';
import { runCli } from './support/cli.js';
import { folderWithDatabase } from './support/database.js';
import { filesUnder } from './support/files.js';

/** What identifies the invented texter below, in every form in which the conversation has it. */
const secrets = [
  'zerlindavale',
  'Zerlindavale',
  'quillonhurst',
  '204-555-0163',
  'zv.private@example.com',
  'zv_private_handle',
  '4539578763621486',
  '48 Marrowgate Crescent',
  'texter-opaque-0091',
];

const secretive = {
  id: 'planted-1',
  startedAt: '2026-11-10T20:00:00Z',
  texterId: 'texter-opaque-0091',
  tags: ['call back 204-555-0163'],
  survey: { ethnicity: 'ask zv.private@example.com' },
  messages: [
    { from: 'texter', text: 'hi im zerlindavale and i feel so alone since i moved' },
    { from: 'responder', text: 'Hi Zerlindavale, thank you for texting in. What has been going on?' },
    { from: 'texter', text: 'my friend quillonhurst blocked me. my name is zerlindavale btw' },
    { from: 'texter', text: 'her name is quillonhurst. u can call me at 204-555-0163' },
    { from: 'texter', text: 'or email zv.private@example.com or insta @zv_private_handle' },
    { from: 'texter', text: 'i live at 48 Marrowgate Crescent, mom took my card 4539578763621486' },
    { from: 'texter', text: 'i cry every night and nobody at school talks to me' },
  ],
};

describe('promise 1: raw text never leaves memory', () => {
  it('leaves no identifier in any file, result or message, whether a line is accepted, refused or broken', async () => {
    const folder = await folderWithDatabase();
    const lines = [
      JSON.stringify(secretive),
      JSON.stringify({ ...secretive, startedAt: 'zerlindavale' }),
      JSON.stringify({ ...secretive, id: 'planted-1', tags: ['quillonhurst'] }),
      JSON.stringify(secretive).slice(0, -9),
    ].join('\n');
    const environment = { DATA_DIR: folder.path, LOG_LEVEL: 'debug' };
    const runs = [
      await runCli(['import', '-'], environment, lines),
      await runCli(['analyze', '-', '--all-scores'], environment, lines),
      await runCli(['deidentify', '-'], environment, lines),
      await runCli(['search', 'feeling alone', '--json'], environment),
      await runCli(['report'], environment),
    ];
    expect(runs.map(({ status }) => status)).toEqual([3, 3, 3, 0, 0]);
    expect(runs[0]?.stdout).toMatch(/"accepted":1/);

    for (const secret of secrets) {
      for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain(secret);
      const found = filesUnder(folder.path).filter((path) => readFileSync(path).includes(secret));
      expect({ secret, found }).toEqual({ secret, found: [] });
    }
    // The search above would find nothing if it looked in the wrong place.
    const words = filesUnder(folder.path).filter((path) => readFileSync(path).includes('i cry every night'));
    expect(words.length).toBeGreaterThan(0);
    folder.remove();
  });
});
