import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { PublicError } from '../operations/public.error.js';

/** Fields within fields: twice what the deepest useful query of the schema needs. */
export const MAX_DEPTH = 12;

/** Room for 100 conversations with everything in them; a field costs 1, a page's fields once for each row. */
export const MAX_COST = 10_000;

/** Tokens in the text of a query: data belongs into variables, which have no such limit. */
export const MAX_TOKENS = 20_000;

/** What an operation that looks through many conversations costs, whatever it asks of the result. */
export const HEAVY_COST = 500;

/**
 * How deep the fields of a query's operations nest. Introspection, which clients ask deeply, counts as a leaf.
 * Each fragment is measured once, so that fragments that spread one another cannot take long.
 */
export function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const measured = new Map<FragmentDefinitionNode, number>();
  const fragmentDepth = (name: string): number => {
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    const known = measured.get(fragment);
    if (known !== undefined) return known;
    const depth = selectionDepth(fragment.selectionSet);
    measured.set(fragment, depth);
    return depth;
  };
  const selectionDepth = ({ selections }: SelectionSetNode): number =>
    Math.max(
      ...selections.map((selection) => {
        switch (selection.kind) {
          case Kind.FIELD:
            if (selection.name.value.startsWith('__')) return 1;
            return 1 + (selection.selectionSet ? selectionDepth(selection.selectionSet) : 0);
          case Kind.INLINE_FRAGMENT:
            return selectionDepth(selection.selectionSet);
          case Kind.FRAGMENT_SPREAD:
            return fragmentDepth(selection.name.value);
        }
      }),
    );
  return Math.max(
    0,
    ...document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? selectionDepth(definition.selectionSet) : 0,
    ),
  );
}

/**
 * What running one operation costs: see `MAX_COST`. The document and the variables must have passed validation.
 * @param operationName null for the only operation of the document
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): number {
  return getComplexity({
    schema,
    query: document,
    operationName: operationName ?? undefined,
    variables,
    estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
  });
}

/** @throws PublicError TOO_COMPLEX for a query that is too deep or too costly to run */
export function checkLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): void {
  const depth = depthOf(document);
  if (depth > MAX_DEPTH)
    throw tooComplex(`The query nests ${depth} fields deep: expected at most ${MAX_DEPTH}`);
  const cost = measuredCost(schema, document, operationName, variables);
  if (cost > MAX_COST)
    throw tooComplex(`The query costs ${cost}: expected at most ${MAX_COST}; ask for fewer or smaller pages`);
}

function measuredCost(...parameters: Parameters<typeof costOf>): number {
  try {
    return costOf(...parameters);
  } catch {
    // Fragments that spread one another many times over: the library gives up counting.
    throw tooComplex('The query selects too many fields');
  }
}

function tooComplex(message: string): PublicError {
  return new PublicError('TOO_COMPLEX', message);
}
