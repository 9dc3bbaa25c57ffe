import { jest } from '@jest/globals';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Reflector } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccessService } from './access.service.js';
import type { Caller } from './access.types.js';
import { Allow, AllowAnyone } from './allow.decorator.js';

class Routes {
  undecorated() {}
  @Allow('responder', 'analyst')
  granted() {}
  @Allow()
  adminsOnly() {}
  @AllowAnyone()
  open() {}
}

@Allow('ingest')
class Grouped {
  inherits() {}
  @Allow('analyst')
  overrides() {}
}

const keys: Record<string, Caller> = {
  r: { name: 'r', role: 'responder' },
  i: { name: 'i', role: 'ingest' },
  n: { name: 'n', role: 'analyst' },
  a: { name: 'a', role: 'admin' },
};

describe('AccessGuard', () => {
  const access = new AccessService({} as never);
  const caller = jest.spyOn(access, 'caller').mockImplementation((key) => Promise.resolve(keys[key] ?? null));
  const guard = new AccessGuard(new Reflector(), access);
  const request = (authorization?: string) => ({ headers: { authorization } });
  const enter = (target: new () => object, method: string, asked: object) => {
    const handler: unknown = Reflect.get(target.prototype, method);
    const context = new ExecutionContextHost([asked], target, handler as () => void);
    return guard.canActivate(context);
  };

  beforeEach(() => caller.mockClear());

  it('denies what nobody granted, even to an admin', async () => {
    for (const key of Object.keys(keys))
      await expect(enter(Routes, 'undecorated', request(`Bearer ${key}`))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  it('lets the granted roles and admins in, and no one else', async () => {
    for (const key of ['r', 'n', 'a'])
      await expect(enter(Routes, 'granted', request(`Bearer ${key}`))).resolves.toBe(true);
    await expect(enter(Routes, 'granted', request('Bearer i'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets only admins in where no role is named', async () => {
    await expect(enter(Routes, 'adminsOnly', request('Bearer a'))).resolves.toBe(true);
    await expect(enter(Routes, 'adminsOnly', request('Bearer r'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('asks for a key where there is none, or none that is known', async () => {
    for (const header of [undefined, '', 'Bearer', 'Bearer x', 'Basic r', 'r'])
      await expect(enter(Routes, 'granted', request(header))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
  });

  it('asks for no key where anyone may enter', async () => {
    await expect(enter(Routes, 'open', request())).resolves.toBe(true);
    expect(caller).not.toHaveBeenCalled();
  });

  it("takes a method's own grant before its class's", async () => {
    await expect(enter(Grouped, 'inherits', request('Bearer i'))).resolves.toBe(true);
    await expect(enter(Grouped, 'overrides', request('Bearer i'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('looks a key up once a request, however many fields are asked at once', async () => {
    const asked = request('bearer r');
    await Promise.all([enter(Routes, 'granted', asked), enter(Routes, 'granted', asked)]);
    expect(caller).toHaveBeenCalledTimes(1);
    expect(asked).toMatchObject({ caller: { name: 'r' } });
  });
});
