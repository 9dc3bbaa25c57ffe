/** Words of French grammar and Quebec chat that are no English words. */
const FRENCH = new Set(
  `ai aime alors aussi aux avec avoir beaucoup bien c'est ca ça ce ces cest c'était chez chu chui comme comment dans
   depuis des du elle elles en encore est et était étais être fait faire faque fais fois ils j'ai j'avais j'en j'me
   jai jamais je jpense jpeux jsais jsuis jveux juste là le les leur lui ma mais mal me mes moi mon même n'ai nous ont
   où parce parents pas pcq peur pis plus pour pourquoi pu qu'est qu'il qu'elle quand que quelqu'un qui rien sais
   ses sont suis sur tout toute trop tu un une va vais veut veux vie vraiment ya école`.split(/\s+/),
);

/** Words of English grammar that are no French words. */
const ENGLISH = new Set(
  `a about am and are because been but can't cant did do don't dont for from get go going had has have he her him his
   how i i'm i've if im in is it it's its ive just know like my never no not of out really she so than that the them
   then they this to too up want was we were what when who why will with would you your`.split(/\s+/),
);

/** Whether a normalised text is French rather than English, by its words of grammar. */
export function isFrench(text: string): boolean {
  let balance = 0;
  for (const word of text.match(/[\p{L}']+/gu) ?? []) {
    if (FRENCH.has(word)) balance++;
    if (ENGLISH.has(word)) balance--;
  }
  return balance > 0;
}
