import { registerEnumType } from '@nestjs/graphql';

/**
 * A GraphQL enum whose values are the words of the code and of the file formats, so that each thing has one name
 * everywhere.
 * @param values each value with its description
 */
export function enumOf<T extends string>(name: string, values: Readonly<Record<T, string>>): object {
  const entries: [string, string][] = Object.entries(values);
  const members = Object.fromEntries(entries.map(([value]) => [value, value]));
  registerEnumType(members, {
    name,
    valuesMap: Object.fromEntries(entries.map(([value, description]) => [value, { description }])),
  });
  return members;
}
