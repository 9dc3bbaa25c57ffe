import { Test, type TestingModule } from '@nestjs/testing';
import { type TestFolder, testFolder, testSettings } from '../../test/support/settings.js';
import { chat } from '../../test/support/transcripts.js';
import { ClassificationModule } from '../classification/classification.module.js';
import { LocalClassifier } from '../classification/local.classifier.js';
import { ConfigModule } from '../config/config.module.js';
import { DeidentificationModule } from '../deidentification/deidentification.module.js';
import { KeyphrasesModule } from './keyphrases.module.js';
import { LocalGenerator } from './local.generator.js';

/** What texters wrote, and what a phrase must not state, for they did not. Messages of one turn are parted by `|`. */
const UNSTATED: readonly (readonly [said: string, unstated: RegExp])[] = [
  // Words that mean something else
  ['when someone says that word it hits me harder every time', /hit/],
  ['the news came and hit me all at once', /hit/],
  ['she hit me up on insta and we talked all night', /hit/],
  ['my brother beats me at chess every time', /being hit|hurt by/],
  ['they kicked me out of the group chat', /hit|home/],
  ['she held me while i cried about my exam', /grabbed|shoved/],
  ['he pushed me to do better in math', /grabbed|shoved|hurt by|being hit/],
  ['We eventually broke up after two years and i miss her', /money|debt/],
  ['my dad passed out on the couch again', /loss|death/],
  ['my brother passed his driving test and im so jealous', /loss|death/],
  ['i miss my mom when shes at work in the evening', /loss|death/],
  ['i really miss my grandma since she moved back to india', /loss|death/],
  ['my sister overdosed and shes in the hospital', /loss|losing/],
  ['he almost killed himself but hes ok now', /losing someone/],
  ['my dog got hit by a car and he needs surgery', /death|loss/],
  ['something is missing in my life and i feel sad', /missing/],
  ['my homework is missing and my teacher is mad', /missing/],
  ['i lost my school binder again and im so stressed', /gendered|body/],
  ['im just crying in the girls bathroom at school', /gender/],
  ['is it just my hormones or am i sad', /gender-affirming/],
  ['my transition to high school is so hard', /gender/],
  ['im up all night reading my book for english class', /nightmare/],
  ['my account is private and nobody follows me', /confidential/],
  ['sorry are you a real person or a bot', /distrust/],
  ['my mom saw my marks and yelled at me', /scar|self-harm/],
  ['i hit my head at soccer and now im dizzy', /self|hitting/],
  ['il me frappe avec une ceinture', /frapper ou se|hitting or burning/],
  ['my mom left for work and i feel lonely', /abandon/],
  ['my mom doesnt want me to date anyone', /abandon/],
  ['he left me on read again and im so sad', /breakup/],
  ['i broke my phone and my mom will kill me', /anger|suicid|ending life/],
  ['je peux plus sortir le soir à cause de mes parents', /tired|épuis/],
  ['i got vaccinated and my arm hurts', /vaccine/],
  ['i tested positive and i dont know how to tell my boyfriend im pregnant', /covid/],
  ['we volunteer at the food bank on sundays and im so stressed', /food bank/],
  ['we got my dog from the shelter and he bites me', /shelter/],
  ['i took my phone out and my teacher yelled at me', /phone taken/],
  ['my stepdad is really nice but i miss my real dad', /stepparent/],
  ['my crush asked me out and im so nervous', /unrequited/],
  ['i used chatgpt for my essay and now im scared ill fail', /attachment/],
  // Others' and past harm, and words wider than the phrase
  ["my friend's bf checks her phone and calls her a whore", /belittled|controlled/],
  ['i used to scratch my arms in gr 7 but thats over', /hurting self/],
  ['i failed my whole semester', /failing a class/],
  ['i have dyspraxia and im too slow at work', /learning disability/],
  ['i was drunk at the party, i drank a lot', /blackout/],
  ['the group home staff took my shoes', /peers/],
  ['i aged out of foster care last year', /living in foster care/],
  ['i think im trans and my parents are religious', /coming out/],
  // Qualifiers that nobody stated
  ['he offered me weed at the party and i said no and im proud', /daily|cannabis|drug|use/],
  ['i smoked weed once last summer', /daily/],
  ['dad is drunk again', /own|drinking to cope|alcohol use/],
  ['my mom is an alcoholic and its so hard', /own|drinking to cope|unable to stop|alcohol use/],
  ['mon père boit trop', /own|sa consommation|drinking to cope|unable to stop|blackout/],
  ['my brother vapes in our room and i hate it', /own|dependence/],
  ['im gay and scared', /straight|hidden|oneself/],
  ['i was raped last year', /recent|childhood|child/],
  ['he touched me', /childhood|child/],
  ['my dad hits me', /witness|partner|childhood/],
  ['my bf left me', /long|constant/],
  ['my bf hits me and i still love him', /parent|home|childhood/],
  ['if i was gone it would just stop', /loved ones|staying/],
  ['my mom controls everything i do and wont let me have friends', /partner/],
  ['watch ta bouche il me dit', /aliment|food/],
  ['i feel happy', /pretend/],
  ['school sucks', /dropping|result/],
  ['i feel so alone', /around others|nobody/],
  ['my parents fight about money', /constant/],
  ['i cut myself', /cope|punish|relapse/],
  ['i have a panic attack sometimes', /public|frequent|now/],
  ['my brother is autistic and he breaks my stuff', /caring/],
  ['i take care of my mom', /sick|ill\b/],
  ['i sent him my nudes', /without consent|pressured/],
  ['i want to talk to someone i need someone to talk to', /no one/],
  ['my dad got deported', /fear/],
  ['my uncle hits me', /parent|partner/],
  ['my dad told me to kill myself', /peers/],
  ['my cousin said id be better dead', /parent/],
  ['im homeless', /outside|shelter|car/],
  ['i gained weight', /feeling fat|hating/],
  ['my mom saw me in the mirror', /hating/],
  ['my grandma died last week', /dying soon/],
  ['ma mère contrôle tout ce que je fais', /partenaire/],
  ['my friend got arrested for stealing', /caught stealing|trouble with police|charges/],
  ['my brother got suspended from school', /suspension/],
  ['my sister failed math', /failing/],
  ['my mom is a bad mother', /parenting/],
  ['my parents are getting a divorce', /going through/],
  ['how do i tell my parents', /fear/],
  ['he wants to kill my mom', /hurting others/],
  ['my dad has anger issues', /anger outbursts/],
  ['dont worry about me im just here for my friend who drinks a lot', /own|alcohol use|cope/],
];

/** What texters wrote, and the phrase that says it. */
const STATED: readonly (readonly [said: string, phrase: string])[] = [
  ['he hits me', 'being hit'],
  ['my dad hits me', 'being hurt by father'],
  ['my stepdad slaps me when hes mad', 'being hurt by stepfather'],
  ['my dad hits my mom and i hear it', 'witnessing violence at home'],
  ['my boyfriend choked me last night', 'hit or choked by partner'],
  ['my boyfriend tracks my phone and wont let me see my friends', 'being controlled by partner'],
  ['my bf broke up with me yesterday', 'breakup with partner'],
  ['my dad is an alcoholic', "parent's substance use"],
  ['mon père boit trop', "parent's substance use"],
  ['i smoke weed every day before school', 'cannabis use'],
  ['i drink every night to forget', 'drinking to cope'],
  ['i cant stop drinking', 'unable to stop drinking'],
  ['i was raped last year', 'being sexually assaulted'],
  ['i was raped when i was 6', 'being sexually assaulted'],
  ['my uncle touched me when i was little', 'childhood sexual abuse'],
  ['i wish i was straight', 'wishing to be straight'],
  ['the only reason im still here is my little brother', 'staying alive for loved ones'],
  ['i pretend to be fine but i cry all the time', 'pretending to be fine'],
  ['im thinking about dropping out of school', 'considering dropping out'],
  ['i want to kill myself', 'thoughts of ending life'],
  ['i never want to wake up again', 'wishing not to be alive'],
  ['i cut my wrists last night', 'self-harm by cutting'],
  ['i have to hide my scars under long sleeves', 'hiding self-harm scars'],
  ['my dog died yesterday', 'death of a pet'],
  ['my grandma died last week', 'loss of grandparent'],
  ['my friend died from an overdose', 'losing someone to overdose'],
  ['my brother killed himself', 'losing someone to suicide'],
  ['im scared my dad will get deported', 'fear of deportation'],
  ['we cant pay rent and my parents are always broke', 'family money worries'],
  ['i have nightmares every night', 'recurring nightmares'],
  ['i get panic attacks every day', 'frequent panic attacks'],
  ['i had a panic attack in class', 'panic attacks in public'],
  ['i have surgery tomorrow and im so scared', 'upcoming surgery'],
  ['my parents fight all the time', 'parents arguing'],
  ['my parents are getting divorced', 'parents separating or divorcing'],
  ['i feel so alone even when im with people', 'lonely around others'],
  ['i have no one to talk to', 'no one to talk to'],
  ['kids at school call me a freak', 'name-calling at school'],
  ['someone told me to kill myself in my comments', 'told to die by peers'],
  ['a guy threatened to leak my nudes if i dont pay', 'sextortion with nude photos'],
  ['he keeps asking me for nudes', 'pressured to send nudes'],
  ['my ex leaked my nudes to everyone', 'nudes shared without consent'],
  ['i starve myself and skip meals', 'restricting food intake'],
  ['i make myself throw up after dinner', 'purging after meals'],
  ['i hate my body so much', 'hating own body'],
  ['they keep using the wrong pronouns for me', 'being misgendered'],
  ['i have to take care of my little brother every day', 'caring for younger siblings'],
  ['i take care of my mom since her stroke', 'caring for a parent'],
  ['im failing chem', 'failing a class'],
  ['my mom took my phone away', 'phone taken away'],
  ['my stepdad kicked me out of the house', 'kicked out of home'],
  ['i dont feel safe at home, im scared to go home', 'afraid to go home'],
  ['i took a whole bottle of pills just now', 'overdose just taken'],
  ['my best friend wants to kill herself', 'someone close being suicidal'],
  ['i worry about my weight i feel so fat', 'distress over weight'],
  ['im burnt out from school', 'school burnout'],
  ['the kids at school make fun of my accent', 'mocked for accent'],
  ['my mom doesnt speak english so i translate for my parents', 'translating for parents'],
  ['i got fired from my job', 'losing a job'],
  ['my boss yells at me', 'conflict with boss'],
  ['i hear voices telling me stuff', 'hearing voices'],
  ['i moved out and now im homeless', 'being homeless'],
  ['jai peur de rentrer à la maison', 'afraid to go home'],
  ['mon chum m’a laissée hier', 'breakup with partner'],
  ['je me coupe pour me calmer', 'self-harm by cutting'],
  ['mes parents se chicanent tout le temps', 'parents arguing'],
];

describe('keyphrases of the local engine', () => {
  let folder: TestFolder;
  let module: TestingModule;

  beforeAll(async () => {
    folder = testFolder();
    module = await Test.createTestingModule({
      imports: [
        ConfigModule.with(testSettings(folder)),
        ClassificationModule,
        DeidentificationModule,
        KeyphrasesModule,
      ],
    }).compile();
    await module.init();
  });
  afterAll(async () => {
    await module.close();
    folder.remove();
  });

  /** English forms, and French ones where the text is French. */
  const phrasesOf = async (said: string) => {
    const french = /(?<!\p{L})(?:je|mon|ma|mes|il|ta|jai)(?!\p{L})/u.test(said) && !/\bi\b/.test(said);
    const transcript = chat([`t: ${said}`], french ? 'fr' : 'en');
    const classification = await module.get(LocalClassifier).classify(transcript);
    const { keyphrases } = await module.get(LocalGenerator).generate(transcript, classification);
    return keyphrases.flatMap(({ text, canonical }) => (text === canonical ? [text] : [canonical, text]));
  };

  it.each(UNSTATED)('of %p do not state %p', async (said, unstated) => {
    expect((await phrasesOf(said)).filter((phrase) => unstated.test(phrase))).toEqual([]);
  });

  it.each(STATED)('of %p say %p', async (said, phrase) => {
    expect(await phrasesOf(said)).toContain(phrase);
  });
});
