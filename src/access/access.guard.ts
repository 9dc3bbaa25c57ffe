import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { PublicError } from '../operations/public.error.js';
import type { Role } from './access.key.entity.js';
import { AccessService } from './access.service.js';
import type { AuthorisedRequest, Caller } from './access.types.js';
import { ALLOWED } from './allow.decorator.js';

/** Denies every route, operation and resolved field that `@Allow` does not open to the caller's role. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | 'anyone' | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed === 'anyone') return true;
    const caller = await this.authenticate(requestOf(context));
    if (!allowed || !(caller.role === 'admin' || allowed.includes(caller.role)))
      throw new PublicError('FORBIDDEN', `The role ${caller.role} may not do this`);
    return true;
  }

  private async authenticate(request: AuthorisedRequest): Promise<Caller> {
    const caller = await this.access.callerOf(request);
    if (!caller)
      throw new PublicError(
        'UNAUTHENTICATED',
        'A key is needed: send `Authorization: Bearer <key>`, made by `keyline key create`',
      );
    request.caller = caller;
    return caller;
  }
}

function requestOf(context: ExecutionContext): AuthorisedRequest {
  return context.getType<'http' | 'graphql'>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ req: AuthorisedRequest }>().req
    : context.switchToHttp().getRequest<AuthorisedRequest>();
}
