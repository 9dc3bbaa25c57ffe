import { readFile } from 'node:fs/promises';
import { isMap, isNode, isScalar, isSeq, LineCounter, type Document, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { FileError } from './file.error.js';

/** The way from a file's root to a field: `[0, 'cues', 'en', 2, 'pattern']`. */
export type FieldPath = readonly PropertyKey[];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `cues.en[2].pattern` */
function fieldName(path: FieldPath): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/** A YAML file that knows the line of each of its fields, so that a fault can name it. */
export class YamlFile {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  private constructor(
    readonly path: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    const [error] = this.document.errors;
    if (error) this.refuse(error.pos[0], `is not valid YAML: ${oneLine(error.message)}: correct the line`);
    visit(this.document, {
      // `*sigh* not again` without quotes; it would only fail later, without its line.
      Alias: (_, node) =>
        this.refuse(node.range?.[0] ?? 0, 'has a text that starts with *: put it in quotes'),
    });
  }

  /**
   * @param setting what else to do about a file that is not there, such as `set TAXONOMY to another directory`
   * @throws FileError when the file is missing, unreadable or not YAML
   */
  static async read(path: string, setting: string): Promise<YamlFile> {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) throw new FileError([`${path}: cannot be read: create the file, or ${setting}`]);
    return new YamlFile(path, text);
  }

  /** The file's content in the schema's shape, or undefined with the faults added. */
  parse<T>(schema: z.ZodType<T>, faults: string[]): T | undefined {
    const result = schema.safeParse(this.document.toJS());
    if (result.success) return result.data;
    faults.push(...result.error.issues.map(({ path, message }) => this.fault(path, message)));
    return undefined;
  }

  /** One line on what is wrong with a field: `file:line: entry: field: message`. */
  fault(path: FieldPath, message: string): string {
    const entry = typeof path[0] === 'number' ? path[0] : undefined;
    const field = entry === undefined ? path : path.slice(1);
    const parts = [`${this.path}:${this.lineOf(path)}`];
    if (entry !== undefined) parts.push(this.entryName(entry));
    if (field.length > 0) parts.push(fieldName(field));
    return [...parts, oneLine(message)].join(': ');
  }

  private refuse(offset: number, message: string): never {
    throw new FileError([`${this.path}:${this.lines.linePos(offset).line}: ${message}`]);
  }

  private entryName(index: number): string {
    const id = this.document.getIn([index, 'id']);
    return typeof id === 'string' && id !== '' ? id : `entry ${index + 1}`;
  }

  /** The line of a field, or of what should hold it. */
  lineOf(path: FieldPath): number {
    let node: unknown = this.document.contents;
    let offset = 0;
    for (const key of path) {
      const pair = isMap(node)
        ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      const found = isSeq(node) ? node.get(key, true) : pair?.value;
      // A field starts at its key: a list under it may start a line below.
      offset = startOf(pair?.key) ?? startOf(found) ?? offset;
      node = found;
    }
    return this.lines.linePos(offset).line;
  }
}
