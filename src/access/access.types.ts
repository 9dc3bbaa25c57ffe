import type { Request } from 'express';
import type { Role } from './access.key.entity.js';

/** Who is asking. */
export interface Caller {
  /** The name that was given to the key when it was made. */
  name: string;
  role: Role;
}

/** A request after the guard has let it in. */
export interface AuthorisedRequest extends Request {
  caller?: Caller;
}
