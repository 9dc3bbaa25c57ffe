import type { Entity, Redaction } from '../deidentification.types.js';

/** A finding in one message with the thing that it names, the same for every mention of it. */
export interface Mention {
  start: number;
  end: number;
  entity: Entity;
  recognizer: string;
  identity: string;
}

/** Gives each thing of a conversation its placeholder: `[NAME_1]`, numbered by entity in order of appearance. */
export class Placeholders {
  private readonly byIdentity = new Map<string, string>();
  private readonly counts = new Map<Entity, number>();

  /** @param typed placeholders that stand in the conversation already, whose numbers are left out */
  constructor(private readonly typed: ReadonlySet<string>) {}

  of(entity: Entity, identity: string): string {
    const key = `${entity} ${identity}`;
    const known = this.byIdentity.get(key);
    if (known) return known;
    let count = this.counts.get(entity) ?? 0;
    let placeholder: string;
    do placeholder = `[${entity}_${(count += 1)}]`;
    while (this.typed.has(placeholder));
    this.counts.set(entity, count);
    this.byIdentity.set(key, placeholder);
    return placeholder;
  }

  /**
   * Puts placeholders where mentions stand.
   * @param mentions of this message, in order, none overlapping
   */
  write(
    message: number,
    text: string,
    mentions: readonly Mention[],
  ): { text: string; redactions: Redaction[] } {
    const redactions: Redaction[] = [];
    let written = '';
    let last = 0;
    for (const { start, end, entity, recognizer, identity } of mentions) {
      written += text.slice(last, start);
      const placeholder = this.of(entity, identity);
      redactions.push({
        message,
        start: written.length,
        end: written.length + placeholder.length,
        entity,
        recognizer,
      });
      written += placeholder;
      last = end;
    }
    return { text: written + text.slice(last), redactions };
  }
}
