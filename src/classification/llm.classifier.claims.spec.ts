import { Logger } from '@nestjs/common';
import { claim, finding, warnings } from '../../test/support/llm.claims.js';
import { llmOn } from '../../test/support/llm.engine.js';
import { LlmServer, value } from '../../test/support/llm.server.js';
import { smallTaxonomy } from '../../test/support/small-taxonomy.js';
import { chat } from '../../test/support/transcripts.js';
import type { LabelScore } from './classification.types.js';
import { LlmClassifier } from './llm.classifier.js';

const transcript = chat(['t: i fight with my dad every night', 't: sometimes i wanna die']);
const quarrel = { message: 0, start: 0, end: 31 };
const ideation: LabelScore = {
  id: 'suicide.ideation',
  score: 0.8,
  evidence: [{ message: 1, start: 10, end: 21 }],
};
const family = claim('relationship.family', 0.9, 'i fight with my dad every night');
const dying = claim('suicide.ideation', 0.7, 'i wanna die');

describe('what the model claims and cannot show', () => {
  let server: LlmServer;

  const classify = async (local = finding([ideation])) =>
    new LlmClassifier(local, await llmOn(server), smallTaxonomy).classify(transcript);
  const answer = (...labels: unknown[]) => server.answer(value({ labels }));

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    server = await LlmServer.start();
  });
  afterEach(() => server.stop());

  it('keeps the local engine’s finding of a label that the model claims and cannot show', async () => {
    answer(dying, claim('relationship.family', 0.9, 'my dad beats me'));
    const local = finding([ideation, { id: 'relationship.family', score: 0.8, evidence: [quarrel] }]);
    const result = await classify(local);
    expect(result.labels).toContainEqual({ id: 'relationship.family', score: 0.8, evidence: [quarrel] });
    expect(result.provenance.degraded).toBe(false);
  });

  it('finds nothing where the model finds nothing, also where it says so label by label', async () => {
    answer(...smallTaxonomy.labels.map(({ id }) => claim(id, 0)));
    const result = await classify(finding([]));
    expect(result).toMatchObject({ labels: [], needsReview: [], provenance: { degraded: false } });
    expect(Object.values(result.rejected!)).toEqual(Array(6).fill(0));
  });

  it.each([
    ['in percent', [claim('self_harm', 92, 'i wanna die')]],
    ['with no quote at all', [claim('self_harm', 0.9)]],
    ['twice, and only then by a score', [claim('self_harm', 0.1, 'my dad'), claim('self_harm', 0.9, 'die')]],
  ])('asks for a person when a risk label is claimed %s', async (_, claims) => {
    answer(family, ...claims);
    const result = await classify(finding([]));
    expect(result.needsReview).toEqual(['risk_disagreement']);
    expect(Object.values(result.rejected!).some((count) => count > 0)).toBe(true);
  });

  describe('when nothing that the model claims holds', () => {
    const worry: LabelScore = { id: 'third_party', score: 0.95, evidence: [quarrel] };
    const claims = [
      claim('suicide.ideation', 92, 'i wanna die'),
      claim('depression', 0.9, 'i wanna die'),
      claim('third_party', 0.9, 'not said'),
    ];

    it('gives the local result, degraded, and asks for a person about the risk it claims', async () => {
      answer(...claims);
      const local = await finding([worry], ['low_confidence']).classify(transcript);
      const result = await classify(finding([worry], ['low_confidence']));
      expect(result).toMatchObject({
        labels: local.labels,
        scores: local.scores,
        needsReview: ['risk_disagreement', 'low_confidence'],
        rejected: { bad_score: 1, not_said: 1 },
        provenance: { ...local.provenance, degraded: true, reason: 'nothing_shown' },
      });
    });

    it('takes a label that does not exist for a claim, too', async () => {
      answer(claim('depression', 0.9, 'i wanna die'));
      expect((await classify(finding([worry]))).provenance).toMatchObject({
        engine: 'local',
        degraded: true,
      });
    });

    it('logs how much was rejected and why, and nothing of what was claimed', async () => {
      const lines = await warnings(async () => {
        answer(...claims);
        await classify(finding([worry]));
        answer(family, dying, claim('self_harm', 0.9, 'i cut my arms'));
        await classify();
      });
      expect(lines).toEqual([
        'Rejected of the model’s classification: unknown_label 1, bad_score 1, not_said 1; nothing is left of it, and the local engine classified instead',
        'Rejected of the model’s classification: not_said 1',
      ]);
    });
  });
});
