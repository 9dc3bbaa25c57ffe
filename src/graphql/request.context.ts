import type { AuthorisedRequest, Caller } from '../access/access.types.js';
import { PublicError } from '../operations/public.error.js';
import type { Loaders } from './loaders.js';

/** What every resolver of one request shares. */
export interface RequestContext {
  req: AuthorisedRequest;
  loaders: Loaders;
}

/** Who is asking, in a resolver that the guard has let them into. */
export function callerOf({ req }: RequestContext): Caller {
  if (!req.caller) throw new PublicError('UNAUTHENTICATED', 'A key is needed');
  return req.caller;
}
