import { ADV, AM, MY, NOT_THEIRS, NUMBER, PICTURES, BODY, NO_SOFT_DRINK } from './pattern.words.js';
import { as, type Frame, type FrameOptions } from './frame.js';
import { GARMENTS, type Noun, TRAITS } from './nouns.js';
import { PARTNERS, TOUCHERS } from './people.js';
import { danger } from './danger.js';

const OWN = { ofTexter: true };
const HURT: FrameOptions = { labels: ['abuse_physical'], risk: true };
const CONTROLLED: FrameOptions = {
  labels: ['abuse_emotional', 'relationship.romantic'],
  own: { partner: PARTNERS },
};
const TOUCHED: FrameOptions = { labels: ['abuse_sexual'], risk: true, own: { toucher: TOUCHERS } };
const ONLINE: FrameOptions = { labels: ['abuse_sexual.online_exploitation'], risk: true };
const HATE: FrameOptions = {
  labels: ['bully.in_person', 'bully'],
  own: { garment: GARMENTS, trait: TRAITS },
};
const OF_OTHER: FrameOptions = { labels: ['third_party'] };
const whose = ({ en }: Noun) => (en.endsWith('s') ? `${en}'` : `${en}'s`);

/** A French phrase of five words at most; one with a longer name in it is left to English. */
const fitting = (fr: string) => (fr.split(' ').length <= 5 ? fr : null);

const FRESH = String.raw`(?:(?:a lot of|some|these|fresh|the|all these) )?`;
const LIMBS = String.raw`(?:arms?|wrists?|legs?|thighs?)(?!.*(?<![\p{L}])(?:cats?|surgery|crash|fell|poison ivy)(?![\p{L}]))`;

/** Danger that comes from others, and danger that others are in, as texters tell it. */
export const HARM_FRAMES: readonly Frame[] = [
  ...danger(
    ({ kin }) => ({ en: `choked by ${kin!.en}`, fr: fitting(`étranglement ${kin!.frOf}`) }),
    HURT,
    String.raw`${MY}{kin} ${ADV}(?:(?:choke[sd]?|strangle[sd]?) me(?! (?:up|out))|(?:put|puts|had) (?:his|her|their) hands? around my (?:neck|throat)|m'a (?:étranglée?|serré (?:la gorge|le cou))|m'étrangle)`,
  ),
  ...danger(
    ({ kin }) => ({ en: `threatened by ${kin!.en}`, fr: fitting(`menaces ${kin!.frOf}`) }),
    HURT,
    String.raw`${MY}{kin} ${ADV}(?:threaten(?:s|ed|ing)?|is threatening) (?:to )?(?:hit|hurt|beat|kill|slap|punch|stab|shoot|hitting|killing|hurting) me(?!.*(?<![\p{L}])(?:lol|lmao|haha)(?![\p{L}]))`,
    String.raw`${MY}{kin} ${ADV}(?:says?|said|told me) (?:that )?(?:he|she|they)(?:'?s|'?re|'?ll| is| are| will)? ?(?:gonna |going to )?(?:hurt|beat|hit|stab) me(?! (?:with (?:a|the) (?:pillow|hug)|in|at|up|to)(?![\p{L}]))(?!.*(?<![\p{L}])(?:lol|lmao|haha)(?![\p{L}]))`,
    String.raw`${MY}{kin} (?:me menace de|m'a menacée? de|menace de) (?:me )?(?:frapper|tuer|battre|fesser)(?! (?:le|la|mon|ma|mes|son|sa|un|une))`,
  ),
  ...danger(
    as('hit with an object', 'coups avec un objet'),
    HURT,
    String.raw`${NOT_THEIRS}(?:he|she|they|{kin}) ${ADV}(?:hits?|beats?|whip(?:s|ped)|smack(?:s|ed)|spank(?:s|ed)) me with (?:a|an|his|her|the) (?:\p{L}+ )?(?:belt|stick|hanger|spoon|shoe|slipper|chancla|cord|cable|broom|ruler|bat|pan|brush|bottle)`,
    String.raw`i (?:was|got|get|have been|'?ve been) (?:hit|beaten|whipped|spanked|smacked) with (?:a|an|his|her|the) (?:\p{L}+ )?(?:belt|stick|hanger|spoon|shoe|slipper|chancla|cord|cable|broom|ruler|brush)`,
    String.raw`(?:il|elle|{kin}) (?:me|m'a|m'ont) (?:frapp|fess|batt?)(?:e|ée?|ue?)? avec (?:une?|sa|son|la|le) (?:ceinture|bâton|cintre|cuillère|soulier|balai|fil|bouteille)`,
  ),
  ...danger(
    as('afraid to go home', 'peur de rentrer chez soi'),
    { ...OWN, now: true },
    String.raw`${AM} (?:(?:too|so|scared and) )?(?:scared|afraid|terrified) (?:to (?:go|be)|of (?:going|being)) (?:back )?home(?! (?:alone|by myself|late|schooled|sick))`,
    String.raw`(?:j'ai|jai|j'ai tellement|j'ai trop) peur de (?:rentrer|retourner|revenir)(?: chez (?:nous|moi|mes parents)| à la maison)(?! (?:seule?|tard|à pied))`,
  ),
  ...danger(
    as('feeling unsafe at home', 'insécurité à la maison'),
    { ...OWN, now: true },
    String.raw`i(?: do not| don'?t|'?m (?:not|never)| am (?:not|never)| never) (?:really )?(?:feel )?safe (?:at home|in my (?:own )?(?:house|home))`,
    String.raw`(?:je me sens|je suis|chu|jsuis) (?:vraiment )?pas en sécurité (?:chez nous|chez moi|à la maison)`,
  ),
  ...danger(
    as('threats to keep silent', 'menaces pour imposer le silence'),
    // No risk of its own: what is to be kept silent is the danger, and needs its own phrase.
    { labels: ['abuse_sexual', 'abuse_physical', 'abuse_emotional'], needsLabel: true },
    String.raw`${NOT_THEIRS}(?:he|she|they|{kin}) ${ADV}(?:says?|said|told me|tells me|swore) (?:that )?if i (?:ever )?(?:tell|told|say anything|say something|talk|report)(?: \S+){0,5}? (?:(?:the|our|my) family|he'?ll|he will|she'?ll|she will|they'?ll|they will|i'?ll|i will|we'?ll|we will|i'?d|we'?d|my (?:brothers?|sisters?|siblings))(?! (?:(?:have|need|want) to|help|feel|listen|hate me|be mad|never|stop being|believe|understand|be (?:ok|okay|safe|fine|better|proud|able|happy)|get (?:help|support)))`,
    String.raw`(?:il|elle|{kin}) (?:m'a dit|me dit|dit) que si (?:je (?:le |la |en )?(?:parle|dis)|j'en parle)(?: \S+){0,4}? (?:la famille|je vais|on va|il va|elle va|ils vont)`,
  ),
  ...danger(
    as('fear of family split up', 'peur que la famille éclate'),
    OWN,
    String.raw`${AM} (?:so |too )?(?:scared|afraid|worried|terrified) (?:that )?(?:if i (?:tell|say|report)(?: \S+){0,5}? )?(?:they'?ll|they will|they'?re gonna|cps will|cas will|we'?ll|they'?d) (?:split (?:us|my family)(?: up)?|separate (?:us|me from)|break up (?:our|my) family|take (?:us|my (?:brother|sister|siblings))(?: away)?)(?! (?:in|at|from|to|into|for|on)(?![\p{L}]))`,
    String.raw`(?:j'ai|jai) peur (?:qu'|que )(?:ils|la dpj|on) (?:nous sépare(?:nt)?|sépare(?:nt)? (?:ma|la) famille)`,
  ),
  ...danger(
    ({ partner }) => ({
      en: `clothing controlled by ${partner!.en}`,
      fr: `vêtements contrôlés par ${partner!.fr}`,
    }),
    CONTROLLED,
    String.raw`${MY}{partner} ${ADV}(?:picks|chooses|decides|controls|tells me) what i (?:can |should |have to )?wear`,
    String.raw`${MY}{partner} (?:won'?t|doesn'?t|does not|never) lets? me wear(?! (?:his|her|their))`,
    String.raw`${MY}{partner} (?:choisit|décide) (?:ce que je (?:porte|mets)|mon linge|comment je m'habille)`,
  ),
  ...danger(
    ({ partner }) => ({ en: `phone checked by ${partner!.en}`, fr: `cellulaire fouillé par ${partner!.fr}` }),
    CONTROLLED,
    String.raw`${MY}{partner} ${ADV}(?:checks|searches|searched|(?:goes|went|looks|looked) (?:through|thru)|demands to see) (?:all )?my (?:phone|cell|texts|messages|dms)(?! for (?:me|viruses))`,
    String.raw`${MY}{partner} (?:fouille|a fouillé|regarde) (?:tout le temps |toujours )?(?:dans )?mon (?:cell|cellulaire|téléphone|tel)`,
  ),
  ...danger(
    ({ partner }) => ({
      en: `location tracked by ${partner!.en}`,
      fr: `localisation suivie par ${partner!.fr}`,
    }),
    CONTROLLED,
    String.raw`${MY}{partner} ${ADV}(?:(?:tracks|tracked|checks|monitors|is tracking|makes me share|forces me to share) my (?:location|phone location|gps)|tracks me(?! down))`,
    String.raw`${MY}{partner} (?:suit|surveille|vérifie) (?:tout le temps |toujours )?ma (?:localisation|position)`,
  ),
  ...danger(
    ({ partner }) => ({
      en: `contacts restricted by ${partner!.en}`,
      fr: `contacts limités par ${partner!.fr}`,
    }),
    CONTROLLED,
    String.raw`${MY}{partner} (?:won'?t|doesn'?t|does not|dont|never|didn'?t) (?:lets?|allows?|want) me (?:to )?(?:see(?:ing)?|talk(?:ing)? to|hang(?:ing)? (?:out )?with|text(?:ing)?|have) (?:my |any |other |with )*(?:guy |girl |male )?(?:friends?|family|guys|boys|girls|anyone|people)`,
    String.raw`${MY}{partner} (?:(?:ne )?veut pas|veut pu|m'empêche) (?:que je |de )(?:voi[er]|parler?|vois)(?: à| avec)? (?:mes amie?s|mes chums|ma famille|personne)`,
  ),
  ...danger(
    ({ partner }) => ({ en: `money controlled by ${partner!.en}`, fr: `argent contrôlé par ${partner!.fr}` }),
    CONTROLLED,
    String.raw`${MY}{partner} ${ADV}(?:takes|controls|keeps) (?:all )?(?:of )?my (?:money|pay ?che(?:ck|que)s?|pay|bank card|debit card|tips)(?! (?:safe|for me))`,
    String.raw`${MY}{partner} (?:prend|contrôle|garde) (?:toute |tout )?(?:ma paye|mon argent|mes payes|ma carte)`,
  ),
  ...danger(
    ({ partner }) => ({ en: `insulted by ${partner!.en}`, fr: `insultes ${partner!.frOf}` }),
    CONTROLLED,
    String.raw`${MY}{partner} ${ADV}(?:calls?|called|calling|is calling) me (?:a |an )?(?:(?:fucking|dumb|stupid|fat|lazy|little) )*(?:slut|whore|bitch|fat|ugly|stupid|worthless|useless|psycho|crazy|dumb|names|idiot|trash|disgusting|pathetic)(?! (?:cute|good|in love))`,
    String.raw`${MY}{partner} (?:me traite|m'a traitée?) (?:toujours |encore )?de (?:grosse|salope|pute|conne|folle|niaiseuse|vache|tous les noms|cave|laide)`,
  ),
  ...danger(
    ({ toucher }) => ({ en: `unwanted touching by ${toucher!.en}`, fr: `attouchements ${toucher!.frOf}` }),
    TOUCHED,
    String.raw`${NOT_THEIRS}{toucher} ${ADV}(?:touch(?:es|ed)|grop(?:es|ed)|grabb?(?:s|ed)|rubb?(?:s|ed)) (?:me (?:inappropriately|sexually|down there|in (?:places|ways)|where (?:he|she) (?:shouldn'?t|should not)|under my|without (?:my )?(?:consent|permission))|my ${BODY}(?! (?:for|with|in) (?:the|a) (?:scan|exam)))`,
    String.raw`${NOT_THEIRS}{toucher} ${ADV}(?:gropes|groped|molests|molested) me`,
    String.raw`${NOT_THEIRS}{toucher} (?:me touche|m'a touchée?|m'a pognée?|me pogne) (?:les (?:fesses|seins)|entre les jambes|sans (?:mon )?consentement|les parties|le cul|où (?:je|j') ?veux pas)`,
  ),
  ...danger(
    as('unwanted touching more than once', 'attouchements répétés'),
    { ...TOUCHED, needsLabel: true },
    String.raw`${NOT_THEIRS}(?:he|she|they|{toucher}) (?:has )?(?:touched|groped|molested) me (?:\S+ ){0,3}?(?:more than once|multiple times|many times|twice|so many times|a (?:few|couple|lot of|bunch of) times|${NUMBER} times|every (?:time|night|week))`,
    String.raw`${NOT_THEIRS}(?:he|she|{toucher}) (?:keeps|won'?t stop|kept) (?:touching|groping|grabbing) (?:me|my ${BODY})`,
    String.raw`(?:il|elle|{toucher}) (?:m'a touchée?|me touche) (?:plusieurs fois|plus d'une fois|${NUMBER} fois|souvent|à chaque fois)`,
  ),
  ...danger(
    as('threats to share pictures', 'menaces de diffuser des photos'),
    ONLINE,
    String.raw`(?<!(?<![\p{L}])i (?:\p{L}+ )?)(?:(?:threatens?|threatened|threatening) (?:to |me )?|(?:says?|said|saying) (?:that )?(?:he|she|they)(?:'?ll|'?s going to|'?re going to|'?s gonna|'?re gonna| will| would|'?d| is gonna| are gonna) )(?:post|leak|send|share|expose|release|show)(?:ing)? (?:everyone |people )?(?:all )?my ${PICTURES}(?! of (?:my|the) (?:dog|cat|art))`,
    String.raw`(?:he|she|they|someone) (?:has|have|got) my ${PICTURES} (?:\S+ ){0,2}?(?:says?|said|saying) (?:that )?(?:he|she|they)(?:'?ll| will|'?s gonna|'?re gonna|'?d) (?:post|leak|send|share|show) (?:it|them)(?! back)`,
    String.raw`(?:menacée?|menace|menacent) de (?:publier|partager|envoyer|montrer|diffuser) (?:mes|ma) (?:nudes|photos|vidéos?)`,
  ),
  ...danger(
    as('deadline to pay', 'délai pour payer'),
    { ...ONLINE, needsLabel: true },
    String.raw`(?:i have|i'?ve got|i got|(?:he|she|they) gave me|gives? me|he said i have) (?:(?:until|till|til|only|like) ){0,2}(?:tonight|midnight|tomorrow|tmrw|\p{L}+day|\d+ ?(?:am|pm|hours?|hrs?|minutes?|mins?|days?)) to (?:pay|send (?:the |them |him |her )?(?:money|\$?\d+))(?!.*(?<![\p{L}])(?:rent|bills?|fees?|tuition|landlord|trip|phone)(?![\p{L}]))`,
    String.raw`(?:he|she|they) wants? (?:me to (?:pay|send) )?(?:\$ ?\d+|\d+ ?(?:\$|dollars|bucks)) by (?:tonight|midnight|tomorrow|tmrw|\p{L}+day|\d+)`,
    String.raw`(?:j'ai|m'a donné|m'ont donné) (?:jusqu'à |jusqu'à )?(?:\d+ ?(?:h|heures)|demain|minuit|ce soir|vendredi|lundi) pour (?:payer|envoyer (?:l'argent|de l'argent))`,
  ),
  ...danger(
    as('private pictures shared around', 'photos intimes qui circulent'),
    ONLINE,
    String.raw`(?<!(?:^|[^\p{L}])(?:i|i just|we) )(?:sent|posted|shared|leaked|spread|showed|airdropped) (?:(?:everyone|people|his friends|the whole school) )?my (?:nudes?|(?:nude|naked|private) (?:pics?|pictures?|photos?|vids?|videos?))(?: (?:to|around|on|in|with|all)| everywhere|$)`,
    String.raw`my nudes? (?:got|were|was|are|have been) (?:leaked|shared|posted|sent|going|being|all|spread) ?(?:around|over|everywhere|to|on|in)?`,
    String.raw`(?:a|ont) (?:partagé|envoyé|publié|montré) mes (?:nudes|photos (?:nues?|intimes)) (?:à|partout|sur|dans)`,
  ),
  ...danger(
    ({ garment }) => ({ en: `${garment!.en} pulled by others`, fr: `${garment!.fr} tiré par autrui` }),
    HATE,
    String.raw`(?<!(?:^|[^\p{L}])(?:i|i just|we) )(?:pulled|pulls|yanked|ripped|tore|grabbed|snatched|tugged)(?<!(?:sister|mom|mother|brother|baby|daughter|niece|dad|wind|cat) \p{L}+)(?: on| at| off)? my {garment}`,
    String.raw`(?:a|ont) (?:tiré|arraché)(?: sur)? mon {garment}`,
  ),
  ...danger(
    as('targeted with slurs', 'cible de propos haineux'),
    HATE,
    String.raw`(?:(?:(?:calls?|called|calling) me|i (?:got|get|was|'?ve been) called) (?:a |an |the )?(?:\p{L}+ )?|(?:yell(?:s|ed|ing)?|shout(?:s|ed|ing)?|scream(?:s|ed|ing)?) (?:(?:racist|racial|homophobic|transphobic) )?)(?:n[- ]?word|f[- ]?slur|the f slur|slurs?(?: at (?:me|us))|terrorist|tranny|dyke|fag(?:got)?s?|paki|chink)(?! (?:in|on) (?:a|the) (?:song|game))`,
    String.raw`(?:told|tells?|telling|yelled at|yelling at) (?:me|us) to go back to (?:my|our|your|ur) (?:own )?country`,
    String.raw`(?:m'a|m'ont|me|nous|m') ?(?:traitée?|traitent|traite|crié|crient) (?:de )?(?:terroriste|tapette|fif|gouine|sale (?:arabe|noire?|juif|musulmane?)|(?:de )?retourner dans mon pays)`,
  ),
  ...danger(
    ({ trait }) => ({ en: `mocked for ${trait!.en}`, fr: `moqueries sur ${trait!.fr}` }),
    HATE,
    String.raw`(?:he|she|they|kids|people|ppl|guys|girls|boys|everyone|{kin}) (?:\S+ ){0,3}?(?:mak(?:es?|ing)|made) fun of (?:me (?:for |bc of |because of |cuz of )(?:my )?|my ){trait}`,
    String.raw`(?:rient|rit|se moquent|se moque|niaisent) (?:de (?:moi à cause de )?)(?:mon|ma|mes) {trait}`,
  ),
  ...danger(
    ({ kin }) => ({ en: `marks seen on ${kin!.en}`, fr: null }),
    { ...OF_OTHER, needsLabel: true },
    String.raw`${MY}{kin} (?:has|had|showed me|is showing me) ${FRESH}(?:cuts|marks) (?:all )?(?:over|on|up|down) (?:his|her|their) ${LIMBS}`,
    String.raw`i (?:saw|noticed|found) ${FRESH}(?:cuts|marks) (?:all )?(?:over|on|up|down) ${MY}{kin}'?s? ${LIMBS}`,
  ),
  ...danger(
    ({ kin }) => ({ en: `${whose(kin!)} heavy drinking`, fr: fitting(`alcool excessif ${kin!.frOf}`) }),
    {},
    String.raw`${MY}{kin} (?:is|est) (?:always|constantly|toujours) (?:drunk|wasted|saoule?|soûle?)`,
    String.raw`${MY}{kin} ${ADV}(?:gets? drunk|is drunk|est (?:saoule?|soûle?)|se saoule) (?:(?:almost|like|basically) )?(?:every (?:single )?(?:day|night)|all the time|all day|tous les (?:jours|soirs)|tout le temps)`,
    String.raw`${MY}{kin} ${ADV}(?:drinks?|is drinking|gets drunk|get drunk|been drinking|is drunk)${NO_SOFT_DRINK} ${ADV}(?:too much|so much|a lot)(?! (?:of|less)(?![\p{L}]))`,
    String.raw`${MY}{kin} (?:boit|boivent|est saoule?|est soûle?)${NO_SOFT_DRINK} (?:trop|beaucoup)(?! (?:d'eau|moins))`,
  ),
  ...danger(
    ({ kin }) => ({ en: `goodbye message from ${kin!.en}`, fr: fitting(`message d'adieu ${kin!.frOf}`) }),
    { ...OF_OTHER, needsLabel: true },
    String.raw`${MY}{kin} ${ADV}(?:sent|texted|posted|wrote|left|messaged) (?:(?:me|us|everyone|a|an|his|her|their|this|like|long|whole) )*(?:goodbye|suicide) (?:texts?|messages?|notes?|letters?|posts?|videos?)(?!.*(?:moving|moved|vacation|new school|camp))`,
    String.raw`${MY}{kin} (?:m'a|nous a|a) (?:envoyé|écrit|laissé|texté) (?:un|une|des) (?:messages?|textos?|lettres?) d'adieux?`,
  ),
  ...danger(
    ({ kin }) => ({ en: `${kin!.en} talking of suicide`, fr: fitting(`propos suicidaires ${kin!.frOf}`) }),
    OF_OTHER,
    String.raw`${MY}{kin} ${ADV}(?:says?|said|told me|texted me|tells me|is saying) (?:that )?(?:he|she|they)(?:'?s|'?re| is| are)? ?(?:(?:wants?|going|planning) to|gonna|wanna) (?:die|kill (?:him|her|them)sel(?:f|ves)|end (?:his|her|their) life|commit suicide)(?! (?:of|from|laughing|lol))`,
    String.raw`${MY}{kin} (?:m'a dit|me dit|dit) (?:qu'il|qu'elle|qu’il) (?:veut|voulait|va) (?:mourir|se tuer|se suicider|s'enlever la vie)(?! de rire)`,
  ),
];
