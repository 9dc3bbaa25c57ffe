import { detectLanguage } from './language.js';

describe('the language of a conversation', () => {
  it.each([
    ['en', 'i cant do this anymore'],
    ['en', 'idk what to do ngl'],
    ['en', 'my names aisha n my parents wont let me out'],
    ['en', 'u there'],
    ['en', 'my boyfriend hits me'],
    ['en', 'he hit me'],
    ['en', 'my uncle touches me'],
    ['en', 'got bullied again'],
    ['en', 'suicidal'],
    ['fr', 'mon oncle me touche'],
    ['fr', 'g plu envie'],
    ['fr', 'y me frappe'],
    ['fr', 'jveut mourir'],
    ['es', 'no puedo mas'],
    ['es', 'me siento muy sola'],
    ['de', 'mein vater schlägt mich'],
    ['fr', 'jsuis pu capable'],
    ['fr', 'pk tt le monde me deteste'],
    ['fr', 'jai besoin daide stp'],
    ['fr', 'ma mere me crie dessus a chaque soir'],
    ['fr', 'slt'],
    ['es', 'hola necesito ayuda, mi papa me pega y no se que hacer'],
    ['pt', 'não aguento mais a minha vida'],
    ['de', 'ich kann nicht mehr, alles ist so schwer'],
    ['vi', 'tôi rất buồn và không muốn sống nữa'],
    ['tl', 'malungkot ako at ayoko na'],
    ['ar', 'مرحبا اشعر بالحزن الشديد'],
    ['ur', 'اداس ہوں مجھے مدد چاہیے'],
    ['ru', 'мне очень плохо и я не хочу жить'],
    ['zh', '我很难过，不想活了'],
    ['ja', '私はとても悲しいです'],
    ['ko', '너무 슬퍼요'],
    ['pa', 'ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ'],
    ['hi', 'मुझे मदद चाहिए'],
  ])('is %s in «%s»', async (language, text) => {
    expect(await detectLanguage([text])).toBe(language);
  });

  it('is the one with more words in a mixed chat', async () => {
    expect(
      await detectLanguage(['im so tired', 'jsuis tannée de tout ça', 'jai pas envie daller a lecole']),
    ).toBe('fr');
    expect(await detectLanguage(['my mom est fachee contre me', 'and i hate being home with her'])).toBe(
      'en',
    );
  });

  it.each([[[]], [['']], [['😭😭']], [['123']], [['hmm']]])('is und in %j', async (messages) => {
    expect(await detectLanguage(messages)).toBe('und');
  });
});
