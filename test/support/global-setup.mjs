import { existsSync } from 'node:fs';

/** Threads load plain JavaScript, so the tests need what `npm run build` leaves in dist/. */
export default function setup() {
  if (!existsSync(new URL('../../dist/src/main.js', import.meta.url)))
    throw new Error('dist/ is missing: run `npm run build`, or `npm test`, which does');
}
