import { z } from 'zod';
import { FileError } from '../../config/file.error.js';
import { YamlFile } from '../../config/yaml.file.js';

const mappingSchema = z.record(
  z.string(),
  z.array(z.string({ error: 'expected label ids: write one a line, each after "- "' }), {
    error: 'expected a list of label ids: write [] to ignore the tag',
  }),
  { error: 'expected a map from tags to lists of label ids' },
);

/** What an organisation's own tags mean: each the labels that it stands for; none where it is to be ignored. */
export class TagMapping {
  private constructor(private readonly labels: ReadonlyMap<string, readonly string[]>) {}

  /**
   * Reads a YAML map such as `self-injury: [self_harm]`.
   * @param isLabel whether the taxonomy has an id
   * @throws FileError every fault found, by line
   */
  static async read(path: string, isLabel: (id: string) => boolean): Promise<TagMapping> {
    const file = await YamlFile.read(path, 'correct --map');
    const faults: string[] = [];
    const content = file.parse(mappingSchema, faults) ?? {};
    for (const [tag, ids] of Object.entries(content))
      ids.forEach((id, index) => {
        if (!isLabel(id))
          faults.push(
            file.fault([tag, index], `${id} is no label of the taxonomy: write one of its ids, or remove it`),
          );
      });
    const [first, ...rest] = faults;
    if (first !== undefined) throw new FileError([first, ...rest]);
    return new TagMapping(new Map(Object.entries(content).map(([tag, ids]) => [comparable(tag), ids])));
  }

  /** The labels that tags stand for, and the places of those that the mapping lacks. */
  labelsOf(tags: readonly string[]): { labels: string[]; unknown: number[] } {
    const labels = new Set<string>();
    const unknown: number[] = [];
    tags.forEach((tag, index) => {
      const ids = this.labels.get(comparable(tag));
      if (ids) for (const id of ids) labels.add(id);
      else unknown.push(index);
    });
    return { labels: [...labels], unknown };
  }
}

/** Tags are the same whatever their case and outer space. */
function comparable(tag: string): string {
  return tag.normalize('NFC').trim().toLowerCase();
}
