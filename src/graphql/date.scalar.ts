import { CustomScalar, Scalar } from '@nestjs/graphql';
import { Kind, type ValueNode } from 'graphql';
import { z } from 'zod';

/** A day that exists, as YYYY-MM-DD in UTC. In code it is the very text. */
@Scalar('Date')
export class DateScalar implements CustomScalar<string, string> {
  description = 'A day, as `YYYY-MM-DD` in UTC.';

  parseValue(value: unknown): string {
    return z.iso.date().parse(value);
  }

  parseLiteral(node: ValueNode): string {
    return z.iso.date().parse(node.kind === Kind.STRING ? node.value : null);
  }

  serialize(value: unknown): string {
    return z.iso.date().parse(value);
  }
}
