import { FileError } from '../../config/file.error.js';
import { YamlFile } from '../../config/yaml.file.js';
import { Organisation } from './organisation.js';
import { organisationSchema } from './organisation.schema.js';

/**
 * Reads the names, places, patterns and allowed words of an organisation.
 * @param path of the file that DEIDENTIFICATION_FILE names
 * @throws FileError every fault found, each a line that names the file, field and remedy, and quotes no entry
 */
export async function readOrganisation(path: string): Promise<Organisation> {
  const file = await YamlFile.read(path, 'correct DEIDENTIFICATION_FILE');
  const faults: string[] = [];
  const content = file.parse(organisationSchema, faults);
  const [first, ...rest] = faults;
  if (content === undefined || first !== undefined)
    throw new FileError([first ?? `${path}: cannot be used`, ...rest]);
  return new Organisation(content);
}
