const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Words that tell English and French texters apart: function words, frequent verbs and SMS spellings, lower case and
 * without accents. Words that both use (`on`, `me`, `a`, `plus`, `fine`) are left out.
 */
export const FUNCTION_WORDS = {
  en: words(`
    the and is are was were am be been being to of in it its that this these those with for from at by about not no yes my
    your his her our their you u ur he she they them we i im ive ill id youre hes shes theyre dont doesnt didnt cant couldnt
    wont wouldnt isnt arent wasnt havent hasnt ain aint do does did have has had will would can could should shouldnt what
    when where why how who which because cuz bc coz if but or so then than just like really very too also even still never
    always sometimes everything something anything nothing everyone someone anyone nobody there here out up down over off
    again all any some more most much many want wanna gonna gotta need feel feeling feels felt know knows think thinks
    thought tell told said say says talk talking get gets got getting go going goes went make makes made idk idek idc ngl tbh
    omg wtf lmao rn tho thru pls plz thx ty hey hi hello yeah yea yup nope ok okay help please thanks thank sad mad alone
    tired scared anxious depressed stressed life people friend friends mom dad parents school home hate love day night
    today tomorrow now anymore hurt die kill myself yourself him lot kinda sorta way good bad better worse cry crying cried
    maybe sorry someone fuck fucking shit hurts sleep eat work boyfriend girlfriend stepdad stepmom brother sister uncle aunt
    cousin teacher coach husband wife bf gf bff bestie hit hits hitting beat beats beating yell yells yelling scream screams
    touch touched touches raped cut cuts cutting pills knife bullied bully bullying lonely worthless useless ugly dead dying
    kms suicidal suicide pregnant broke dumped ghosted blocked threatened wants wanted gone keep keeps anymore tonight tmrw
    tn ik ily wdym hbu brb gtg idc imo lowkey highkey bruh dude gonna stuff things thing years year old first last around
    being done little everyday everytime later started stopped stop leave left live alive ever ago lost let lets call called
    kinda pretty guy guys girl girls boy kids house room died`),
  fr: words(`
    le les des une du de au aux et est es suis sont etait etais etre ai jai avez avons ont avait avais je tu il elle nous vous
    ils elles moi toi lui leur leurs mon ma mes ton ta tes ses notre votre ce cet cette ces ca cest sa que qui quoi quand
    comment pourquoi combien ou parce mais donc ni car pas jamais rien personne tout tous toute toutes trop tres peu bien
    mal aussi encore deja toujours avec sans pour dans sur sous chez vers entre depuis pendant apres avant alors comme si
    oui non bonjour salut allo bonsoir merci stp svp desole desolee jsuis jsui chui chuis jai jme jte jle jla jpeux jveux
    jvais jfais jdois jpense jcrois jsais jsp jspa jpp jvoulais jaimerais jfeel pk pkoi pq pcq parceke pck psk mtn ajd auj
    tjrs tjs jms tkt mdr ptdr slt bjr cc bcp tt tlm ki ke koi kan kand avk dc qd qq qqun qqn qqch keske tes chu tsais tse
    faque fak pis pu pus ya yen veux veut peux peut fais fait faire vais va vas vont aller sais sait savoir dit dire parler
    parle aime deteste sens sent envie besoin peur mere pere parents soeur frere ami amie amis copain copine chum blonde
    ecole cours prof maison vie mort mourir tuer pleure pleurer seul seule triste fatigue fatiguee stresse stressee anxieuse
    anxieux deprime deprimee aide aider gens chose fois jour jours ans soir matin maintenant vraiment juste genre quelquun
    quelque meme autre autres cest etait ete fais plus moins encore ici oncle tante cousine beau frappe frappes frapper bat
    battu battue touche touchee crie crier gueule menace viole violee coupe couper pilules pilule couteau corde pendre suicider
    suicidaire nul nulle laide moche grosse pleures dormir manger rester rentrer quitte quittee laisse laissee partir soiree nuit
    semaine annee ans hier demain tantot tannee tanne ecoeure ecoeuree poche plate niaiseux niaise gars fille mec meuf pote
    potes wesh jveut jviens jvien jdors jmange jpleure jarrive jarrete jlai jtai yen yest cta ct cke osti crisse tabarnak
    ouais ouin pantoute mere pere grand petite petit toute touts veu peu tro g plu nn jveu jcomprends jconnais jregrette`),
} as const;

/** Words above that Spanish, Portuguese, Italian, German, Dutch or Tagalog use, too: a short text needs more than them. */
export const SHARED_WORDS: ReadonlySet<string> = words(`
    no me a in so am was die will hat man des es est de la le les un une du et que qui on si tu mon ma mi ni je ya sa as at
    an of her he we over to do too here all of out is en or ay sa ka ok okay hello hi hey en bat ve va vas peu pas pour pus
    son ses tes te sur sous vie mal bien moi or pis tan tout la lo au el rien ami amis plus g mec nn live gone los
    kan ki ke koi ici use us bully mort ten mes more nada di da do`);
