import { run } from './commands/run.js';
import { serveCommand } from './commands/serve.command.js';

/** The HTTP server and, in the same process, a worker: what `npm start` runs. */
await run(serveCommand)({ samples: true });
