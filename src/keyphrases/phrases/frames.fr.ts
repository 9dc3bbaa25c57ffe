import { type Frame, frames } from './frame.js';
import { Nouns } from './nouns.js';

const MY = String.raw`(?:mon|ma|mes|not(?:re)?|nos) (?:petite? |vieux |vieille )?`;

const TAKEN = new Nouns([
  ['cell|cellulaire|t[eé]l[eé]phone|t[eé]l', 'phone', 'cellulaire', 'du cellulaire'],
  ['ordi|ordinateur|laptop', 'laptop', 'ordinateur', "de l'ordinateur"],
  ['porte', 'bedroom door', 'porte', 'de la porte'],
]);

const EXAMS = new Nouns([
  ['examens?|exam', 'exam', 'examen', ''],
  ['oral|pr[eé]sentation(?: orale)?', 'oral presentation', 'oral', ''],
  ['contr[oô]le|test', 'test', 'test', ''],
]);

/** The facts that French texters state and that the concept bank is too general for. */
export const FRENCH_FRAMES: readonly Frame[] = [
  ...frames(
    [String.raw`${MY}{kin} (?:s'est (?:suicid[eé]e?|enlev[eé]e? la vie|tu[eé]e?))`],
    ({ kin }) => ({ en: `loss of ${kin?.en} to suicide`, fr: `suicide ${kin?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:est|sont|était) (?:morte?s?|d[eé]c[eé]d[eé]e?s?|partie? pour toujours)`,
      String.raw`perdu ${MY}{kin}`,
    ],
    ({ kin }) => ({ en: `loss of ${kin?.en}`, fr: `deuil ${kin?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{pet} (?:est|était) (?:morte?|d[eé]c[eé]d[eé]e?)`,
      String.raw`(?:euthanasier|endormir) ${MY}{pet}`,
    ],
    ({ pet }) => ({ en: `loss of ${pet?.en}`, fr: `mort ${pet?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [String.raw`perdu ${MY}{pet}`],
    ({ pet }) => ({ en: `loss of ${pet?.en}`, fr: `perte ${pet?.frOf}` }),
    { labels: ['grief'] },
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:a|ont|souffre|est atteinte?|se bat|avait)(?: contre| de| d'| eu)?(?: le| la| un| une| du)? ?{illness}`,
    ],
    ({ kin, illness }) => ({ en: `${kin?.en}'s ${illness?.en}`, fr: `${illness?.fr} ${kin?.frOf}` }),
  ),
  ...frames(
    [String.raw`(?:m'a|m'ont|ma|mon|ont) (?:pris|confisqu[eé]|enlev[eé]) (?:mon|ma) {taken}`],
    ({ taken }) => ({ en: `${taken?.en} taken away`, fr: `confiscation ${taken?.frOf}` }),
    { own: { taken: TAKEN } },
  ),
  ...frames(
    [
      String.raw`(?:j'?ai|on a|mon) (?:un |une |mon )?{exam} (?:de |d'|en )?(?:{subject} )?(?:demain|lundi|mardi|mercredi|jeudi|vendredi|dans|la semaine)`,
    ],
    ({ subject, exam }) => ({
      en: `upcoming ${subject ? `${subject.en} ` : ''}${exam?.en}`,
      fr: `${exam?.fr}${subject ? ` de ${subject.fr}` : ''} à venir`,
    }),
    { own: { exam: EXAMS } },
  ),
  ...frames(
    [String.raw`(?:je )?(?:j?coule|j'?ai coul[eé]|poche) (?:mes |mon |en |le cours de )*{subject}`],
    ({ subject }) => ({ en: `failing ${subject?.en}`, fr: `échec en ${subject?.fr}` }),
    { labels: ['anxiety_stress.school'] },
  ),
  ...frames(
    [String.raw`(?:j'?ai|jai|j'|pis) ?(?:l[aâ]ch[eé]|arr[eê]t[eé]) (?:la |le |l'|les )?{activity}`],
    ({ activity }) => ({ en: `quitting ${activity?.en}`, fr: `abandon ${activity?.frOf}` }),
  ),
  ...frames(
    [
      String.raw`${MY}{kin} (?:me |m'a |m')(?:frappe|frapp[eé]|fesse|fess[eé]|bat|pousse|pouss[eé]|gifle|gifl[eé])(?! (?:aux? |[aà] |vers |dans le dos))`,
    ],
    ({ kin }) => ({ en: `being hurt by ${kin?.en}`, fr: `violence physique ${kin?.frOf}` }),
    { labels: ['abuse_physical'], risk: true },
  ),
  ...frames(
    [
      String.raw`(?:chicanes?|chicane|disputes?|engueule|engueul[eé]e?) (?:souvent |tout le temps )?avec ${MY}{kin}`,
    ],
    ({ kin }) => ({ en: `conflict with ${kin?.en}`, fr: `conflit avec ${kin?.fr}` }),
    { labels: ['relationship'] },
  ),
];
