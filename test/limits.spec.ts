import { EVERYTHING, incoming, INGEST } from './support/conversations.js';
import { TestServer } from './support/server.js';

describe('limits of GraphQL', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  const codeOf = async (query: string, variables = {}) =>
    (await server.graphql('responder', query, variables)).errors[0]?.extensions.code;

  it('refuses a query that nests too deeply, also through fragments', async () => {
    const nested = (depth: number): string => (depth === 0 ? 'id' : `children { ${nested(depth - 1)} }`);
    expect(await codeOf(`{ taxonomy { labels { ${nested(4)} } } }`)).toBeUndefined();
    expect(await codeOf(`{ taxonomy { labels { ${nested(12)} } } }`)).toBe('TOO_COMPLEX');
    expect(
      await codeOf(
        `{ taxonomy { labels { ...F } } } fragment F on Label { ${'children { '.repeat(6)} ...G ${'}'.repeat(6)} } fragment G on Label { ${nested(6)} }`,
      ),
    ).toBe('TOO_COMPLEX');
  });

  it('refuses a query that would read too much, and lets the largest useful one through', async () => {
    const page = `conversations(first: 100) { edges { node { ${EVERYTHING} } } }`;
    expect(await codeOf(`{ ${page} }`)).toBeUndefined();
    expect(await codeOf(`{ a: ${page} b: ${page} c: ${page} }`)).toBe('TOO_COMPLEX');
    expect(
      await codeOf(
        `query ($n: Int!) { ${Array.from({ length: 60 }, (_, n) => `a${n}: topicSearch(topic: "x", first: $n) { texters }`).join(' ')} }`,
        { n: 100 },
      ),
    ).toBe('TOO_COMPLEX');
  });

  it('refuses fragments that multiply one another at once', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, n) => `fragment F${n} on Label { ...F${n + 1} x${n}: children { ...F${n + 1} } }`,
    ).join(' ');
    expect(await codeOf(`{ taxonomy { labels { ...F0 } } } ${fragments} fragment F30 on Label { id }`)).toBe(
      'TOO_COMPLEX',
    );
  });

  it('refuses a query text of too many words', async () => {
    expect(await codeOf(`{ ${'__typename '.repeat(20_001)} }`)).toBe('TOO_COMPLEX');
  });

  it('refuses what the contract refuses, by field', async () => {
    const long = incoming('long', [`t: ${'x'.repeat(4001)}`]);
    const many = incoming(
      'many',
      Array.from({ length: 10_001 }, () => 't: x'),
    );
    const undated = incoming('undated', ['t: hi'], { startedAt: 'yesterday' });
    const { data } = await server.graphql('ingest', INGEST, {
      conversations: [long, many, undated, incoming('empty', [])],
    });
    expect(
      data.ingest.map(({ status, field }: { status: string; field: string }) => [status, field]),
    ).toEqual([
      ['refused', 'messages[0].text'],
      ['refused', 'messages'],
      ['refused', 'startedAt'],
      ['refused', 'messages'],
    ]);
  });

  it.each([
    ['conversations', 'conversations(filter: { PERIOD }) { totalCount }', 'filter.to'],
    ['topicSearch', 'topicSearch(topic: "family", filter: { PERIOD }) { texters }', 'filter.to'],
    ['themes', 'themes(PERIOD) { name }', 'to'],
  ])('refuses a period that ends before it begins: %s', async (_, query, field) => {
    const answer = async (period: string) =>
      server.graphql('analyst', `{ ${query.replace('PERIOD', period)} }`);
    const { errors } = await answer('from: "2023-02-02", to: "2023-02-01"');
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_INPUT', field }]);
    expect((await answer('from: "2023-02-01", to: "2023-02-01"')).errors).toEqual([]);
  });

  it('refuses a request over 64 MB, clearly', async () => {
    const { status, body } = await server.http
      .post('/graphql')
      .set('authorization', `Bearer ${server.key('ingest')}`)
      .set('content-type', 'application/json')
      .send(`{"query":"{__typename}","variables":{"x":"${'x'.repeat(64 * 1024 * 1024)}"}}`);
    expect(status).toBe(413);
    expect(body).toEqual({
      errors: [
        { message: 'The request is too large: expected at most 64 MB', extensions: { code: 'TOO_LARGE' } },
      ],
    });
  });

  it('reads no more than a question needs of callers who may not send conversations in', async () => {
    const body = `{"query":"{__typename}","variables":{"x":"${'x'.repeat(1024 * 1024)}"}}`;
    const statusOf = async (authorization: string) => {
      const post = server.http.post('/graphql').set('content-type', 'application/json');
      return (await post.set('authorization', authorization).send(body)).status;
    };
    for (const authorization of ['', 'Bearer kl_unknown', `Bearer ${server.key('responder')}`])
      expect(await statusOf(authorization)).toBe(413);
    for (const role of ['ingest', 'admin'] as const)
      expect(await statusOf(`Bearer ${server.key(role)}`)).toBe(200);
  });

  it('answers introspection, and blocks requests that a foreign page could send', async () => {
    const { data } = await server.graphql(null, '{ __schema { queryType { name } } }');
    expect(data.__schema.queryType.name).toBe('Query');
    const { status, body } = await server.http.get('/graphql').query({ query: '{ __typename }' });
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe('BAD_INPUT');
  });
});
