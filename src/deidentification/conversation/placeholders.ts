import type { Entity, ExplainedRedaction, Mention } from '../deidentification.types.js';

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
  write(text: string, mentions: readonly Mention[]): { text: string; redactions: ExplainedRedaction[] } {
    const redactions: ExplainedRedaction[] = [];
    let written = '';
    let last = 0;
    for (const { start, end, identity, ...finding } of mentions) {
      written += text.slice(last, start);
      const placeholder = this.of(finding.entity, identity);
      redactions.push({ ...finding, start: written.length, end: written.length + placeholder.length });
      written += placeholder;
      last = end;
    }
    return { text: written + text.slice(last), redactions };
  }
}
