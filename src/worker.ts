import { run } from './commands/run.js';
import { work } from './server.js';

/** A worker process of its own. */
await run(work)();
