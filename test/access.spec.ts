import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { roles, type Role } from '../src/access/access.key.entity.js';
import { ALLOWED } from '../src/access/allow.decorator.js';
import { incoming } from './support/conversations.js';
import { TestServer } from './support/server.js';

/** Each operation, and who may use it besides admin. An operation that is missing here fails the test. */
const operations: Record<string, { query: string; allowed: Role[] }> = {
  'Query.conversation': { query: '{ conversation(id: "one") { id } }', allowed: ['responder', 'analyst'] },
  'Query.conversations': { query: '{ conversations { totalCount } }', allowed: ['responder', 'analyst'] },
  'Query.taxonomy': {
    query: '{ taxonomy { version labels { path children { id } } } }',
    allowed: ['responder', 'analyst'],
  },
  'Query.topicSearch': {
    query: '{ topicSearch(topic: "school") { texters } }',
    allowed: ['responder', 'analyst'],
  },
  'Query.suggestKeyphrases': {
    query: '{ suggestKeyphrases(topic: "school") { phrase } }',
    allowed: ['analyst'],
  },
  'Query.understandTopic': {
    query: '{ understandTopic(topic: "school") { phrases { phrase } } }',
    allowed: ['analyst'],
  },
  'Query.savedTopics': { query: '{ savedTopics { name } }', allowed: ['analyst'] },
  'Query.savedTopic': { query: '{ savedTopic(id: 1) { name } }', allowed: ['analyst'] },
  'Query.compareTopics': {
    query: '{ compareTopics(one: 1, other: 2) { textersOfBoth } }',
    allowed: ['analyst'],
  },
  'Query.topicSample': { query: '{ topicSample(id: 1) { id } }', allowed: ['responder', 'analyst'] },
  'Query.themes': { query: '{ themes { name } }', allowed: ['analyst'] },
  'Query.report': { query: '{ report(date: "2023-02-01") { date } }', allowed: ['analyst'] },
  'Mutation.ingest': { query: 'mutation { ingest(conversations: []) { status } }', allowed: ['ingest'] },
  'Mutation.correct': {
    query: 'mutation { correct(conversationId: "nobody", input: {}) { id } }',
    allowed: ['responder'],
  },
  'Mutation.saveTopic': {
    query: 'mutation { saveTopic(name: "", definition: { topic: "school" }) { id } }',
    allowed: ['analyst'],
  },
  'Mutation.changeTopic': {
    query: 'mutation { changeTopic(id: 1, definition: { topic: "school" }) { id } }',
    allowed: ['analyst'],
  },
  'Mutation.deleteTopic': { query: 'mutation { deleteTopic(id: 1) }', allowed: ['analyst'] },
  'Mutation.drawTopicSample': {
    query: 'mutation { drawTopicSample(topicId: 1) { id } }',
    allowed: ['analyst'],
  },
  'Mutation.judgeConversation': {
    query: 'mutation { judgeConversation(sampleId: 1, conversationId: "one", isAbout: true) { id } }',
    allowed: ['responder', 'analyst'],
  },
};

/** Fields of a conversation that hold a texter's words or tell who they are. */
const forResponders = ['messages { text }', 'summary', 'tags', 'leftOut', 'survey { ageGroup }'];

const openRoutes = ['/explorer', '/explorer/options.js', '/health/live', '/health/ready'];

describe('access', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
    await server.analysed([incoming('one', ['t: i hate school so much, i cry every day'])]);
  });
  afterAll(() => server.close());

  const codesOf = async (role: Role | null, query: string) =>
    (await server.graphql(role, query)).errors.map(({ extensions }) => extensions.code);

  it('names every operation of the schema in this test', () => {
    const { schema } = server.application.get(GraphQLSchemaHost);
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
      (type) => (type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []),
    );
    expect(Object.keys(operations).toSorted()).toEqual(fields.toSorted());
  });

  it.each(Object.entries(operations))(
    'lets only whom it should use %s',
    async (_name, { query, allowed }) => {
      expect(await codesOf(null, query)).toEqual(['UNAUTHENTICATED']);
      for (const role of roles) {
        const codes = await codesOf(role, query);
        const permitted = role === 'admin' || allowed.includes(role);
        expect({ role, denied: codes.includes('FORBIDDEN') }).toEqual({ role, denied: !permitted });
      }
    },
  );

  it.each(forResponders)('keeps %s from analysts, and gives them the rest', async (field) => {
    const query = `{ conversation(id: "one") { id ${field} labels { id } } }`;
    const name = field.split(' ')[0]!;
    const { data, errors } = await server.graphql('analyst', query);
    expect(errors).toMatchObject([{ path: ['conversation', name], extensions: { code: 'FORBIDDEN' } }]);
    expect(data.conversation).toMatchObject({ id: 'one', [name]: null });
    expect(await codesOf('responder', query)).toEqual([]);
    expect(await codesOf('admin', query)).toEqual([]);
  });

  it('grants every resolved field and every route one by one, never by default', () => {
    const granted: string[] = [];
    const forgotten: string[] = [];
    for (const module of server.application.get(ModulesContainer).values())
      for (const { metatype } of [...module.providers.values(), ...module.controllers.values()]) {
        if (typeof metatype !== 'function' || !metatype.prototype) continue;
        for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
          const method: unknown = Object.getOwnPropertyDescriptor(metatype.prototype, name)?.value;
          if (typeof method !== 'function' || name === 'constructor') continue;
          const keys: unknown[] = Reflect.getMetadataKeys(method);
          if (
            !keys.some(
              (key) =>
                key === PATH_METADATA ||
                key === 'graphql:resolver_type' ||
                key === 'graphql:resolve_property',
            )
          )
            continue;
          (Reflect.hasMetadata(ALLOWED, method) ? granted : forgotten).push(`${metatype.name}.${name}`);
        }
      }
    expect(forgotten).toEqual([]);
    expect(granted).toEqual(
      expect.arrayContaining([
        'ConversationsController.ingest',
        'ConversationResolver.conversation',
        'ConversationResolver.messages',
        'ConversationConnectionResolver.totalCount',
      ]),
    );
  });

  it.each(openRoutes)('opens %s to anyone', async (route) => {
    expect((await server.http.get(route)).status).toBe(200);
  });

  it('serves an explorer that loads nothing from another host', async () => {
    const { text, headers } = await server.http.get('/explorer');
    const links = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => /^(?:[a-z]+:)?\/\//i.test(link))).toEqual([]);
    for (const link of links.filter((name) => /\.(?:js|css|ico|svg)$/.test(name)))
      expect([link, (await server.http.get(`/explorer/${link}`)).status]).toEqual([link, 200]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    expect((await server.http.get('/explorer/options.js')).text).toContain('/graphql');
    for (const path of ['..%2fpackage.json', 'nothing.js', 'assets'])
      expect([path, (await server.http.get(`/explorer/${path}`)).status]).toEqual([path, 404]);
  });

  it('lets only ingest keys post conversations', async () => {
    const post = (key?: string) => {
      const request = server.http.post('/conversations').set('content-type', 'application/jsonl');
      if (key) request.set('authorization', `Bearer ${key}`);
      return request.send('{}\n');
    };
    expect((await post()).status).toBe(401);
    expect((await post('kl_nobodys')).status).toBe(401);
    for (const role of roles)
      expect({ role, status: (await post(server.key(role))).status }).toEqual({
        role,
        status: role === 'ingest' || role === 'admin' ? 200 : 403,
      });
  });

  it('lets analysts find out nothing about which words stand in a transcript', async () => {
    await server.analysed([
      incoming('wordy', ['t: i feel so alone at school', 't: and the xylophone is gone']),
    ]);
    const asked = async (role: Role) => {
      const query = '{ topicSearch(topic: "xylophone") { edges { score matchedWords node { id } } } }';
      const { data, errors } = await server.graphql(role, query);
      expect(errors).toEqual([]);
      const hits: { score: number; matchedWords: string[] | null; node: { id: string } }[] =
        data.topicSearch.edges;
      return hits.find(({ node }) => node.id === 'wordy');
    };
    const responder = await asked('responder');
    expect(responder?.matchedWords).toEqual(['xylophon']);
    const analyst = await asked('analyst');
    expect(analyst?.matchedWords ?? null).toBeNull();
    expect(analyst?.score ?? 0).toBeLessThan((responder?.score ?? 0) - 0.01);
  });

  it('answers an address that is not there with an error in JSON', async () => {
    const { status, body } = await server.http.get('/nowhere');
    expect(status).toBe(404);
    expect(body).toEqual({ code: 'NOT_FOUND', message: 'There is nothing at this address' });
  });

  it('tells of a database that does not answer, and nothing about it', async () => {
    const source = server.application.get(DataSource);
    const query = source.query.bind(source);
    source.query = () => Promise.reject(new Error('connect ECONNREFUSED db.internal:5432'));
    const { status, text } = await server.http.get('/health/ready');
    source.query = query;
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ status: 'error', error: { database: { status: 'down' } } });
    expect(text).not.toContain('db.internal');
  });
});
