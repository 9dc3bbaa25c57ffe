import { rmSync } from 'node:fs';

/** Takes away what the tests shared. */
export default function teardown() {
  rmSync(process.env.KEYLINE_TEST_RUN, { recursive: true, force: true });
}
