import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers, scalars } from './resolvers.js';

const HEADING = '# Made from the code by `npm run schema`. A test fails when the two differ.\n\n';

/** The schema as the code has it, in GraphQL's own language: what stands in `schema.graphql`. */
export async function schemaText(): Promise<string> {
  const application = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
  });
  const schema = await application.get(GraphQLSchemaFactory).create([...resolvers], [...scalars]);
  await application.close();
  return `${HEADING}${printSchema(lexicographicSortSchema(schema))}\n`;
}
