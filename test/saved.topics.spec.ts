import { SavedTopicStore } from '../src/topics/saved/saved.topic.store.js';
import { incoming } from './support/conversations.js';
import { TestServer } from './support/server.js';

describe('saved topics over GraphQL', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
    await server.analysed(
      Array.from({ length: 24 }, (_, n) =>
        incoming(
          `c-${n}`,
          [
            n % 2
              ? 't: my parents fight every night and yell at me'
              : 't: i feel so alone, i have no friends at school',
          ],
          { startedAt: new Date(Date.UTC(2023, 0, 1 + (n % 20), n)).toISOString() },
        ),
      ),
    );
  });
  afterAll(() => server.close());

  it('shows what a topic is matched against, of groups large enough only', async () => {
    const { data, errors } = await server.graphql(
      'analyst',
      `{ suggestKeyphrases(topic: "family conflict") { phrase concept inTaxonomy similarity texters }
         understandTopic(topic: "family conflict") {
           labels { id name similarity texters }
           phrases { phrase concept inTaxonomy similarity texters meaning wording proposed }
           provenance { engine model prompt degraded } } }`,
    );
    expect(errors).toEqual([]);
    const { labels, phrases, provenance } = data.understandTopic;
    expect(phrases).toMatchObject(data.suggestKeyphrases);
    expect(phrases.length).toBeGreaterThan(0);
    expect(labels).toContainEqual(
      expect.objectContaining({ id: 'relationship.family', similarity: expect.any(Number) }),
    );
    for (const { texters } of [...labels, ...phrases]) expect(texters % 5).toBe(0);
    for (const { concept, proposed } of phrases)
      expect([typeof concept, proposed]).toEqual(['string', false]);
    expect(provenance).toMatchObject({ engine: 'local', prompt: null, degraded: false });
  });

  it('keeps a topic, lets responders judge it, and says how good it is and how it goes', async () => {
    const saved = await server.graphql(
      'analyst',
      `mutation { saveTopic(name: "loneliness", definition: { topic: "having no friends", excludeLabels: ["bully"], filter: { from: "2023-01-01" } }) {
        id owner versions { number topic include exclude includeLabels excludeLabels filter { from labels } savedBy } phrases { phrase texters } newPhrases { phrase }
      } }`,
    );
    expect(saved.errors).toEqual([]);
    const { id, ...topic } = saved.data.saveTopic;
    expect(topic).toMatchObject({
      owner: 'test analyst',
      versions: [
        {
          number: 1,
          topic: 'having no friends',
          includeLabels: [],
          excludeLabels: ['bully'],
          filter: { from: '2023-01-01', labels: null },
        },
      ],
      newPhrases: [],
    });
    expect(topic.phrases.length).toBeGreaterThan(0);
    const drawn = await server.graphql(
      'analyst',
      `mutation { drawTopicSample(topicId: ${id}, size: 9) { id } }`,
    );
    const sample = await server.graphql(
      'responder',
      `{ topicSample(id: ${drawn.data.drawTopicSample.id}) { conversations { isAbout node { id messages { text } } } } }`,
    );
    expect(sample.errors).toEqual([]);
    for (const { node } of sample.data.topicSample.conversations) {
      const isAbout = node.messages.some(({ text }: { text: string }) => text.includes('no friends'));
      const judged = await server.graphql(
        'responder',
        `mutation { judgeConversation(sampleId: ${drawn.data.drawTopicSample.id}, conversationId: "${node.id}", isAbout: ${isAbout}) { version } }`,
      );
      expect(judged.errors).toEqual([]);
    }
    const { data, errors } = await server.graphql(
      'analyst',
      `{ savedTopic(id: ${id}) { quality { judged precision { value low high } } trend(weeks: 4) { from to texters all share { value low high } } }
         compareTopics(one: ${id}, other: ${id}, weeks: 4) { textersOfBoth topics { topic { name } weeks { texters } } }
         savedTopics { name } }`,
    );
    expect(errors).toEqual([]);
    expect(data.savedTopics).toEqual([{ name: 'loneliness' }]);
    expect(data.savedTopic.quality).toMatchObject({ judged: sample.data.topicSample.conversations.length });
    expect(data.savedTopic.quality.precision.value).toBe(1);
    const inAll = data.savedTopic.trend.reduce(
      (sum: number, week: { texters: number }) => sum + week.texters,
      0,
    );
    expect(inAll).toBeGreaterThanOrEqual(5);
    expect(data.compareTopics.textersOfBoth).toBe(10);
  });

  it('shows a topic that was kept before labels could be chosen', async () => {
    const definition = { topic: 'school', include: [], exclude: [], filter: {} };
    const id = await server.application
      .get(SavedTopicStore, { strict: false })
      .add('before', 'test analyst', definition, []);
    const { data, errors } = await server.graphql(
      'analyst',
      `{ savedTopic(id: ${id}) { versions { topic includeLabels excludeLabels } newPhrases { phrase } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.savedTopic.versions).toEqual([{ topic: 'school', includeLabels: [], excludeLabels: [] }]);
  });
});
