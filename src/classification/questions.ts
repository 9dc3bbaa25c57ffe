/** A responder's question about the texter's safety, and the label that a yes speaks for. */
interface Question {
  label: string;
  pattern: RegExp;
  /** Whether it asks about suicide only where suicide was agreed to before: `is it close to you?`. */
  follows?: true;
}

/** In the order of their gravity where a question asks for several: the first is the one to look at. */
export const QUESTIONS: readonly Question[] = [
  {
    label: 'suicide.ideation',
    pattern:
      /\bsuicid|\bkill(?:ing)? (?:your ?self|u?r ?self)|\bend(?:ing)? (?:your (?:own )?life|it all|things)|\btak(?:e|ing) your (?:own )?life|\bwant(?:ing|ed)? to (?:die|be dead|end it)\b|\bthoughts? (?:of|about) (?:dying|death|ending)|\bthinking (?:of|about) (?:dying|death|ending)|\bnot want(?:ing)? to (?:live|be (?:alive|here)|wake up)|\bdon'?t want to (?:live|be (?:alive|here)|wake up)|\bbetter off (?:dead|without you)|\bhow are (?:the|those|your) (?:\w+ )?thoughts\b|t'enlever la vie|\bte (?:suicider|tuer)|\b(?:envie|pens\p{L}+(?:-tu)?|veux(?:-tu)?|voudrais) (?:de |à )?(?:mourir|la mort)|\bidées noires|\ben finir\b|\bmettre fin à (?:ta vie|tes jours)/u,
  },
  {
    label: 'suicide.plan_or_means',
    pattern:
      /\bplan(?:ning|ned|s)? (?:to|on|for) (?:kill|end|die|dying|suicide|killing|ending|tak|how|when|doing it)|\bhave (?:you got |got )?a plan\b(?! (?:for (?:tonight|tomorrow|today)|to (?:stay|keep)))|\bwhat you(?:'d| would| were going to) use\b|\bhow you(?:'d| would) (?:do it|kill|end)|\bmeans (?:to|nearby|with you)|\b(?:day|date|time|place|way|enough \w+) to (?:end (?:your life|it)|die|kill yourself)|\bthought (?:about|of) how\b|\b(?:as-tu|t'as) (?:un plan|décidé|pensé à comment|choisi)|\bcomment tu (?:le )?ferais/u,
  },
  {
    label: 'suicide.plan_or_means',
    follows: true,
    pattern:
      /\b(?:a|any) (?:way|plan|method|time|date|day) (?:in mind|picked|planned)|\bdecided (?:how|when|where)|\b(?:something|anything) (?:you can get to|near ?by|with you|you(?:'d| would) use)|\b(?:is|are) (?:it|that|they|the (?:pills|meds|rope|knife|gun|blade|box|bottle)\w*) (?:\w+ )?(?:near|close|with|in reach|within reach|beside|next to|there with)|\bdo you have (?:it|them|those|the (?:pills|meds|rope|knife|gun|blade))\b|\baccess to\b|\bis it (?:planned )?(?:for )?(?:tonight|today)\b|\bwhen (?:are|were|would|will|do) you\b|\bquand (?:est-ce que )?(?:tu|le)\b|\b(?:prévu|planifié)|\bmoyen\b|\b(?:près de|proche de|avec|à côté de) toi\b/u,
  },
  {
    label: 'suicide.attempt',
    pattern:
      /\b(?:tried|attempt(?:ed)?|taken|done) (?:\w+ ){0,4}(?:suicide|to (?:kill|end|die)|kill yourself|end your life)|\bsuicide attempts?\b|\bfait une tentative|\bdéjà (?:essayé|tenté)/u,
  },
  {
    label: 'suicide.attempt',
    follows: true,
    pattern:
      /\b(?:have|did) you (?:ever |already )?(?:(?:tried|try|attempt(?:ed)?)(?: (?:it|this|that|before|already|tonight|today|in the past))*\?|(?:taken?|swallow(?:ed)?) (?:any(?:thing)?|something|some|them|it|the|those)\b|acted on)|\bdone anything (?:yet|already|to yourself|tonight)|\bdéjà (?:pris|fait) quelque chose/u,
  },
  {
    label: 'self_harm',
    pattern:
      /\b(?:hurt(?:ing)?|harm(?:ing|ed)?|cut(?:ting)?|burn(?:ing|ed)?|injur(?:e|ing|ed)) your ?self|\bself[ -]?(?:harm|injur)|\burges? to (?:cut|hurt|harm|burn)|\bte (?:faire|fais)(?:-tu)? du mal|\b(?:te|t'es) (?:encore |déjà )?(?:couper|coupes|coupée?|mutiler|mutiles|mutilée?|blesser|blessée?|brûler|brûlée?)(?![\p{L}])|\bt'automutil/u,
  },
  {
    label: 'abuse_physical',
    pattern:
      /\b(?:has|have|does|do|did|is|are) (?:he|she|they|your \w+|anyone|someone|anybody)(?: there| at home)? (?:ever |also )?(?:hit(?:ting)?|slap(?:ped|ping)?|punch(?:ed)?|beat(?:en|ing)?|push(?:ed|ing)?|kick(?:ed)?|chok(?:e|ed)|physically hurt|hurt(?:ing)?) you\b(?!r feelings)|\b(?:get|got|been|being) (?:hit|beaten|slapped) (?:at home|by)|\b(?:t'a|t'ont)(?:-t-il|-t-elle)? (?:déjà )?(?:frapp|batt|pouss|gifl)\p{L}+|\b(?:te|il te|elle te) (?:frappe|bat|tape)\p{L}*/u,
  },
  {
    label: 'abuse_sexual',
    pattern:
      /\b(?:touch(?:ed|es|ing)?) (?:you|your body)\b|\b(?:did|has|does|is|was) (?:he|she|they|someone|anyone|somebody|your \w+) (?:ever |also )?(?:touch(?:ed|ing)?|force[sd]?|do(?:ne|ing)? (?:something|anything|things)(?: sexual)?(?: to)?) you\b|\bsexually (?:abus|assault)|\bsexual (?:abuse|assault|things)|\bforced you\b|\bagress(?:ée?|ion) sexuel|\bt'(?:a|ont)(?:-t-il|-t-elle)? (?:déjà )?(?:touch|forc|viol)\p{L}+|\bte touche/u,
  },
  {
    label: 'abuse_sexual.online_exploitation',
    pattern:
      /\b(?:asked|asking|asks|ask) you (?:for|to send) (?:\w+ ){0,3}(?:nudes?|pictures|pics|photos)|\b(?:threaten(?:ed|ing|s)?|going) to (?:post|share|send|leak) (?:\w+ ){0,3}(?:nudes?|pictures|pics|photos|images|videos?)|\bdemande (?:\p{L}+ ){0,2}(?:photos|images|nudes)/u,
  },
];

/** A question about somebody else is not answered for the texter. */
const ABOUT_OTHERS =
  /\b(?:your|ton|ta) (?:friend|sister|brother|mom|dad|boyfriend|girlfriend|partner|amie?|soeur|frère)\b|\b(?:is|does|has|did) (?:he|she|they)\b/u;

/** Asked for safety rather than danger, a yes is good news: `are you safe, no thoughts of hurting yourself?`. */
const ASKS_FOR_SAFETY =
  /\b(?:no|without|free of|free from) (?:\w+ )?(?:thoughts?|urges?|plans?|idea)\b|\bsafe from\b|\b(?:can|could|will|would) you (?:\w+ ){0,2}(?:promise|stay safe|keep yourself safe|agree|put|move|give|hand|call|tell(?! me))\b|\bpas (?:d'idées|envie)\b|\b(?:peux-tu|pourrais-tu|peux tu) /u;

/** The labels that a yes to a responder's question speaks for, the gravest first. */
export function asksFor(question: string, suicideAgreed: boolean): string[] {
  if (question === '' || ASKS_FOR_SAFETY.test(question)) return [];
  const asked = QUESTIONS.filter(
    ({ label, pattern, follows }) =>
      (!follows || suicideAgreed) &&
      (label.startsWith('abuse') || !ABOUT_OTHERS.test(question)) &&
      pattern.test(question),
  );
  return [...new Set(asked.map(({ label }) => label))];
}
