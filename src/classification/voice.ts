const PEOPLE = String.raw`(?:friends?|bestie|bff|bf|gf|boyfriend|girlfriend|ex|sisters?|brothers?|sis|bro|siblings?|twin|cousins?|mom|mum|mother|dad|father|parents?|aunt|uncle|grandma|grandpa|grandmother|grandfather|roommate|classmate|partner|husband|wife|sons?|daughters?|kids?|child|children|niece|nephew|girl|guy|boy|student|teacher|coworker|neighbou?r|crush|amie?s?|bestah|chum|blonde|copain|copine|soeurs?|sœurs?|fr[eè]res?|cousine|m[eè]re|p[eè]re|maman|papa|oncle|tante|coloc|fils|fille|gars|conjointe?|[eé]l[eè]ve)`;

/** Subjects in the order they come: the texter, or somebody else. */
const SUBJECTS = new RegExp(
  [
    String.raw`(?<self>(?<![\p{L}])(?:i|i'?m|i'?ve|i'?d|i'?ll|im|me|we|je|j|jsuis|chui|moi|m|nous)(?![\p{L}]))`,
    String.raw`(?<other>(?<![\p{L}])(?:my|a|an|our|his|her|their|this|one of my|ma|mon|mes|une?|sa|son|ses|la|le) (?:[\p{L}']+ ){0,2}?${PEOPLE}(?:'?s)?(?![\p{L}])|(?<![\p{L}])(?:he|she|they|he'?s|she'?s|hes|they'?re|theyre|he'?ll|she'?ll|him|them|someone|somebody|elles?|ils?|lui|quelqu'un)(?![\p{L}]))`,
  ].join('|'),
  'gu',
);

/** Words inside a cue's match that make it the texter's own. */
const OWN = /(?<![\p{L}])(?:i|i'?m|i'?ve|im|my|myself|me|je|j|m|moi|mes|mon|ma)(?![\p{L}])/u;

/** What somebody else said of themselves, though it says `i`. */
const QUOTED = new RegExp(
  String.raw`(?:he|she|they|${PEOPLE}) (?:just )?(?:said|says|keeps saying|texted|posted|wrote|goes|is like|was like|dit|m'a dit|a dit)(?: me| to me| that| que)?[ :,]*["«]\s*[^"»]*$`,
  'u',
);

/** Whom a stretch of a sentence is about. */
export type Voice = 'self' | 'other';

/**
 * Whom a normalised sentence speaks of between `start` and `end`: `my friend wants to die` is about another,
 * `my mom makes me want to die` and `i told my mom i want to die` are about the texter. Without any subject
 * it is the texter.
 */
export function voiceOf(sentence: string, start: number, end: number): Voice {
  const before = sentence.slice(0, start);
  if (QUOTED.test(before)) return 'other';
  if (OWN.test(sentence.slice(start, end))) return 'self';
  let voice: Voice = 'self';
  for (const match of before.matchAll(SUBJECTS)) voice = match.groups?.other ? 'other' : 'self';
  return voice;
}

/** Danger to life or limb, said of another: present or looming, for the dead are mourned, not at risk. */
const DANGER = new RegExp(
  [
    String.raw`suicidal|suicidaire`,
    String.raw`(?:kill(?:ing)?|hurt(?:s|ing)?|harm(?:s|ing)?|cut(?:s|ting)?|burn(?:s|ing)?|starv(?:es?|ing)) (?:him|her|them|their)sel(?:f|ves)`,
    String.raw`(?:want(?:s|ed)?(?: to)?|wanna|going to|gonna|tr(?:ies|ied|ying) to|threaten(?:s|ed|ing)? to) (?:die|end it|overdose|disappear|commit|end (?:his|her|their) life)`,
    String.raw`(?:attempt(?:s|ed|ing)?|commit(?:ting)?|thoughts? of|thinking (?:of|about)|talk(?:s|ing)? about|threaten(?:s|ed|ing)?) (?:suicide|dying|killing|ending)`,
    String.raw`overdos(?:e|ed|ing)|self ?-?harm(?:s|ing)?|said goodbye|(?:do|doing) something (?:stupid|bad|to (?:him|her|them)sel)`,
    String.raw`(?:veut|veux|voulait|voudrait) (?:mourir|se tuer|en finir|se suicider)|s'enlever la vie|se (?:mutile|coupe|suicider|fait du mal)|s'automutile`,
    String.raw`(?:is|being|gets?|getting|been) (?:abused|groomed|raped|beaten|beat up|molested|assaulted|blackmailed)`,
  ].join('|'),
  'gu',
);

/** The stretches of a normalised sentence that say somebody else is in danger. */
export function dangerToOther(sentence: string): boolean {
  for (const match of sentence.matchAll(DANGER))
    if (voiceOf(sentence, match.index, match.index + match[0].length) === 'other') return true;
  return false;
}
