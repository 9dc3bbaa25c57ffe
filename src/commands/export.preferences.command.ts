import { PreferenceService } from '../corrections/preferences/preference.service.js';
import { PreferencesModule } from '../corrections/preferences/preferences.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { withModules } from './application.js';
import { ExitStatus } from './exit.status.js';
import { processSettings } from './process.settings.js';
import { note, print } from './terminal.js';

/** `keyline export preferences`: what responders preferred to what engines wrote, a JSON line a pair. */
export async function exportPreferences(): Promise<ExitStatus> {
  return withModules(processSettings(), [DatabaseModule, PreferencesModule], async (application) => {
    let written = 0;
    let leftOut = 0;
    for await (const preference of application.get(PreferenceService).preferences()) {
      if (preference) {
        written += 1;
        await print(JSON.stringify(preference));
      } else leftOut += 1;
    }
    note(`${written} written.`);
    if (leftOut > 0) note(`${leftOut} left out, in which today's recognizers find an identifier.`);
    return ExitStatus.ok;
  });
}
