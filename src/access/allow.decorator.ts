import { SetMetadata } from '@nestjs/common';
import type { Role } from './access.key.entity.js';

/** Metadata key under which a route's roles stand. */
export const ALLOWED = 'keyline:allowed';

/** Who may use a route or a field. Without this decorator nobody may; `admin` may use whatever has it. */
export const Allow = (...roles: readonly Role[]) => SetMetadata(ALLOWED, roles);

/** Open to callers without a key. */
export const AllowAnyone = () => SetMetadata(ALLOWED, 'anyone');
