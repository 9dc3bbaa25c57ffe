import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../src/config/paths.js';

/** A topic in plain words, with the conversations that are about it. */
export interface TopicQuery {
  topic: string;
  /** Figures of one group are told as their mean. */
  group: string;
  relevant: ReadonlySet<string>;
}

/** Conversations with topics to find among them. */
export interface RetrievalSet {
  name: string;
  /** As they are ingested. */
  lines: unknown[];
  conversations: { id: string; text: string }[];
  queries: TopicQuery[];
}

const conversationSchema = z.object({
  id: z.string(),
  messages: z.array(z.object({ from: z.string().default('texter'), text: z.string() })),
});
const invented = ['en.jsonl', 'fr-and-edge.jsonl', 'labelled/read.jsonl', 'labelled/unread.jsonl'];
const inventedSchema = conversationSchema.extend({
  gold: z.array(z.string()).default([]),
  themes: z.array(z.string()).default([]),
});
const wordings = z.record(z.string(), z.array(z.string()));

/** The invented conversations of `samples/`, with `retrieval.topics.yaml`: a group is a label or a theme. */
export function samplesSet(): RetrievalSet {
  const lines = invented.flatMap((file) => linesOf(join(packageRoot, 'samples', file)));
  const read = lines.map((line) => inventedSchema.parse(line));
  const topics = z
    .object({ labels: wordings, themes: wordings })
    .parse(parse(readFileSync(join(packageRoot, 'bench', 'retrieval.topics.yaml'), 'utf8')));
  const queriesOf = (groups: Record<string, string[]>, of: 'gold' | 'themes') =>
    Object.entries(groups).flatMap(([group, list]) => {
      const relevant = new Set(read.filter((each) => each[of].includes(group)).map(({ id }) => id));
      return list.map((topic) => ({ topic, group, relevant }));
    });
  return {
    name: 'samples',
    lines,
    conversations: read.map(textOf),
    queries: [...queriesOf(topics.labels, 'gold'), ...queriesOf(topics.themes, 'themes')],
  };
}

const postSchema = conversationSchema.extend({ topic: z.string() });
const queriesSchema = z.object({
  queries: z.array(z.object({ topic: z.string(), relevant: z.array(z.string()) })),
});

/** A folder with `counselchat-dev.jsonl` and `topics.json`: a group is a topic. */
export function folderSet(folder: string): RetrievalSet {
  const lines = linesOf(join(folder, 'counselchat-dev.jsonl'));
  const posts = lines.map((line) => postSchema.parse(line));
  const { queries } = queriesSchema.parse(JSON.parse(readFileSync(join(folder, 'topics.json'), 'utf8')));
  return {
    name: 'folder',
    lines,
    conversations: posts.map(textOf),
    queries: queries.map(({ topic, relevant }) => ({
      topic,
      group: topic,
      relevant: new Set(posts.filter((post) => relevant.includes(post.topic)).map(({ id }) => id)),
    })),
  };
}

function linesOf(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function textOf({ id, messages }: z.infer<typeof conversationSchema>): { id: string; text: string } {
  const own = messages.filter(({ from }) => from === 'texter').map(({ text }) => text);
  return { id, text: own.join('\n') };
}
