import { once } from '../operations/once.js';
import { PatternIndex } from '../taxonomy/pattern.index.js';

/**
 * Figures of speech and everyday accidents that sound like danger: what a pattern takes in is not meant as the
 * families' cues would have it. A pattern holds the innocent words themselves (`beats me at chess`), never a mere
 * mood such as `lol`, which texters in danger write, too. For normalised texts without accents.
 */
const FIGURES: readonly { families: readonly string[]; pattern: RegExp }[] = [
  {
    families: ['suicide'],
    pattern:
      /\bsuicide squad\b|\bdisparaitre (?:en vacances|dans un livre)\b|\bdead (?:center|centre|on|tired|last|serious)\b|\b(?:academic|social|career) suicide\b|\b(?:exam|test|class|course|cours|examen)s?(?: \w+){0,2} (?:is|was|was like|c'?est|cest) (?:du )?suicide\b|\bsuicide prevention (?:week|day|month|class|project)\b|\bprevention du suicide\b|\bsuicider? socialement\b/gu,
  },
  {
    families: ['suicide', 'self_harm', 'abuse_physical'],
    pattern:
      /\b(?:mom|mum|dad|parents|teacher|sister|brother|mere|pere|maman|papa)(?: is| are|s)? (?:gonna|going to|will|va|vont|would) (?:kill me|me tuer) (?:when|if|for|over|quand|si|qd)\b[^.!?]*\b(?:marks?|grades?|notes?|report card|bulletin|room|chambre|mess|late|retard|phone|cell|dishes|vaisselle)\b/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:want to|wanna|gonna|going to) die (?:my|her|his) hair\b|\b(?:live|be|stay) (?:in|at) (?!this (?:world|life|body)|pain|fear|misery)\w+ any ?more\b|\bend (?:my|the|this) (?:subscription|call|contract|membership|shift)\b|\bwake up (?:late|early|at \d+|for (?:school|class|practice))\b|\b(?:wanna|want to) be here (?:this|the) \w+ (?:sucks|is (?:lame|boring))\b|\b(?:party|class|meeting|concert) (?:sucks|is boring)\b/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:have|got|made|(?:j'?)?ai|g) (?:a |un )?plan (?:for|to|pour|de) (?:the |la |cet |cette |ma |mon |this |my )?(?:weekend|week|summer|study|future|cours|travail|repas|match|school|finals?|exams?|trip|vacation|break|fin de semaine|ete|vacances|avenir|etudier)\b|\b(?:picked|chose|set|choisi) (?:a|the|la|une) (?:date|day) (?:for|de|pour) (?:the |la |le |mon |ma |my |our )?(?:dance|party|wedding|prom|trip|danse|fete|mariage|bal|voyage)\b|\b(?:walk|walked|drove|marche|passe) (?:\w+ ){0,2}(?:on|over|across|sur) (?:the|le) (?:bridge|pont)\b|\b(?:nerf|water|squirt|glue|staple) gun\b|\b(?:fusil|pistolet) (?:a l'?eau|a eau|a colle|nerf)\b|\broof(?:top)? (?:patio|terrace|bar|restaurant)\b|\bknow how to do it now\b|\bcomment le faire maintenant\b|\bpendre au cou\b|\bwo(?:n'?t|nt) be here (?:tomorrow|today|next week|on \w+day) (?:[\w']+ ){0,4}(?:appointment|dentist|vacation|trip|practice|travel\w*)\b|\b(?:pills?|meds|pilules?|medicaments?) (?:for|pour|contre) (?:my |the |les? |mes |mon |ma |la )?(?:allerg\w+|cold|rhume|flu|grippe|headaches?|asthma|asthme|acne|dog|cat|chien|chat)\b|\bdo it tomorrow the \w+/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\boverdos(?:ed?|ing) (?:on|de) (?:chocolate?|chocolat|memes?|sugar|candy|coffee|cafe|caffeine|tv|cookies|bonbons)\b|\btook (?:a bunch of|all my|all the|a lot of|too many) (?:\w+ )?(?:pictures|pics|photos|selfies|tests|exams|notes|classes|courses|screenshots)\b|\btook everything out of\b|\battempt(?:ed|s)? (?:the|at|a) (?:bonus|question|level|baking|cooking|recipe|puzzle|\w+ing)\b|\b(?:passed|failed) (?:\w+ ){0,3}(?:on|at) (?:the|my) (?:first|second|third|last) attempt\b|\b(?:1|2|one|two|an?|une?|deux) (?:advils?|tylenols?|ibuprofens?|aspirins?|motrins?)(?: for| pour|$)|\btentative de (?:gateau|recette|blague|dessin)\b|\b(?:kill|tuer) (?:the|a|le|un|une|l') ?(?:spiders?|bugs?|mosquito|boss|moustique|araignee|mouche|insectes?)\b|\bhang my (?:poster|picture|coat|clothes|laundry|painting)s?\b/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:note|letter|card|adieux|goodbyes?)\b[^.!?]*\b(?:for|to|pour|a) (?:my|mes|ma|mon) (?:teacher|coach|prof|boss|amis? du camp|camp friends?|old school)\b|\bfuture all the time\b|\bknow where i'?m going next\b/gu,
  },
  {
    families: ['self_harm', 'suicide'],
    pattern:
      /\b(?:coup\w+|cut(?:ting)?) (?:mes |my |les |the |la |ma |un |some |paper )?(?:cheveux|hair|bangs|fringe|frange|ongles|nails|grass|lawn|onions?|oignons?|paper|snowflakes|essay|morceau|barbe|parole|gateau|cake|sugar|carbs)\b|\b(?:cut|coupe|burn(?:ed|t)?|brule|hurt|scratch(?:ed)?|bit|hit|mal)\b[^.!?]{0,24}\b(?:chopping|cooking|making|baking|shaving|falling|eating|oven|stove|soup|cupboard|by accident|accidentally|en cuisinant|en tombant|en mangeant|par accident|sans faire expres|four|soupe|onions|oignons|bike|velo|jouant)\b|\b(?:bit|bite|biting|mords?|brulee?|burned) (?:my|la|ma|the|mes) (?:nails?|lip|tongue|langue|levre|ongles)\b|\bmal (?:\p{L}+ ){0,3}(?:au|a la|a chaque) (?:pratique|hockey|soccer|gym|basket|volley|foot|match|game|danse)\b/gu,
  },
  {
    families: ['self_harm', 'abuse_physical'],
    pattern:
      /\b(?:cat|dog|kitten|puppy|rabbit|chat|chatte|chien|lapin) (?:m'?a |just )?(?:scratch\w*|bit|bites?|gratt\w+|mord\w*|me donne)\b|\bca (?:me )?gratte\b|\bgratte (?:le dos|le nez|la tete)$|\bshav(?:ed?|ing) (?:my \w+ )?(?:with |using )?(?:a |the |my )?(?:new )?(?:razor)?\b|\bpunched the air\b|\bcoups de tete\b|\bcoups? de (?:main|fil|pouce)\b|\bapplaudir\b|\bfrappe (?:les|dans (?:les|ses)) mains(?: pour applaudir)?\b|\bkick(?:s|ed|ing)? (?:me|us) (?:out|off)\b/gu,
  },
  {
    families: ['abuse_physical'],
    pattern:
      /\b(?:beats?|beat|beaten|bat|battue?s?) (?:me |us |nous )?(?:at|a|aux|au|in) (?!(?:home|front|the (?:face|head|back|car)|school|night|my|cause|mort|coups?|the house|la maison)\b)\w+|\b(?:hits?|hit) me (?:that|hard|up|with (?:the best|a (?:surprise|hug|question)))\b|\b(?:push\w*|pouss\w+) (?:me |us |nous )?(?:to (?:do|be|try|work|study)|a (?:faire|etre|etudier|travailler)|on (?:the|a) swing|sur la balancoire|hard|fort)|\bgrabb?(?:s|ed)? me (?:a|an|some|snacks?|lunch|food|coffee)\b|\bthrows? me (?:the|a) (?:ball|party|birthday)\b|\bkicked me off (?:the|my)\b|\bpunch(?:ed)? (?:his|her|their) ticket\b|\bjumped off the (?:swing|diving)\b|\bfrappe dans la main\b|\bca m'?a frappe\b|\btape(?:nt)? sur les nerfs\b|\bbruises? from (?:soccer|hockey|football|basketball|gym|practice|falling|biking|volleyball|skating)\b|\bbleus (?:\p{L}+ ){0,3}(?:a cause du (?:hockey|soccer|velo|gym|sport|skate|foot|basket)|en (?:tombant|jouant))\b|\bhit by a (?:ball|puck|frisbee)\b/gu,
  },
  {
    families: ['eating_body_image'],
    pattern:
      /\bextra (?:cheese|fromage)\b|\b(?:large|medium|small) (?:pepperoni|pizza|fries)\b|\bdo (?:u|you) (?:do|have|deliver)\b/gu,
  },
  {
    families: ['abuse_emotional'],
    pattern:
      /\b(?:dog|cat|chien|chat) is (?:scared|afraid|terrified) of\b|\btraite comme (?:une (?:princesse|reine)|un (?:prince|roi)|son (?:fils|enfant)|sa fille)\b/gu,
  },
  {
    families: ['abuse_sexual'],
    pattern:
      /\b(?:movie|film|song|book|story|speech|words?|message|letter|poem|video|show|chanson|toune|livre|histoire|discours|lettre|poeme|geste|ca|that|it) (?:\p{L}+ ){0,2}(?:m'?a |ont |me )?(?:vraiment |tellement |beaucoup )?(?:touched me|touche)|\btouch\w* (?:my |l'?|mon )(?:shoulder|epaule)\b|\bgroom(?:ed|ing)? (?:my|the|our) (?:dog|cat|horse|puppy)\b|\bgroomer\b|\b(?:pics?|photos?|pictures?) (?:of|de|du) (?:my|his|her|the|a|mon|ma|son|sa|ton)? ?(?:room|cats?|dogs?|food|trip|homework|notes|drawing|art|chiens?|chats?|chambre|voyage|dessin|bouffe)\b|\bsend (?:my |the |him )?(?:notes|homework|answers)\b|\bchanter (?:du|dans|une|a la|au|en)\b|\bchantage pour (?:des|un) (?:biscuits?|bonbons?)\b|\b(?:blackmailed me for|for the last) (?:\w+ ){0,2}cookies?\b|\bbattre le (?:boss|niveau|jeu)\b|\bsaid stop and (?:he|she|they) stopped\b/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:this|line|it|here|c'?est|ici) (?:\p{L}+ ){0,4}(?:only|just|juste|seulement|rien que) (?:for|pour|about|if (?:ur|you'?re|u are|you are))(?: \p{L}+){0,3} suicid\p{L}+|\b(?:have|need|do i need|obliged?e?|besoin|faut(?:-il)?|faut tu) (?:\p{L}+ ){0,3}(?:to be|be|d'?etre|etre) suicid\p{L}+(?: (?:to|pour))?|\b(?:saying|saying that|rumou?rs?|spreading) (?:\p{L}+ ){0,2}(?:that )?(?:ur|you'?re|u are) suicidal\b/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:die|dying|died|mourir|mort|morte|mourais) (?:of|from|de) (?:shame|embarrassment|boredom|laughter|laughing|cringe|awkwardness|happiness|excitement|hunger|thirst|heat|honte|gene|ennui|rire|faim|soif|chaud|froid|fatigue|bonheur|fatigu\p{L}*)\b|\b(?:im|i'm|chu|jsuis) (?:so |literally )?dead (?:lol|lmao+|haha\p{L}*|laughing)\b|\bsuicide(?: \p{L}+){0,3} in (?:the |its |ch |chapter |act |episode |season )(?:title|name|book|novel|movie|song|show|play|\d+)\b|\b(?:ch|chapter|act|scene|episode) \d+ ?[-:,]? ?suicide\b|\bnot die die\b|\b(?:picked|chose|set) (?:a|the) (?:date|day) to (?:go|meet|hang|move|visit|travel|get|have|start|study)\b|\b(?:tylenol|advil|ibuprofen|pills?|meds)\b[^.!?]{0,20}\bfor (?:my )?(?:cramps|headaches?|migraines?|period|back|tooth\p{L}*|a cold)\b|\brope (?:for|to) (?:the |my |a |our )?(?:tent|boat|swing|dog|climb\p{L}*|jump|skip|gym|camping|hammock|sled|tie)\b|\bin front of (?:the |a )?(?:camera|mirror|crowd|tv|class)\b/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:(?:do(?:n'?t|nt)|not|never) (?:really |actually )?(?:want(?:ed)?|wanna|trying|going|gonna) (?:to )?(?:die|kill my ?self)|j?(?:veux|veut|vx|voulais) pas (?:mourir|me tuer))(?=[.!?]|$|,? (?:juste|just)\b)/gu,
  },
  {
    families: ['suicide'],
    pattern:
      /\b(?:pu|plus?|pas) (?:envie|le gout) de (?:jouer|pizza|manger|sortir|travailler|etudier|ecole|cuisiner|danser|courir|chanter|cafe|dessert)\b|\ben finir avec (?:ce|cet|cette|mes|mon|ma|les?|l') ?(?:travail|devoirs?|examens?|cours|session|projet|menage|dispute)\b|\breveiller (?:plus )?(?:tard|tot)\b|\b(?:pu|plus|pas) etre (?:dans|sur) (?:cette|cet|la|l'|le|mon|ma) ?(?:equipe|classe|gang|ecole|groupe|cours)\b|\bvivre (?:chez|avec) (?:mon|ma|mes)\b|\bessayee? de me (?:lever|coiffer|coucher|rendormir|concentrer|detendre|habiller|depecher)\b/gu,
  },
  {
    families: ['self_harm'],
    pattern:
      /\b(?:chew|bite|biting|bit|chewing|gnaw|pick|picking|pick at) (?:at |on )?(?:the (?:inside|insides) of )?my (?:cheeks?|lips?|nails|cuticles|scabs?|braces|pimples)\b[^.!?]*|\b(?:ronge|mords?|gruge) (?:mes ongles|l'?interieur de (?:ma|mes) joues?|mes cuticules|ma levre)\b[^.!?]*|\bburn(?:s|ed|t)? (?:\p{L}+ ){0,3}(?:with|on|w) (?:a |an |the |my |her |his )?(?:\p{L}+ )?(?:straightener|curling (?:iron|wand)|flat iron|iron|kettle|toaster|glue gun|oven|stove|pan|hair ?dryer|sparkler|campfire)\b(?![^.!?]*\b(?:purpose|again|deliberately|to (?:feel|cope|calm))\b)|\b(?:burn|cut|scar|mark|brulure|coupure)s? (?:is|was|were|are|est|etait|c'?est|cetait) (?:(?:by|from|just|an?|un|par) ){0,3}(?:accident|cooking|the oven|my cat|surgery|accidentel\p{L}*)\b|\bcouper de (?:l'?)?equipe\b|\b(?:cut|scrape[sd]?|scraped|bruised?|scab|scar|marks?) (?:\p{L}+ ){0,4}(?:at|from|during) (?:practice|skating|hockey|soccer|gym|skateboarding|biking|falling|work|basketball|volleyball|football|camp|recess|climbing|surgery)\b|\bbrulee? (?:\p{L}+ ){0,2}avec (?:mon|ma|le|la|un|une) (?:fer|four|poele|rond|chaudron|cafe|the|bouilloire|soupe)\b|\bmanches longues[^.!?]*(?:hiver|froid|frette)\b|\blong sleeves[^.!?]*\b(?:winter|cold|freezing)\b/gu,
  },
  {
    families: ['abuse_physical'],
    pattern:
      /\bhit by (?:a |the )?(?:bus|truck|train|car|wave|wall|reality|ton of bricks)\b|\bkick(?:s|ed)? ass\b|\bchoked? on (?:a|an|his|her|the|my)\b|\bserre (?:fort |tres fort )?(?:fort )?dans ses bras\b|\b(?:pinn?ed|tackled|checked|plaqu\p{L}+|beat|hit) me (?:\p{L}+ ){0,2}(?:in|at|during)? ?(?:wrestling|football|hockey|practice|judo|karate|rugby)\b|\bplaquee? au (?:football|foot|hockey|rugby)\b|\bwrestl\p{L}* (?:for fun|team|match|practice|together)\b|\block(?:s|ed)? (?:his|her|the|their) (?:bike|car|phone|doors?|house|shed)\b/gu,
  },
  {
    families: ['abuse_sexual'],
    pattern:
      /\btouched down\b|\bcontinuee? mon (?:jeu|match|livre|cours)\b|\b(?:team|class|group|family|baby|school) (?:photos?|pics?|pictures?)\b|\bphotos? d(?:e |u |')(?:mon |ma |mes |notre |un |une )?(?:diner|souper|lunch|dejeuner|chat|chien|gateau|equipe|bebe|party|paysage)\b|\brobux (?:for|a|pour) (?:my|ma) (?:birthday|bday|fete|christmas)\b|\b(?:plays?|joue a) (?:roblox|fortnite|minecraft) (?:with|avec)\b|\bcam (?:for|pour|on for) (?:class|school|work|the meeting|mon cours)\b|\bphotos? (?:de bebe|de classe|de famille|sur le mur|du voyage|de vacances|d'?ecole|de finissants?)\b|\b(?:prendre|pris|prend) (?:toutes? )?(?:les|mes|des) photos\b|\b(?:our|that'?s our|my|his|her) secret (?:recipe|santa|handshake|spot|menu)\b|\brecette secrete\b/gu,
  },
];

/** A stretch of a text that is a figure of speech for some families of labels. */
export interface Figure {
  families: readonly string[];
  start: number;
  end: number;
}

/** Which patterns can match a text at all: trying each on every sentence costs more than all cues do. */
const index = once(() => new PatternIndex(FIGURES.map(({ pattern }) => pattern)));

/** @param text normalised and without accents */
export function figuresIn(text: string): Figure[] {
  return index()
    .candidates(text)
    .toSorted((a, b) => a - b)
    .flatMap((at) => {
      const { families, pattern } = FIGURES[at]!;
      return [...text.matchAll(pattern)].map((match) => ({
        families,
        start: match.index,
        end: match.index + match[0].length,
      }));
    });
}
