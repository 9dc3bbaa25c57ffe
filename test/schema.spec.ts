import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/config/paths.js';
import { schemaText } from '../src/graphql/schema.text.js';

describe('schema.graphql', () => {
  it('is what the code says: run `npm run schema` after a change', async () => {
    expect(await schemaText()).toBe(readFileSync(join(packageRoot, 'schema.graphql'), 'utf8'));
  });
});
