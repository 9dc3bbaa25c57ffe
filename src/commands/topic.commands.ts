import type { Span } from '../conversations/conversation.types.js';
import { DatabaseModule } from '../database/database.module.js';
import { proposedLabel } from '../topics/label.proposal.js';
import { ThemeService } from '../topics/theme.service.js';
import { MAX_HITS, TopicSearchService } from '../topics/topic.search.service.js';
import { TopicInputError } from '../topics/topic.input.error.js';
import type { Theme, TopicHit } from '../topics/topic.types.js';
import { TopicsModule } from '../topics/topics.module.js';
import { withModules } from './application.js';
import { processSettings } from './process.settings.js';
import { ExitStatus, UsageError } from './exit.status.js';
import { note, print } from './terminal.js';

/** `keyline search TOPIC`: conversations about a topic, best first. */
export async function search(
  topic: string,
  { limit, json = false }: { limit: string; json?: boolean },
): Promise<ExitStatus> {
  const first = Number(limit);
  if (!Number.isInteger(first) || first < 1 || first > MAX_HITS)
    throw new UsageError(`--limit: expected a whole number from 1 to ${MAX_HITS}`);
  return withModules(processSettings(), [DatabaseModule, TopicsModule], async (application) => {
    const { hits, isComplete } = await application
      .get(TopicSearchService)
      .search({ topic, first })
      .catch((error: unknown) => {
        throw error instanceof TopicInputError ? new UsageError(error.message) : error;
      });
    await print(json ? JSON.stringify(hits.map(hitLine)) : hits.map(hitText).join('\n'));
    if (hits.length === 0) note('No conversation is about it.');
    if (!isComplete) note('The newest conversations of each keyphrase, label and word were ranked, not all.');
    return ExitStatus.ok;
  });
}

/** `keyline themes`: what texters bring that the taxonomy lacks; or one of them as a label to review. */
export async function themes({
  json = false,
  propose,
}: {
  json?: boolean;
  propose?: string;
}): Promise<ExitStatus> {
  const settings = processSettings();
  return withModules(settings, [DatabaseModule, TopicsModule], async (application) => {
    const found = await application.get(ThemeService).themes();
    if (propose !== undefined) {
      const theme = found.find(({ name }) => name === propose);
      if (!theme)
        throw new UsageError('--propose: expected the name of a theme, as `keyline themes` lists it');
      await print(proposedLabel(theme).trimEnd());
      return ExitStatus.ok;
    }
    await print(json ? JSON.stringify(found) : found.map(themeText).join('\n'));
    note(`Counts are of distinct texters, in steps of ${settings.MIN_GROUP_SIZE}.`);
    return ExitStatus.ok;
  });
}

function hitLine({ id, score, keyphrases, labels, matched, matchedLabels, matchedWords }: TopicHit) {
  return {
    id,
    score,
    keyphrases: keyphrases.map(({ text }) => text),
    labels: labels.map((label) => label.id),
    matched,
    matchedLabels,
    matchedWords,
  };
}

function hitText({ id, score, keyphrases, matched, matchedLabels, matchedWords }: TopicHit): string {
  const reasons = [
    ...matched.map(({ text, similarity, evidence }) =>
      told(text, similarity.toFixed(2), ...placesOf(evidence)),
    ),
    ...matchedLabels.map((label) => told(`label ${label.id}`, ...placesOf(label.evidence))),
    ...matchedWords.map((stem) => `word ${stem}`),
  ];
  return [
    `${score.toFixed(3)}  ${id}`,
    `       ${keyphrases.map(({ text }) => text).join('; ')}`,
    `       because of: ${reasons.join(', ') || 'its meaning as a whole'}`,
  ].join('\n');
}

function told(reason: string, ...details: readonly string[]): string {
  return details.length > 0 ? `${reason} (${details.join('; ')})` : reason;
}

/** Which messages something rests on, where it is known; they count from 0. */
function placesOf(evidence: readonly Span[]): string[] {
  const numbers = [...new Set(evidence.map(({ message }) => message))].toSorted((a, b) => a - b);
  return numbers.length > 0 ? [`message ${numbers.join(', ')}`] : [];
}

function themeText({ name, texters, growth, rising, labels, phrases }: Theme): string {
  const { week, weeklyMeanBefore } = growth;
  const told = (count: number | null) => (count === null ? 'few' : String(count));
  return [
    `${String(texters).padStart(5)}+ ${name}`,
    `       this week ${told(week)}, weekly mean before ${told(weeklyMeanBefore)}${rising ? ': rising' : ''}`,
    ...(labels.length > 0 ? [`       beside ${labels.map((label) => label.name).join(', ')}`] : []),
    ...(phrases.length > 0 ? [`       ${phrases.map(({ phrase }) => phrase).join('; ')}`] : []),
  ].join('\n');
}
