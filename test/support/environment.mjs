import { TestEnvironment } from 'jest-environment-node';

/** Jest gives every test classes of its own; native code knows only those that Node.js itself was started with. */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, { Float32Array, BigInt64Array });
  }
}
