import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a model is asked. Each has its template in `prompts/`, named `<id>.v<version>.md`. */
const PROMPT_IDS = ['classify', 'keyphrases', 'summary', 'topic'] as const;

export type PromptId = (typeof PROMPT_IDS)[number];

const frontMatterSchema = z.strictObject({
  id: z.enum(PROMPT_IDS),
  version: z.int().positive(),
  schema: z.string().regex(/^[\w-]{1,64}$/),
  hints: z.strictObject({ temperature: z.number().min(0).max(2) }),
});

/** A template that can be filled in. */
export interface PromptTemplate {
  id: PromptId;
  /** Stored with every result that came of it: `classify@1`. */
  reference: string;
  /** What the schema of its answer is called towards the server. */
  schema: string;
  /** What it asks of a model besides. */
  hints: { temperature: number };
  /** @throws PromptError when the template asks for something that the view lacks */
  render(view: object): string;
}

export type Prompts = Readonly<Record<PromptId, PromptTemplate>>;

/** A prompt template cannot be used; the message names the file and what is wrong. */
export class PromptError extends Error {
  override readonly name = 'PromptError';
}

/**
 * Reads and checks the prompt templates of a folder: YAML front matter (`id`, `version`, `schema`, `hints`), then Handlebars,
 * unescaped and strict. Of several versions the highest counts.
 * @throws PromptError
 */
export async function loadPrompts(folder: string): Promise<Prompts> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.md'));
  const read = await Promise.all(files.map((name) => readTemplate(join(folder, name), name)));
  const latest = read.toSorted((a, b) => a.version - b.version);
  const found = new Map(latest.map(({ template }) => [template.id, template]));
  const need = (id: PromptId): PromptTemplate => {
    const template = found.get(id);
    if (!template) throw new PromptError(`${folder}: holds no template ${id}.v1.md: add one`);
    return template;
  };
  return {
    classify: need('classify'),
    keyphrases: need('keyphrases'),
    summary: need('summary'),
    topic: need('topic'),
  };
}

async function readTemplate(
  path: string,
  name: string,
): Promise<{ version: number; template: PromptTemplate }> {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*\S[\s\S]*)$/.exec(await readFile(path, 'utf8'));
  if (!parts)
    throw new PromptError(`${path}: has no front matter between two lines of --- with a text below`);
  const [, head = '', body = ''] = parts;
  const { id, version, schema, hints } = frontMatter(path, head);
  if (name !== `${id}.v${version}.md`)
    throw new PromptError(`${path}: holds version ${version} of ${id}: name it ${id}.v${version}.md`);
  const explain = (error: unknown) =>
    new PromptError(`${path}: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'unusable'}`);
  try {
    Handlebars.parse(body);
  } catch (error) {
    throw explain(error);
  }
  const fill = Handlebars.compile<object>(body, { noEscape: true, strict: true });
  const render = (view: object) => {
    try {
      return fill(view).trim();
    } catch (error) {
      throw explain(error);
    }
  };
  return { version, template: { id, reference: `${id}@${version}`, schema, hints, render } };
}

function frontMatter(path: string, head: string): z.output<typeof frontMatterSchema> {
  let value: unknown;
  try {
    value = parse(head);
  } catch {
    throw new PromptError(`${path}: its front matter is not YAML`);
  }
  const parsed = frontMatterSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: key, message }) => [...key, message].join(': '));
  throw new PromptError(`${path}: front matter: ${faults.join('; ')}`);
}
