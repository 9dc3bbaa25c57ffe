import { DataSource, type Logger } from 'typeorm';
import { EVERYTHING, incoming, INGEST } from './support/conversations.js';
import { TestServer } from './support/server.js';

const CARING = [
  't: hi i cant do this anymore',
  'r: I am glad you reached out. What has been going on?',
  't: i take care of my little brothers every day because mom is sick',
  't: i never sleep and my grades are dropping, so stressed about exams',
  'r: That is a lot to carry.',
  't: sometimes i think about killing myself',
];

describe('GraphQL', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
    await server.analysed([
      incoming('caring', CARING, {
        startedAt: '2023-03-01T10:00:00Z',
        endedAt: '2023-03-01T11:00:00Z',
        texterId: 'texter-caring',
        tags: ['legacy'],
        survey: { ageGroup: '14-17' },
      }),
      ...Array.from({ length: 49 }, (_, n) =>
        incoming(
          `c-${String(n).padStart(2, '0')}`,
          [
            `t: hey number ${n}`,
            'r: Hello, what brings you here?',
            n % 2
              ? 't: my parents fight every night and yell at me'
              : 't: i feel so alone, i have no friends at school',
          ],
          { startedAt: new Date(Date.UTC(2023, 0, 1 + (n % 20), n)).toISOString() },
        ),
      ),
    ]);
  });
  afterAll(() => server.close());

  describe('ingest', () => {
    it('gives each conversation its outcome, in order', async () => {
      const sent = [
        incoming('a', ['t: hi']),
        incoming('b', ['t: hi']),
        incoming('a', ['t: hi']),
        incoming('a', ['t: bye']),
      ];
      sent[1]!.messages[0]!.from = 'bot';
      const { data, errors } = await server.graphql('ingest', INGEST, { conversations: sent });
      expect(errors).toEqual([]);
      expect(data.ingest).toEqual([
        { status: 'accepted', id: 'a', code: null, field: null, reason: null },
        {
          status: 'refused',
          id: 'b',
          code: 'invalid',
          field: 'messages[0].from',
          reason: 'expected "texter" or "responder"',
        },
        { status: 'unchanged', id: 'a', code: null, field: null, reason: null },
        { status: 'refused', id: 'a', code: 'conflict', field: 'id', reason: expect.any(String) },
      ]);
      await server.application.get(DataSource).query(`DELETE FROM conversation WHERE id = 'a'`);
    });
  });

  describe('conversation', () => {
    it('shows all that is said of it, with evidence in the stored text', async () => {
      const { data, errors } = await server.graphql(
        'responder',
        `query ($id: ID!) { conversation(id: $id) { ${EVERYTHING} } }`,
        { id: 'caring' },
      );
      expect(errors).toEqual([]);
      const { messages, labels, keyphrases, ...rest } = data.conversation;
      expect(rest).toMatchObject({
        id: 'caring',
        status: 'ready',
        failure: null,
        language: 'en',
        startedAt: '2023-03-01T10:00:00.000Z',
        endedAt: '2023-03-01T11:00:00.000Z',
        tags: ['legacy'],
        leftOut: [],
        survey: { ageGroup: '14-17', genderIdentity: null, ethnicity: null },
        provenance: { engine: 'local', degraded: false },
      });
      expect(rest.summary).toMatch(/\w/);
      expect(messages.map(({ text }: { text: string }) => text)).toEqual(CARING.map((line) => line.slice(3)));
      expect(labels).toContainEqual(
        expect.objectContaining({
          id: 'suicide.ideation',
          path: [expect.any(String), expect.any(String)],
          risk: true,
          source: 'engine',
        }),
      );
      expect(keyphrases.length).toBeGreaterThan(0);
      for (const { evidence } of [...labels, ...keyphrases])
        for (const { message, start, end } of evidence) {
          expect(messages[message].from).toBe('texter');
          expect(messages[message].text.slice(start, end)).toMatch(/\w/);
        }
    });

    it('says NOT_FOUND where there is none', async () => {
      const { data, errors } = await server.graphql('responder', '{ conversation(id: "nobody") { id } }');
      expect(data).toEqual({ conversation: null });
      expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
    });
  });

  describe('conversations', () => {
    const list = async (args: string, role: 'responder' | 'analyst' = 'responder') => {
      const { data, errors } = await server.graphql(
        role,
        `{ conversations${args} { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id startedAt } } } }`,
      );
      expect(errors).toEqual([]);
      const { edges, ...connection } = data.conversations;
      return { ids: edges.map(({ node }: { node: { id: string } }) => node.id), edges, ...connection };
    };

    it('pages through all of them, newest first, each once', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: { ids: string[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await list(
          `(first: 16${after ? `, after: "${after}"` : ''})`,
        );
        seen.push(...page.ids);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toHaveLength(50);
      expect(new Set(seen).size).toBe(50);
      expect(seen[0]).toBe('caring');
    });

    it('takes 20 where no number is given, and says how many there are', async () => {
      const { ids, totalCount, pageInfo } = await list('');
      expect(ids).toHaveLength(20);
      expect(totalCount).toBe(50);
      expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    });

    it('selects by label with what is under it, days, survey, language, status and review', async () => {
      const selected = async (filter: string) => (await list(`(first: 100, filter: ${filter})`)).ids;
      expect(await selected('{ labels: ["suicide"] }')).toEqual(['caring']);
      expect(await selected('{ labels: ["relationship"] }')).toEqual(
        expect.arrayContaining(['c-01', 'c-03']),
      );
      expect(await selected('{ from: "2023-03-01", to: "2023-03-01" }')).toEqual(['caring']);
      expect(await selected('{ to: "2023-01-01" }')).toEqual(['c-20', 'c-00']);
      expect(await selected('{ survey: { ageGroup: "14-17" } }')).toEqual(['caring']);
      expect(await selected('{ language: "fr" }')).toEqual([]);
      expect(await selected('{ status: failed }')).toEqual([]);
      expect(await selected('{ needsReview: false }')).not.toHaveLength(0);
    });

    it('refuses a label that the taxonomy lacks, a day that is none, and a page out of bounds', async () => {
      const codeOf = async (args: string) => {
        const { errors } = await server.graphql('responder', `{ conversations(${args}) { totalCount } }`);
        return [errors[0]?.extensions.code, errors[0]?.extensions.field];
      };
      expect(await codeOf('filter: { labels: ["nonsense"] }')).toEqual(['BAD_INPUT', 'filter.labels']);
      expect(await codeOf('filter: { from: "2023-02-30" }')).toEqual(['BAD_INPUT', undefined]);
      expect(await codeOf('first: 0')).toEqual(['BAD_INPUT', 'first']);
      expect(await codeOf('first: 101')).toEqual(['BAD_INPUT', 'first']);
      expect(await codeOf('after: "abc"')).toEqual(['BAD_INPUT', 'after']);
    });

    it('tells analysts numbers in steps, and nothing of a small group', async () => {
      expect((await list('(first: 1)', 'analyst')).totalCount).toBe(50);
      expect((await list('(first: 1, filter: { to: "2023-01-03" })', 'responder')).totalCount).toBe(8);
      expect((await list('(first: 1, filter: { to: "2023-01-03" })', 'analyst')).totalCount).toBe(5);
      const small = await list('(filter: { survey: { ageGroup: "14-17" } })', 'analyst');
      expect(small).toMatchObject({ ids: [], totalCount: null });
    });

    it('reads 50 conversations with everything in as many statements as one', async () => {
      const statements = async (first: number) => {
        const seen: string[] = [];
        const source = server.application.get(DataSource);
        const quiet = source.logger;
        source.logger = Object.assign(Object.create(quiet) as Logger, {
          logQuery: (query: string) => seen.push(query),
        });
        try {
          const { data, errors } = await server.graphql(
            'responder',
            `query ($first: Int!) { conversations(first: $first) { totalCount edges { node { ${EVERYTHING} } } } }`,
            { first },
          );
          expect(errors).toEqual([]);
          expect(data.conversations.edges).toHaveLength(first);
        } finally {
          source.logger = quiet;
        }
        return seen;
      };
      // The key, the page, the count, messages, labels, keyphrases.
      expect(await statements(50)).toHaveLength(6);
      expect(await statements(1)).toHaveLength(6);
    });
  });

  describe('taxonomy', () => {
    it('holds all labels, each under its parent', async () => {
      const { data } = await server.graphql(
        'analyst',
        '{ taxonomy { version labels { id name definition counts excludes risk path children { id path } } } }',
      );
      const { version, labels } = data.taxonomy;
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(labels).toHaveLength(19);
      const children = labels.flatMap(({ children: under }: { children: { id: string }[] }) => under);
      expect(children).toHaveLength(20);
      expect(labels[0]).toMatchObject({ id: 'suicide', risk: true, path: [labels[0].name] });
      expect(labels[0].children[0].path).toHaveLength(2);
    });
  });

  describe('topics', () => {
    it('finds conversations about a topic and says why', async () => {
      const { data, errors } = await server.graphql(
        'analyst',
        `{ topicSearch(topic: "thinking about suicide", first: 3) {
          texters suppressed pageInfo { hasNextPage endCursor }
          edges { score cursor matched { text canonical similarity evidence { message start end } } matchedLabels { id evidence { message } } matchedWords node { id keyphrases { text evidence { message start end } } } }
        } }`,
      );
      expect(errors).toEqual([]);
      expect(data.topicSearch.edges[0].node.id).toBe('caring');
      expect(data.topicSearch.edges[0].score).toBeGreaterThan(0);
      const [{ matched, node }] = data.topicSearch.edges;
      for (const { text, evidence } of matched) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(node.keyphrases).toContainEqual({ text, evidence });
      }
      expect(matched.length).toBeGreaterThan(0);
    });

    it('suggests keyphrases and finds themes, of groups large enough only', async () => {
      const { data, errors } = await server.graphql(
        'analyst',
        `{ suggestKeyphrases(topic: "family conflict") { phrase inTaxonomy similarity texters }
           themes(first: 5) { name texters growth { week weeklyMeanBefore change } labels { id name texters } phrases { phrase texters } falseDiscovery rising proposedLabel } }`,
      );
      expect(errors).toEqual([]);
      for (const { texters } of [...data.suggestKeyphrases, ...data.themes]) expect(texters % 5).toBe(0);
      expect(data.suggestKeyphrases.length).toBeGreaterThan(0);
    });

    it('says what is wrong with a question', async () => {
      const { errors } = await server.graphql('analyst', '{ suggestKeyphrases(topic: "!!!") { phrase } }');
      expect(errors[0]).toMatchObject({
        message: 'expected words',
        extensions: { code: 'BAD_INPUT', field: 'topic' },
      });
    });
  });
});
