import type { Transcript } from '../conversations/conversation.types.js';
import type { Sentence } from '../conversations/utterances.js';
import type { CueHit } from './cues.js';

/** What a responder calls what they were just told, and the label that it is. */
interface Name {
  label: string;
  pattern: RegExp;
  /** Said of others or of a possibility as often as of the texter. */
  conditional?: true;
  /** Speaks of suicide only where the texter told of it before, be it in a question. */
  follows?: true;
}

const NAMES: readonly Name[] = [
  {
    label: 'abuse_emotional',
    pattern:
      /\b(?:emotional(?:ly)?|psychological(?:ly)?|verbal(?:ly)?|financial(?:ly)?) abus|\bcoercive control|\b(?:pattern|form|kind) of (?:control|abuse|coercion)\b|\b(?:is|'s|be|very|really|so|sounds?) (?:controlling|manipulative)\b|\b(?:violence|abus|contrôle) (?:psychologique|verbale?|émotionnel(?:le)?|coercitif)/u,
  },
  {
    label: 'abuse_physical',
    pattern:
      /\bphysical(?:ly)? (?:abus|violen)|\b(?:hitting|choking|slapping|beating|strangling|punching|kicking|grabbing) (?:you|a (?:child|kid|person|partner)|someone)\b|\b(?:should|deserves?) (?:to |not )?(?:ever )?be (?:hit|beaten|hurt)\b|\bdomestic (?:violence|abuse)|\bstrangulation\b|\bviolence (?:physique|conjugale)|\bte (?:frapper|battre)\b/u,
  },
  {
    label: 'abuse_sexual',
    pattern:
      /\bsexual(?:ly)? (?:abus|assault|violen)|\b(?:is|'s|was|called) rape\b|\b(?:not|isn't|without|wasn't|n't|can't|couldn't) (?:\w+ )?consent\b|\b(?:touched|touching) you (?:like that|that way|there)|\bagression sexuelle(?!\p{L})|\babus sexuel|\bcalacs\b/u,
  },
  {
    label: 'abuse_sexual.online_exploitation',
    pattern:
      /\b(?:sextortion|blackmail(?:ing)?|extortion|grooming)\b|\b(?:chantage|sextorsion)(?!\p{L})|\bneedhelpnow|\bneed help now\b|\bcyberaide|\bcybertip|\btake it down\b|\bsharing (?:\w+ ){0,2}(?:intimate |private |sexual )?(?:images|pictures|photos) (?:without|of (?:you|a minor|someone))/u,
  },
  {
    label: 'suicide.plan_or_means',
    follows: true,
    pattern:
      /\b(?:put|move|lock|give|hand|bring|get rid of|flush|throw|leave|keep)(?: [\w']+){0,6} (?:out of (?:your )?(?:reach|the (?:room|house))|far(?:ther)? away|in another room|in the (?:other room|hall(?:way)?|trunk)|somewhere (?:you can't|else|hard|safe|far|across))\b|\bout of reach\b|\bwithin (?:easy )?reach\b|\bfar from you\b|\bget rid of (?:it|them|the (?:pills|rope))|\b(?:loin de toi|hors de (?:ta )?portée|à portée de main)(?!\p{L})|\bthe day you(?:'ve)? picked\b|\bwhat you(?:'ve)? (?:collected|saved|gathered|stashed)\b/u,
  },
  {
    label: 'suicide.attempt',
    pattern:
      /\b(?:it|that) didn't work\b|\b(?:glad|relieved|grateful|thankful) (?:that )?(?:you(?:'ve)? (?:survived|woke|lived)|it didn't)|\b(?:after|since|about|of) (?:your|that|the|this) (?:suicide )?attempt\b|\bwhat you(?:'ve)? (?:took|swallowed|taken|drank)\b|\bpoison control\b|\bcentre antipoison\b|\bta tentative\b|\bce que tu as (?:pris|avalé)\b/u,
  },
  {
    label: 'suicide.ideation',
    conditional: true,
    pattern:
      /\b(?:thoughts? (?:of|about) (?:suicide|dying|death|ending)|suicidal (?:thoughts|feelings)|thinking (?:about|of) (?:suicide|dying|ending|killing)|want(?:ing|ed)? to die|wish(?:ing|ed)? you (?:were dead|weren't (?:here|alive)|wouldn't wake)|not want(?:ing)? to (?:be (?:here|alive)|wake up|live)|idées suicidaires|pensées suicidaires|envie de mourir|veux mourir)(?!\p{L})/u,
  },
  {
    label: 'self_harm',
    conditional: true,
    pattern:
      /\b(?:self[ -]?harm(?:ing)?|hurting yourself|cutting (?:is|has|was|gives|brings|helps)|the (?:cutting|cuts|blade)(?! (?:you|him|her|them|off|short|back|class)))\b|\b(?:te (?:couper|mutiler)|tes coupures|l'automutilation)(?!\p{L})/u,
  },
];

/** Not of the texter now: `if you ever have thoughts of suicide`, `i'm glad there are no thoughts of suicide`. */
const CONDITIONAL =
  /\b(?:if|whether|ever|any|anyone|when(?:ever)? (?:someone|people)|people|others|ask(?:ing|ed)?|no|not|never|n't|without|glad you'?re not|safe from|don't|aren't|isn't|your (?:friend|sister|brother|gf|bf|girlfriend|boyfriend|mom|dad)|(?:she|he|they|her|his|their|him|them)|si|pas|aucune?|elle|il|jamais|ton amie?|ta (?:soeur|blonde))\b/u;
const DENIES =
  /\b(?:not|isn't|wasn't|never|no) (?:\w+ ){0,2}(?:abuse|abusive|assault|blackmail|grooming|rape)\b/u;

const WEIGHT = 0.6;

/** So much of what was told before belongs to its name. */
const MOST_MORE = 2;

/**
 * What a responder names: texters tell of abuse or of an attempt without its word, and the responder answers with it
 * (`that is emotional abuse`, `i'm glad it didn't work`). It counts as a cue in what the texter had just said, which is
 * its evidence. Questions name nothing: what they get for an answer counts.
 * @param told the cues and the answers that were found
 */
export function named(
  { messages }: Transcript,
  sentences: readonly Sentence[],
  told: readonly CueHit[],
): CueHit[] {
  const hits: CueHit[] = [];
  const suicide = told.filter(
    ({ label, denied, voice }) => label.startsWith('suicide') && !denied && voice === 'self',
  );
  let turn = 0;
  for (const { from, text } of messages) {
    if (from === 'texter') continue;
    const said = sentences.filter((each) => each.turn === turn);
    const sentence = said.find(({ filler }) => !filler) ?? said[0];
    const agreed = suicide.some((hit) => hit.sentence.turn <= turn);
    turn++;
    if (!sentence) continue;
    const more = said.filter((each) => each !== sentence && !each.filler).slice(0, MOST_MORE);
    for (const label of namesIn(text, agreed))
      hits.push({ label, weight: WEIGHT, sentence, more, denied: false, voice: 'self' });
  }
  return hits;
}

function namesIn(text: string, agreed: boolean): string[] {
  const sentences =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[^.!?]+[.!?]*/g) ?? [];
  const statements = sentences.filter((said) => !said.includes('?') && !DENIES.test(said));
  return NAMES.filter(({ pattern, conditional, follows }) =>
    follows
      ? agreed && sentences.some((said) => pattern.test(said))
      : statements.some((said) => pattern.test(said) && !(conditional && CONDITIONAL.test(said))),
  ).map(({ label }) => label);
}
