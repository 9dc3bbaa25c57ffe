import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError } from 'graphql';
import { httpStatusOf, PublicError } from '../operations/public.error.js';
import { formatError } from './format.error.js';
import { checkLimits, MAX_TOKENS } from './query.limits.js';
import { checkVariables } from './variables.check.js';

/** Looks at an operation before it runs. */
const operationChecks: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, operationName, request }) => {
        // Execution itself refuses a name that the document does not have.
        if (operation) {
          const variables = request.variables ?? {};
          refusing(() => {
            checkVariables(schema, operation, variables);
            checkLimits(schema, document, operationName, variables);
          });
        }
        return Promise.resolve();
      },
    }),
};

/** Gives a refusal the HTTP status of a request that did not run. */
function refusing(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    throw new GraphQLError(error.message, {
      originalError: error,
      extensions: { http: { status: httpStatusOf[error.code] } },
    });
  }
}

/** How the GraphQL server behaves, wherever it runs. */
export const apolloOptions = {
  autoSchemaFile: true,
  sortSchema: true,
  graphiql: false,
  introspection: true,
  csrfPrevention: true,
  fieldResolverEnhancers: ['guards', 'filters'],
  includeStacktraceInErrorResponses: false,
  autoTransformHttpErrors: false,
  formatError,
  plugins: [operationChecks],
  // A query may hold a conversation in its literals, so neither it nor its parsed form is kept.
  documentStore: null,
  persistedQueries: false,
  parseOptions: { maxTokens: MAX_TOKENS },
} satisfies ApolloDriverConfig;
