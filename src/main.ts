import { run } from './commands/run.js';
import { serve } from './server.js';

/** The HTTP server and, in the same process, a worker: what `npm start` runs. */
await run(serve)({ samples: true });
