import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Walks up from this file to the folder of Keyline's package.json: the same for `src/` and `dist/src/`. */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json of Keyline not found above its own code');
    folder = parent;
  }
  return folder;
}

/** The folder that holds package.json, taxonomy/, prompts/ and samples/. */
export const packageRoot = findPackageRoot();

/**
 * The compiled form of a source file, for code that must run in a thread of its own: threads load plain
 * JavaScript, so tests, too, use what `npm run build` left in dist/.
 * @param source path below the package root, such as `src/embeddings/bundled.worker.js`
 */
export function compiled(source: string): string {
  const path = join(packageRoot, 'dist', source);
  if (!existsSync(path)) throw new Error(`${source} is not built: run \`npm run build\` first`);
  return path;
}
