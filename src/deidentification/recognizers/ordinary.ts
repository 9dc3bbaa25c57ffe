import { FUNCTION_WORDS } from '../../conversations/language.words.js';

/**
 * Words that stay although lists or capitals make them look like names, and words that the dictionaries lack.
 * All folded: lower case, no accents, no apostrophes.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);

/** Kinship words and words for people whom they do not tell apart. */
export const KIN = words(`
  mom mum mommy mummy mother dad daddy father ma pa mama papa nana nan nanny gran granny grandma grandpa grandmother
  grandfather gramma grampa abuela abuelo nonna nonno kokum mushum kookum mosom oma opa amma appa ammi abbu baba bhai didi
  bro bros brother sis sister sibling siblings son daughter baby kid kids twin cousin aunt auntie aunty uncle niece nephew
  stepdad stepmom stepbrother stepsister husband hubby wife wifey bf gf bff boyfriend girlfriend partner ex crush friend
  friends bestie buddy pal mate dude man men guy guys boy boys girl girls lady ladies gal woman women male female person
  people tita tito lola lolo ate kuya nani teta jiddo jido sitti babcia dziadzia dziadek busia baba deda baka nokomis
  mishomis moshom kohkom kukum kokom chacha chachi khala khalu mamu mami phuppo dida thatha paati patti ammamma popo gonggong
  halmoni harabeoji unnie oppa hyung noona yeye nainai laolao waipo tia tio tata titi kaka bibi bapu dadi dada dadu jaan jiji
  teacher coach counsellor counselor therapist doctor doc dr nurse principal boss roommate junior senior king queen
  prince princess mere maman pere frere soeur fils fille bebe cousine tante oncle mamie papi meme pepe ami amie amis
  amies copain copine chum blonde mec gars femme homme enfant enfants prof psy`);

const CONTRACTIONS = words(`
  im ive ill id ur youre youve youll youd hes shes its thats whats wheres whos hows theres heres lets dont doesnt didnt
  cant couldnt wouldnt shouldnt wont isnt arent wasnt werent hasnt havent hadnt aint mustnt neednt theyre theyve theyll
  theyd weve wed yall mightve couldve shouldve wouldve itll thatll whatre howre jai jen jme jsuis chui chuis cest ces ses
  nai pas quil quelle quon jaime jsp jspa jpp tas ta dla cque kes keske quoi`);

export const SLANG = words(`
  lol lmao lmfao rofl omg omfg wtf wth idk idc idek ik ikr tbh ngl imo imho btw fyi afaik asap atm rn irl brb gtg g2g ttyl
  tysm ty tyty thx thnx thanx tnx np yw pls plz plss pwease smh fr frfr ong istg icl iykyk fml nvm nvmd jk jks hbu wbu hmu
  dm dms pm tmi tldr afk gg ez sus cap nocap bet lowkey highkey lowk highk deadass yeet yolo fomo goat slay simp stan
  tho thru cuz cus bc bcuz coz becuz bcs cause tmr tmrw tmw tomo tonite 2day 2moro nite rly rlly rllly srsly sry srry soz
  ppl peeps smth smthn sth sumn sumthin nothin nothn somethin anythin everythin ppls convo convos pic pics vid vids
  insta ig snap snapchat snapped tiktok fb facebook yt youtube discord twitter reddit twitch whatsapp kik tumblr pinterest
  insta instagram roblox fortnite minecraft valorant xbox playstation ps4 ps5 nintendo netflix spotify google chatgpt
  iphone ipad android apple samsung amazon uber doordash tinder bumble grindr hinge omegle bereal vsco onlyfans wattpad
  msg msgs txt txts txting txted txtd texted texting texter texters text texts tex fone cell hm hmm hmmm hmmmm mhm mm mmm
  uh uhh uhm um umm ummm uhhh er erm ah ahh aw aww awe awww oh ohh ooh oof ugh ughh yikes meh nah nahh naw nope nop ya
  yah yea yeah yeahh yeh yep yup yupp yas yass ye k kk kay okay okayy okey oki okie ok okk alr alright aight ight bruh bruv
  bbg bb bby bbe bae babe babes hun hon hunny luv luvs lov wuv xo xoxo ily ilysm ilyt imy ldr ngl af asf asl kms kys sh
  sui unalive unaliving unalived sewerslide grape sa csa ed eds bpd bp ptsd cptsd adhd add ocd ocds gad mdd did asd odd
  ana mia ednos arfid tdor lgbt lgbtq lgbtqia nb enby enbies cis trans transgender nonbinary ftm mtf hrt afab amab amab
  genderfluid pansexual pan bi ace aro asexual queer gay lesbian terf tws tw cw cps cas cfs icu er ob gp np rn ot pt
  ssri ssris snri meds med prozac zoloft lexapro cipralex celexa effexor wellbutrin abilify seroquel xanax ativan adderall
  vyvanse concerta ritalin strattera lithium lamictal trazodone tylenol advil gravol benadryl nyquil melatonin ibuprofen
  fentanyl fent perc percs percocet oxy oxys molly mdma lsd shrooms acid coke ket ketamine weed thc cbd dab dabs vape
  vapes vaped juul juuls puff cig cigs edible edibles lean bong bongs booze bevvy crossfaded faded stoned zonked
  wanna gonna gotta gotcha hafta oughta shoulda coulda woulda kinda kindof sorta lotta outta dunno lemme gimme cmon
  tryna tryin trynna finna bouta boutta imma ima ina wasnt wat wut wot wha whats dat dis dem dey da de tha teh da den
  becuase beacuse becase definetly definately alot abit aswell atleast infact eachother everytime incase noone nobodys
  frm shld wld cld yk ykwim ykw meee mee
  any1 sum1 some1 no1 every1 evry1 wats lik rm rms dnt no1s
  rlly sooo soo soooo sooooo sm smm vv v verrry veryy pretti gr8 m8 l8r b4 gud gd bday hw hws hoco prom grad gr phys bio
  chem calc gym class classes mon tue tues wed thu thur thurs fri sat sun feb jul sept oct nov dec
  hi hii hiii hiiii hey heyy heyyy heya hello helo hiya yo yoo sup wsp wassup wsg bye byee cya gn gm goodnight gnight
  haha hahaha hahah ahaha hehe hihi lolol lmaoo lmaooo xd xdd uwu owo rip pov ootd grwm irl oc ocs anime manga kpop bts
  stfu gtfo fk fck fkn fking fuk fuckin fucken frick frickin freakin effin ffs bs shite bitchy dumbass jackass asshole
  hella helluva mad bare bruh innit bougie boujee rizz gyatt skibidi sigma beta alpha npc ohio bffr delulu situationship
  self harm harming harmed selfharm selfharming cutting relapsed suicidal overthinking overthink burnout gaslight
  gaslighting gaslit toxic narc narcissist triggered triggering ptsd dissociate dissociating dissociated intrusive
  foodbank healthcare daycare screenshot screenshots screenshotted cyberbully cyberbullying catfish catfished sexting
  sext nudes nude sextortion groomed grooming groomer doxx doxxed doxing livestream podcast playlist airpods hoodie
  posttraumatic misophonia stressor stressors crossdress crossdressing waitlist waitlisted waitlists incel incels opioid
  opioids dyscalculia dyslexia neurodiversity neurodivergent neurotypical detransition detransitioned disfellowshipped
  tourettes aspergers alzheimers bdsm cialis viagra spaz wyd wyll wym hyd idgaf ion bestfriend bestfriends gotham asexuality
  bisexuality polyamory polyamorous gluten keto tylenols covid longcovid chatbot chatbots ai app apps wifi laptop email emails
  vaping vaped snapping texts blackmail blackmailing blackmailed sextort sextorted sextorting stepparents stepsiblings
  aujourdhui jusqua deja jaimerais jaurais jvoudrais jpeux jveux jvais jfais jdois jme jte jle jla jpense jcrois chu tsais tse
  genre ben faque fak pantoute tannee tanne plate platte criss crisse calisse tabarnak osti esti ostie caliss faite faites
  unisuit repost reposted pushups situps pullups deadlift deadlifts roomie roomies salam salaam salamat bonswa bonjou kreyol
  inshallah mashallah wallah habibi nada hola gracias crohns dopesick homeschooled unsee skyped imessage facetimed std stds
  shrek cybertip piasses boutte boute quelquun kekchose kek1 quy quil quils jsais jvas chtais coloc colocs claire metis
  clsc dpj jusqu jusqua mangeais coucher pleaser photoshopped photoshop mamie
  la le un en on se an
  life360 unfollowed unfollow unfriended cyberbullied cyberbullies therell whyve jtexte mapelle mapeller unblock unblocked
  mynames mynameis nams
  misgender misgendered misgendering misgenders deadname deadnamed deadnaming deadnames pronoun pronouns binder binders
  homophobic transphobic islamophobic racist ableist biphobic xenophobic refugee newcomer newcomers immigrant asylum pr
  tg ffa cbt dbt emdr iep gsa aa na al anon naloxone narcan csn ohip ramq psw ece osap esl ell eal ap ib ged ossd`);

/** What names no person, spelt with a capital: days, months, faiths, peoples, languages, brands, public figures. */
export const PROPER = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout
  septembre octobre novembre decembre christmas xmas easter ramadan eid diwali hanukkah halloween thanksgiving valentines
  noel paques christian christians christianity catholic catholics muslim muslims islam islamic jewish jew jews judaism
  hindu hindus hinduism sikh sikhs buddhist buddhism mormon mormons jehovah witness baptist pentecostal protestant
  orthodox atheist allah jesus christ god bible quran koran torah satan buddha church mosque temple gurdwara synagogue
  english french spanish german italian portuguese arabic chinese mandarin cantonese japanese korean vietnamese tagalog
  hindi urdu punjabi tamil gujarati bengali telugu farsi persian pashto dari turkish russian ukrainian polish greek hebrew
  yiddish dutch swedish norwegian danish finnish hungarian czech slovak romanian bulgarian serbian croatian bosnian albanian
  somali swahili amharic tigrinya yoruba igbo hausa twi zulu afrikaans cree ojibwe ojibway oji inuktitut inuit inuk metis
  dene mohawk mikmaq anishinaabe indigenous aboriginal native natives haida salish blackfoot latin creole patois haitian
  canadian canadians american americans british irish scottish welsh european african asian arab arabs latino latina
  latinx hispanic mexican cuban jamaican trinidadian guyanese colombian venezuelan brazilian chilean peruvian argentinian
  ecuadorian bolivian salvadoran guatemalan honduran nicaraguan dominican indian pakistani bangladeshi nepali tibetan
  lankan afghan afghani iranian iraqi syrian lebanese palestinian israeli jordanian egyptian moroccan algerian tunisian
  libyan sudanese ethiopian eritrean kenyan ugandan rwandan congolese nigerian ghanaian senegalese ivorian cameroonian
  zimbabwean filipino filipina filipinos pinoy thai cambodian laotian burmese rohingya malaysian indonesian singaporean
  taiwanese australian kiwi swiss belgian austrian slovenian estonian latvian lithuanian icelandic chechen georgian
  armenian azerbaijani kazakh uzbek kurdish kurd kurds yazidi uyghur black white brown francais francaise anglais
  anglaise quebecois quebecoise canadien canadienne haitien haitienne algerien algerienne marocain marocaine tunisien
  tunisienne chinois chinoise arabe arabes africain africaine musulman musulmane chretien chretienne juif juive
  internet wifi wi fi tv covid corona coronavirus pfizer moderna olympics nhl nba nfl cbc cbsa ircc usa us uk uae eu
  tims timmies mcdonalds mcds starbucks walmart costco sephora shein subway wendys dominos kfc popeyes canada usa america
  psn gamertag carecard ohip ramq ssn dob passeport ei cerb osap clsc dpj cas cfs ios macbook ipod fitbit mrbeast blackpink
  kendrick sza drake ksi ishowspeed pewdiepie technoblade pokimane jordans nikes yeezys crocs uggs lululemon aritzia
  zara zellers dollarama ikea chipotle dunkin tacobell arbys harveys dq
  genshin overwatch apex fnaf undertale zelda mario sonic kirby splatoon gta cod warzone terraria stardew skyrim
  snapmap instagrams bumble merch sask manitoban etransfers airmiles scotiabank rbc td bmo cibc telus rogers
  koodo fido netflix tubi wattpad ao3 tumblrs discords hogwarts disney marvel barbie pokemon naruto beyonce rihanna eminem trump biden obama trudeau poilievre putin hitler
  einstein shakespeare gatsby macbeth hamlet eilish bieber skype zoom teams siri gmail hotmail outlook yahoo android
  windows paypal venmo etransfer interac visa mastercard amex honda toyota uber lyft presto kijiji shopify python java
  javascript powerpoint excel netflix hulu crave tinder vsco wattpad quizlet kahoot duolingo kumon moodle brightspace
  snapchat north south east west northern southern eastern western earth mars atlantic pacific arctic europe africa asia
  antarctica australia oceania scotland wales england britain caribbean mediterranean middle`);

/** Phrases that stay whole: public figures, works and helplines identify nobody in the conversation. */
export const KEPT_PHRASES: readonly string[] = `
  taylor swift|billie eilish|justin bieber|ariana grande|olivia rodrigo|selena gomez|lana del rey|kanye west|harry styles|
  shawn mendes|doja cat|nicki minaj|travis scott|kendrick lamar|mr beast|kim kardashian|elon musk|andrew tate|jordan peterson|
  donald trump|joe biden|justin trudeau|doug ford|francois legault|mark carney|harry potter|romeo and juliet|peter pan|
  mickey mouse|spider man|stranger things|euphoria|squid game|anne frank|mona lisa|marie curie|martin luther king|jesus christ|
  celine dion|jeunesse j ecoute|kids help phone|tel jeunes|santa claus|santa|father christmas|pere noel|st patricks day|
  saint jean|mary jane|molly|jack daniels|captain morgan|johnnie walker|tim hortons|wendys|dairy queen|burger king|
  good will|goodwill|salvation army|boys and girls club|big brothers big sisters|trans lifeline|hope for wellness|
  don t|dont know|may as well|i hope|will be|i may|my will|free will|good faith|losing faith|no hope|any hope|lost hope|
  snap chat|face time|facetime|tik tok|face book|you tube|crystal meth|mary j|jane doe|john doe|average joe|
  new year|new years|north america|south america|latin america|middle east|british columbia|nova scotia|new brunswick|
  prince edward island|newfoundland and labrador|northwest territories|united states|united kingdom|great britain|
  sri lanka|south korea|north korea|saudi arabia|south africa|hong kong|puerto rico|new zealand|costa rica|el salvador|
  ivory coast|burkina faso|sierra leone|south sudan|cote d ivoire|etats unis|colombie britannique|nouvelle ecosse|
  nouveau brunswick|ile du prince edouard|terre neuve|royaume uni|arabie saoudite|moyen orient|first nations|
  premiere nation|premieres nations|lil nas x|lil nas|lil uzi vert|lil wayne|lil peep|mac miller|frank ocean|tyler the creator|
  post malone|juice wrld|bad bunny|ed sheeran|lady gaga|katy perry|miley cyrus|phoebe bridgers|noah kahan|chappell roan|
  sabrina carpenter|timothee chalamet|tom holland|pedro pascal|bob marley|kurt cobain|lebron james|connor mcdavid|
  sidney crosby|gilmore girls|grey s anatomy|greys anatomy|spiderman|stromae|charlotte cardin|coeur de pirate|
  roxane bruneau|cowboys fringants|jehovahs witness|jehovahs witnesses|jehovah s witness|jehovah s witnesses|
  may or may not|rain or shine|jack shit|know jack|summer break|summer school|summer camp|summer job|last summer|
  next summer|this summer|all summer|every summer|victoria day|canada day|may long|april fools|london fog|
  rose gold|grace period|saving grace|drew a blank|to be frank|hail mary|happy new year|bonne annee|mois de mai|
  abraham lincoln|winston churchill|muhammad ali|michael jackson|edgar allan poe|dr phil|nelson mandela|rosa parks|malcolm x|
  albert einstein|isaac newton|william shakespeare|jane austen|charles dickens|virginia woolf|sylvia plath|stephen king|
  leonardo da vinci|vincent van gogh|van gogh|pablo picasso|frida kahlo|andy warhol|bob ross|walt disney|marilyn monroe|
  elvis presley|freddie mercury|david bowie|john lennon|paul mccartney|whitney houston|amy winehouse|chester bennington|
  jimi hendrix|michael jordan|kobe bryant|stephen curry|serena williams|tiger woods|tom brady|lionel messi|cristiano ronaldo|
  wayne gretzky|simone biles|usain bolt|mike tyson|terry fox|robin williams|jim carrey|ryan reynolds|keanu reeves|
  johnny depp|leonardo dicaprio|will smith|chris rock|kevin hart|adam sandler|emma watson|emma stone|jennifer lawrence|
  dua lipa|charli xcx|tate mcrae|frank sinatra|dolly parton|johnny cash|morgan wallen|luke combs|shania twain|avril lavigne|
  alanis morissette|tupac shakur|snoop dogg|tyler perry|steve jobs|bill gates|mark zuckerberg|jeff bezos|barack obama|
  michelle obama|hillary clinton|bill clinton|george bush|george washington|john f kennedy|kamala harris|bernie sanders|
  stephen harper|jagmeet singh|pierre poilievre|danielle smith|king charles|queen elizabeth|prince harry|prince william|
  princess diana|greta thunberg|malala yousafzai|mother teresa|dalai lama|mahatma gandhi|che guevara|karl marx|
  sigmund freud|carl jung|charles darwin|marie antoinette|joan of arc|julius caesar|sherlock holmes|harry houdini|
  james bond|john wick|walter white|jesse pinkman|rick and morty|peter griffin|homer simpson|bart simpson|mario kart|
  jeffrey dahmer|ted bundy|charles manson|stephen hawking|oprah winfrey|ellen degeneres|gordon ramsay|
  north dakota|south dakota|north carolina|south carolina|west virginia|new jersey|new mexico|new hampshire|rhode island|
  white claw|crown royal|cash app|cashapp|mac and cheese|mac n cheese|big mac|mois d avril|mois de mars|fin mai|debut mai`
  .replace(/\n\s*/g, '')
  .split('|');

/** Countries, states and provinces as people write them besides their official names: they stay. */
export const REGIONS = words(`
  ontario quebec alberta saskatchewan manitoba newfoundland labrador yukon nunavut pei bc ab sk mb nb nl ns nwt
  america england britain scotland wales korea russia iran syria vietnam palestine gaza congo tanzania taiwan turkey czechia
  canada mexique bresil espagne allemagne italie angleterre ecosse irlande suisse belgique pologne ukraine russie chine japon
  inde pakistan liban syrie irak turquie egypte maroc algerie tunisie senegal cameroun haiti jamaique colombie perou chili
  argentine philippines coree afghanistan somalie ethiopie nigeria ghana kenya rwanda somaliland kashmir kurdistan tibet punjab`);

/** First names in the lists that are everyday words of English, French or chat. */
const NEVER_ALONE = words(`
  guy girl man men son female male boy lady baby buddy major royal miss sir ma mama papa long said soon song star fan fun ram
  hung coy cash loan desire heaven treasure angel sung sang ha her per per case none will may hope sue don bill an my me art
  soo siu che mi ta la le de da do so to be ye yer ya yah yo aye nu ni no na ne mo ho hi ha el en es et al au an as at us up
  dang yuk jihad messiah marquis karma mac kip tan tho shah ref sim fantasia dirk boo bon lo viva lama khan sultan telly
  shad linden butch titan rogers beck sable sanders acacia la on ai ka ki ja si om fay terra german geneva kain mara fritz
  mir grant sweet pleasure honor passion genius legend truth wisdom blessed unknown infant twin test student user anonymous
  patience prudence comfort mercy gift success moment sunshine rainbow lovely pretty happy lucky sunny easter christmas
  rosa belle aime aimee ami amie amies amis mange merci bonne beau belle bien tres trop elle elles lui leur sa son mon ton
  mes tes nos vos une des les dans avec pour sans sur sous chez mais donc car ni ou et si oui non peu rien tout tous toute
  toutes rend rends ira iras irai ali vu vue lu lue su sue eu eue pu du dit dite fait faite mis mise pris prise lise lises
  joie vida mimi mari maris mai sol lien blanche nana clair avis duc marge truc titan maison amer chante soleil maxime regis
  cote chien lux meta palma manu rober taras mali arion marne marna rainer dom tari cher laine bois bete tete porte
  nadir mal demonte rea tyran dieu moise signe calin toi islam collier marquette guillaumes bases neve savon irais primo
  eros kana un ange qui ave lis avarie ko que tait bon chaise joli troll maire pense pieter cade cale mie mite mina mince
  passent nulle jamais sans sens sent sente rage rate vide vie ville villes famille pere mere coeur corps amour ecole cours
  classe jour jours nuit matin soir heure heures semaine mois annee ans monde gens chose choses rien personne seul seule
  triste mort morte vivre mourir aimer pleurer dormir manger parler dire voir savoir pouvoir vouloir devoir falloir faire
  peur mal besoin envie aide aider stresse stressee fatigue fatiguee perdu perdue blesse blessee tombe tombee
  vais vas va vont suis es est sont etes sommes etait etais avais avait ai as ont avons avez aura aurai sera serai fus fut
  journee jolie julien jules marin cherie cheri desiree perle perla lorraine tara dina marine melodie luce ange venus
  constant parfait petit petite grand grande noir blanc brun roux vert bleu rouge mai min sam lou ed met dal lin rami
  gus val lai tai thai cale palme chair chaire mamie pari paris monte hans ben bien lev lire leve levi mars main mains
  like likes liked love loved loves want wants need needs feel feels felt know knows think hate hates cry cries cried die
  dies died kill kills killed hurt hurts talk talks talked tell tells told ask asks help helps hit hits cut cuts sad mad
  bad alone tired scared lonely anxious depressed suicidal numb empty ugly fat skinny dumb stupid weird sorry fine good
  great better worse best okay down up out off over under again still even just only also ever never always maybe really
  very much many more less most some any all none each every both few other same such own too then than when where why how
  what who whom whose which this that these those here there now today tomorrow yesterday tonight morning night day week
  month year time times hour minute school home house room work job money food water sleep bed phone call text chat line`);

/** Words that are in the dictionaries at a rank that hides how common they are as names. */
export const NAMES_BEFORE_WORDS = words(`
  maria peter mike matt nick harry heather victor sally derrick eddy ken lacy tanner john drake meg lee jay pat robin
  derek ruby jade kitty ron rick randy tony danny frank isla eve evan peg josh dan ben sam kat lou lily carol ali rosa
  jules julien melodie lorraine ed max tom marie jean pierre paul`);

/** Ordinary words that the dictionaries lack, or rank too low. */
export const ORDINARY: readonly string[] = [
  ...FUNCTION_WORDS.en,
  ...FUNCTION_WORDS.fr,
  ...KIN,
  ...CONTRACTIONS,
  ...SLANG,
  ...PROPER,
  ...REGIONS,
  ...NEVER_ALONE,
].filter((word) => !NAMES_BEFORE_WORDS.includes(word));

/** In a pattern: what follows is none of the words of two letters that a code's last letters look like. */
export const NO_SHORT_WORD =
  '(?!(?:if|do|so|is|in|at|my|me|we|he|im|it|to|up|us|or|of|on|no|go|by|as|an|am|be|ok|ur|et|ou|si|je|tu|il|de|la|le|ma|ya|ca|ta|sa)(?![\\p{L}\\p{N}]))';
