/** Words that say nothing about a concern when nothing else stands beside them: greetings, assent, thanks, laughter. */
const FILLERS = new Set(
  `a again ah alright and anyone anybody appreciate aw aww awesome bet brb bye cool convo cya day deal
   duh eh eve evening exactly fair fine for free gn good goodbye goodnight gotcha great guess haha hahaha hello hellp help
   helo here hey heya hi hii hiii hm hmm hmmm honestly how i i'll i'm idc idek idk if ill im is it it's its just k kay
   kinda kk later like listening lmao lmfao lol lot maybe me mhm morning much my nah night nice no nope not now nvm of oh
   ok okay okk okok omg one person please pls plz real really right same see sent sir so some someone somebody sorry
   start stop still sup sure talk texting text thank thanks thankyou that that's thats the there this tho thx ty tysm
   u uh uhh um umm understand want was welcome well what whats what's wow wsp ya yah yay yea yeah yeahh yep yes
   yo you your yup
   accord allo allô au aurevoir aussi ben bien bon bonjour bonne bonsoir bye c'est cava ca ça ces cest chu coucou
   d'accord daccord dac de désolé désolée désole et exactement fak genre good haha hen hey je jsais jsp là la le
   merci mci moi mdr merciii mouais nan non nuit oh ok ouais oui ouin pantoute parfait parler pas peut peut-être
   peutêtre ptetre quelqu'un rien sais sait salut sorry stp super svp toi tout tu un une va vais vous vrai vraiment`.split(
    /\s+/,
  ),
);

/** Words of the list above that alone carry a message's point, so that a text made of them only is no filler. */
const TELLING = /\bhelp me\b|\bnot (?:ok|okay|fine|good|great)\b|\bpas bien\b|(?<!\p{L})[çc]a va pas\b/u;

/**
 * Whether a text, normalised, says nothing about a concern: `hi`, `ok thank you`, `idk`, `is this a real
 * person`, `oui`.
 */
export function isFiller(text: string): boolean {
  const words = text.match(/[\p{L}\d'’-]+/gu) ?? [];
  if (words.length > 8) return false;
  return words.every((word) => FILLERS.has(word)) && !TELLING.test(text);
}
