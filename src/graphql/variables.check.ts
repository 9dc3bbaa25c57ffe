import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { PublicError } from '../operations/public.error.js';

/**
 * Checks an operation's variables as execution is going to, but says what is wrong by place and expected type
 * alone: GraphQL's own messages quote the values, and the values are conversations.
 * @throws PublicError BAD_INPUT for the first value that does not fit
 */
export function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  for (const { variable, type: typeNode, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type)) continue;
    const value = variables[name];
    if (value === undefined) {
      if (isNonNullType(type) && !defaultValue) throw unfit([name], type);
    } else
      coerceInputValue(value, type, (path) => {
        throw misfit(name, path, value, type);
      });
  }
}

/** Describes the place that `path` leads to, by the schema's words and what is there. */
function misfit(
  name: string,
  path: readonly (string | number)[],
  value: unknown,
  type: GraphQLInputType,
): PublicError {
  let here = value;
  let expected = type;
  for (const step of path) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
    expected = typeAt(expected, step);
  }
  return unfit([name, ...path], expected, lacking(here, expected));
}

function typeAt(type: GraphQLInputType, step: string | number): GraphQLInputType {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return bare.ofType;
  const field = isInputObjectType(bare) ? bare.getFields()[step] : undefined;
  return field?.type ?? bare;
}

/** What keeps an object from being of its type: never its own keys, which the caller chose. */
function lacking(value: unknown, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (!isInputObjectType(bare) || typeof value !== 'object' || value === null) return '';
  const missing = Object.values(bare.getFields()).find(
    (field) =>
      isNonNullType(field.type) &&
      field.defaultValue === undefined &&
      Reflect.get(value, field.name) === undefined,
  );
  return missing ? ` with ${missing.name}` : ' and no other fields';
}

function unfit(path: readonly (string | number)[], type: GraphQLInputType, detail = ''): PublicError {
  const place = path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step))
    .join('');
  return new PublicError('BAD_INPUT', `expected ${type.toString()}${detail}`, place);
}
