import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { PublicError } from '../operations/public.error.js';
import { decodeCursor, type Position } from './cursor.js';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/** Where a page of a Relay connection lies among the others. */
@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field()
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** Which page of a Relay connection is asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE, description: `How many, from 1 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

/** A checked page: at most `first` rows after a position. */
export interface Page {
  first: number;
  after: Position | null;
}

/** @throws PublicError BAD_INPUT for a size out of bounds or a cursor that this server did not make */
export function pageOf({ first, after }: PageArgs): Page {
  if (first < 1 || first > MAX_PAGE)
    throw new PublicError('BAD_INPUT', `expected a number from 1 to ${MAX_PAGE}`, 'first');
  return { first, after: after ? decodeCursor(after) : null };
}

/** The cost of a connection field: that of its children, for each row it may bring. */
export function pageCost({
  args,
  childComplexity,
}: {
  args: Readonly<Record<string, unknown>>;
  childComplexity: number;
}): number {
  const first = typeof args.first === 'number' ? args.first : DEFAULT_PAGE;
  return 1 + Math.min(Math.max(first, 1), MAX_PAGE) * childComplexity;
}

/**
 * Cuts one page out of the rows found.
 * @param rows up to `first + 1` rows: one more than the page holds tells that another page follows
 */
export function connectionOf<Row, Edge extends { cursor: string }>(
  rows: readonly Row[],
  { first, after }: Page,
  toEdge: (row: Row) => Edge,
): { edges: Edge[]; pageInfo: PageInfo } {
  const edges = rows.slice(0, first).map(toEdge);
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
