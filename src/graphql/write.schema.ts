import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../config/paths.js';
import { schemaText } from './schema.text.js';

/** `npm run schema`: writes `schema.graphql` anew. */
await writeFile(join(packageRoot, 'schema.graphql'), await schemaText());
