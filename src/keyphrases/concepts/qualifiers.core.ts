import type { Particular } from './particular.js';

/** What a phrase is about at its core, where the cues and exemplars of its concept reach wider. */
export const CORES: readonly Particular[] = [
  [
    'blackout',
    String.raw`black(?:ed|ing|s)? ?-?outs?|remember\w*|trous? (?:noirs?|de m[ée]moire)|souvien\p{L}*|rappelle`,
  ],
  ['failing a class', String.raw`\p{L}+`, String.raw`session|semester|(?:school|whole|entire) year|ann[ée]e`],
  [
    'learning disability',
    String.raw`learn\w*|dys(?:lex|calc|graph|ortho)\p{L}*|resource (?:room|class)|iep|special ed|reading|numbers|apprentissage|classe sp[ée]ciale`,
  ],
  [
    'hospitalized',
    String.raw`scared|afraid|terrified|worried|lock\w*|wards?|committed|psych\w*|institution\w*|never again|don'?t (?:make|send|call)|peur|intern\p{L}+|enferm\p{L}*`,
  ],
  [
    'doubting friends',
    String.raw`care|cares|(?:likes?|loves?|wants?) me|hates? me|pity|really|secretly|annoy\w*|bother\w*|fake|tired of me|m'aiment|d[ée]range|pour vrai`,
  ],
  [
    'invisible',
    String.raw`invisible|notic\w*|sees? me|over me|ghost|first|exist\w*|there|forgot\w*|remarqu\p{L}+|voit|existe\p{L}*`,
  ],
  [
    'living in foster care',
    String.raw`\p{L}+`,
    String.raw`aged out|(?:was|used to be) in (?:foster )?care|sortie? (?:de placement|du centre)`,
  ],
  [
    'catching covid',
    String.raw`\p{L}+`,
    String.raw`long covid|long ?haul\w*|covid longue|(?:\d+|a|two|few) (?:yrs?|years?|months?) ago|since|never got better|jamais revenue?|printemps|depuis`,
  ],
  [
    'parents (?:invading|refusing)|fights with parents|controlling parents|(?:monitored|favoured|dismissed) by parents',
    String.raw`parents|folks|they|them|both|(?:mom|mum|mother|dad|father) (?:and|&|n) (?:my )?(?:step ?)?(?:mom|mum|mother|dad|father)|ils|eux|yont|vieux`,
  ],
  [
    'feeling alone|se sentir seul',
    String.raw`lonel\w*|(?:feel\w*|felt|so|all|always|completely) alone|on my own|no ?one|nobody|no friends|by myself|isolat\w*|everyone else|invisible|(?:me sens|tellement|toujours|completement) (?:\p{L}+ )?seule?|personne|pas d'amie?s|isol[ée]e?|ennuie`,
  ],
];
