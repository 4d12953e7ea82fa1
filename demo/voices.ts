import type { Accounts } from '../domain/accounts/service.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import { ReviewText } from '../domain/reviews/schema.ts';
import type { Reviews } from '../domain/reviews/service.ts';
import type { Tags } from '../domain/tags/service.ts';
import { demoMarc, demoWorks } from './generate.ts';
import { demoPatrons } from './patrons.ts';
import { seededRandom } from './random.ts';

/** Invented readers who rate and review; nobody logs in with their cards. */
const readers = ['Kirjatoukka', 'Sysmän lukupiiriläinen', 'Bokmalen', 'Nattläsaren', 'Slow reader', 'Yöpöydän pino', 'Äänikirjailija', 'Vääksyn kulkuri', 'Iltasatu', 'Dekkaristi', 'Hollolan humisija', 'Lahden lokki'] as const; // prettier-ignore
type Reader = (typeof readers)[number];

interface DemoReview {
  readonly title: string;
  readonly by: Reader;
  readonly stars: number;
  readonly language: 'fi' | 'sv' | 'en';
  readonly headline?: string;
  readonly text: string;
  readonly spoiler?: true;
  readonly helped?: number;
}

const written: readonly DemoReview[] = [
  { title: 'Sinuhe egyptiläinen', by: 'Kirjatoukka', stars: 5, language: 'fi', headline: 'Luen sen joka kymmenes vuosi', helped: 5, text: 'Joka kerralla se on **eri kirja**. Parikymppisenä luin seikkailun, nyt luin vanhenemisesta.\n\nAlkuun on paksu, mutta sivut kääntyvät itsestään.' },
  { title: 'Sinuhe egyptiläinen', by: 'Yöpöydän pino', stars: 3.5, language: 'fi', text: 'Komea maailma, mutta Sinuhe itse jäi minulle etäiseksi. Kuuntelin äänikirjana, ja se auttoi.' },
  { title: 'Sinuhe egyptiläinen', by: 'Slow reader', stars: 4.5, language: 'en', headline: 'Ancient Egypt, post-war mood', text: 'Written in 1945, and one feels it. *Nothing changes under the sun.*', helped: 2 },
  { title: 'Seitsemän veljestä', by: 'Vääksyn kulkuri', stars: 4.5, language: 'fi', headline: 'Koulun jälkeen vasta hauska', text: 'Pakkolukuna en päässyt alkua pidemmälle. Aikuisena nauroin ääneen bussissa.', helped: 3 },
  { title: 'Seitsemän veljestä', by: 'Hollolan humisija', stars: 4, language: 'fi', spoiler: true, text: 'Hiidenkivellä odottaminen on kirjan paras kohta, ja lopussa kaikki veljekset asettuvat aloilleen.' },
  { title: 'Trollvinter', by: 'Bokmalen', stars: 5, language: 'sv', headline: 'En bok för november', text: 'Mumintrollet vaknar för tidigt och får lära känna vintern. Den tröstar mig varje år.', helped: 4 },
  { title: 'Trollvinter', by: 'Iltasatu', stars: 5, language: 'fi', text: 'Luettiin ääneen viiden- ja kahdeksanvuotiaalle. Molemmat halusivat vielä yhden luvun.' },
  { title: 'Puhdistus', by: 'Lahden lokki', stars: 4.5, language: 'fi', headline: 'Raskas ja tarpeellinen', text: 'Ei iltalukemiseksi. Rakenne on taidokas: totuus tulee esiin pala kerrallaan.', helped: 2 },
  { title: 'Kissani Jugoslavia', by: 'Nattläsaren', stars: 4, language: 'sv', text: 'Två berättelser som möts till slut. Katten är olidlig, och det är meningen.' },
  { title: 'Dune', by: 'Slow reader', stars: 4, language: 'en', headline: 'Give it a hundred pages', text: 'The glossary is your friend. After that it does not let go.' },
]; // prettier-ignore

const called: readonly { readonly title: string; readonly tags: readonly string[] }[] = [
  { title: 'Sinuhe egyptiläinen', tags: ['historiallinen romaani', 'Egypti', 'klassikko', 'lukupiiriin'] },
  { title: 'Seitsemän veljestä', tags: ['klassikko', 'hauska', 'metsä'] },
  { title: 'Trollvinter', tags: ['lohtukirja', 'talvi', 'ääneen luettava', 'tröstbok'] },
  { title: 'Puhdistus', tags: ['Viro', 'lukupiiriin', 'rankka'] },
  { title: 'Kissani Jugoslavia', tags: ['kissat', 'maagista realismia'] },
  { title: 'Dune', tags: ['scifi', 'paksu kirja', 'aavikko'] },
  { title: 'Risto Räppääjä', tags: ['hauska', 'ääneen luettava'] },
  { title: 'Onnelin ja Annelin talo', tags: ['ääneen luettava', 'lohtukirja', 'ystävyys'] },
];

/** Works rated by some of the readers, the first ones by more. */
const rated = ['Kalevala', 'Tuntematon sotilas', 'Täällä Pohjantähden alla. 1', 'Pride and prejudice', 'Pippi Långstrump', 'Risto Räppääjä', 'Onnelin ja Annelin talo', 'Sommarboken', "Harry Potter and the philosopher's stone", 'Koirien Kalevala', 'Sinuhe egyptiläinen', 'Seitsemän veljestä', 'Trollvinter', 'Puhdistus', 'Dune'] as const; // prettier-ignore

interface Deps {
  readonly accounts: Accounts;
  readonly discovery: Pick<Discovery, 'record'>;
  readonly reviews: Reviews;
  readonly tags: Tags;
}

/** Lets invented readers say something of works of the demo, in three languages; again, nothing is said twice. */
export async function addDemoVoices({ accounts, discovery, reviews, tags }: Deps): Promise<void> {
  const actors = new Map(await Promise.all(readers.map(async (name, nth) => [name, await readerOf(name, nth, accounts)] as const))); // prettier-ignore
  const actor = (name: Reader) => actors.get(name) ?? { patron: '', municipality: 'lahti' };
  const everybody = [...actors.values()];
  const random = seededRandom(7);

  for (const title of rated) {
    const work = await workOf(title, discovery);
    if (work === undefined) continue;
    const favour = 3.2 + random() * 1.4;
    for (const one of everybody.slice(0, 3 + Math.floor(random() * 9))) {
      const stars = Math.min(5, Math.max(1, Math.round(2 * (favour + random() * 1.6 - 0.8)) / 2));
      await reviews.ratings.rate(one, work, stars);
    }
  }
  for (const { title, by, stars, headline = '', helped = 0, text, language, spoiler = false } of written) {
    const work = await workOf(title, discovery);
    if (work === undefined) continue;
    await reviews.ratings.rate(actor(by), work, stars);
    const { review } = await reviews.write(actor(by), work, ReviewText.parse({ title: headline, text, language, spoiler })); // prettier-ignore
    const others = everybody.filter((one) => one !== actor(by));
    for (const one of others.slice(0, helped)) await reviews.vote(one, review._id, true);
  }
  for (const { title, tags: words } of called) {
    const work = await workOf(title, discovery);
    if (work === undefined) continue;
    for (const [nth, word] of words.entries())
      for (const one of everybody.slice(nth, nth + 1 + Math.floor(random() * 3))) await tags.add(one, work, word);
  }
  const aino = await accounts.byCard(demoPatrons[0].cardNumber);
  if (aino) await accounts.setDisplayName(aino._id, 'Aino lukee');
}

/** Whether the demo's readers have said what they have to say. */
export const hasDemoVoices = async ({ byCard }: Pick<Accounts, 'byCard'>): Promise<boolean> =>
  (await byCard(cardOf(0))) !== undefined;

const cardOf = (nth: number) => `2100${String(nth).padStart(4, '0')}`;

async function readerOf(name: Reader, nth: number, accounts: Accounts) {
  const municipality = ['lahti', 'heinola', 'hollola', 'asikkala'][nth % 4] ?? 'lahti';
  const there = await accounts.byCard(cardOf(nth));
  const { _id: patron } =
    there ?? (await accounts.add({ cardNumber: cardOf(nth), name: `Lukija ${nth + 1}`, municipality, contact: {}, language: 'fi' })); // prettier-ignore
  if (there?.displayName === undefined) await accounts.setDisplayName(patron, name);
  return { patron, municipality };
}

/** The work of the demo catalogue with a title; undefined where the catalogue is too small to hold it. */
async function workOf(title: string, { record }: Pick<Discovery, 'record'>): Promise<string | undefined> {
  const at = demoWorks().findIndex((work) => work.title === title);
  const control = at < 0 ? undefined : demoMarc(at)[0]?.fields.find(({ tag }) => tag === '001');
  if (!control || !('value' in control)) return undefined;
  return (await record(`demo.${control.value}`))?.workId;
}
