import { phrases } from './phrases.js';

/** Places that gazetteers of towns lack: neighbourhoods, reserves, nicknames, hospitals and shelters known by name. */
export const LOCAL_PLACES: readonly string[] = `
  scarborough|north york|etobicoke|parkdale|regent park|jane and finch|jane n finch|rexdale|malvern|moss park|weston road|thorncliffe|
  flemingdon|leslieville|little jamaica|downtown eastside|dtes|east van|kitsilano|kerrisdale|whalley|guildford|newton|
  north end winnipeg|point douglas|forest lawn|mill woods|vanier|hochelaga|hochelaga maisonneuve|saint michel|
  cote des neiges|notre dame de grace|parc extension|montreal nord|villeray|rosemont|verdun|limoilou|saint roch|
  spryfield|north preston|cole harbour|kanata|orleans|barrhaven|nepean|byward|sandy hill|hull|
  attawapiskat|kashechewan|pikangikum|moose factory|moosonee|fort albany|sandy lake|big trout lake|grassy narrows|
  six nations|akwesasne|kahnawake|kanesatake|kitigan zibi|wikwemikong|wiky|curve lake|tyendinaga|garden river|rama|
  rankin reserve|walpole island|kettle point|oneida|muncey|alderville|hiawatha|cross lake|norway house|peguis|sagkeeng|
  shamattawa|pukatawagan|oxford house|split lake|garden hill|st theresa point|island lake|opaskwayak|la ronge|
  pinehouse|onion lake|maskwacis|hobbema|siksika|tsuu tina|enoch|saddle lake|bella bella|bella coola|haida gwaii|
  skidegate|old massett|alert bay|iqaluit|rankin inlet|pangnirtung|pond inlet|cape dorset|kinngait|igloolik|arviat|
  baker lake|cambridge bay|kugluktuk|inuvik|tuktoyaktuk|behchoko|kuujjuaq|inukjuak|puvirnituq|salluit|chisasibi|
  mistissini|waskaganish|wemindji|nain|hopedale|natuashish|sheshatshiu|eskasoni|membertou|elsipogtog|
  gta|tdot|saskabush|steeltown|brooklyn|the bronx|queens new york|harlem|compton|
  sickkids|sick kids|camh|cheo|mcmaster childrens|bc childrens hospital|bc childrens|come by chance|truth or consequences|moose jaw|medicine hat|flin flon|swift current|english bay|spanish banks|the pas|alberta childrens|stollery|hsc winnipeg|
  sainte justine|ste justine|hotel dieu|royal alex|vgh|sunnybrook|north york general|ontario shores|
  covenant house|eva s place|evas place|horizons for youth|ywca shelter|inn from the cold|old brewery mission|
  union gospel mission|west edmonton mall|polo park|metrotown|yorkdale|square one|eaton centre|rideau centre|
  portage place|chinook centre|market mall|masonville place|devonshire mall|pen centre|lime ridge|bramalea city centre|
  pacific centre|halifax shopping centre|mic mac mall|champlain place|galeries de la capitale|place laurier|
  carrefour laval|galeries d anjou`
  .replace(/\n\s*/g, '')
  // Words are told apart without their possessive s.
  .replaceAll(' s ', ' ')
  .split('|')
  .filter(Boolean);

/** Words before a place: what they add to a place's score. */
export const PLACE_CUES: readonly { cues: readonly string[]; boost: number; reason: string }[] = [
  {
    cues: phrases(`
      live in|living in|lived in|lives in|moved to|moving to|move to|moved from|born in|originally from|
      flew to|drove to|arrived at|arrived in|raised in|home city|hometown|home town|hometown is|
      grew up in|im from|i am from|are from|is from|came from|come from|city of|town of|habite a|
      habite au|habite en|vis a|viens de|vient de|demenage a|demenager a|ne a|nee a|ville de|village de|
      reste a`),
    boost: 0.4,
    reason: 'a place after words that say where someone lives or comes from',
  },
  {
    cues: phrases(`
      in|from|near|around|outside|downtown|to|at|visit|visiting|leaving|a|au|de|pres de|dans|vers|sur`),
    boost: 0.25,
    reason: 'a place after a word of place',
  },
];
