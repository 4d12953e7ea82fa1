import { ModerationProblem } from '../domain/moderation/problems.ts';
import type { Accounts } from '../domain/accounts/service.ts';
import type { Audience } from '../domain/catalogue/schema.ts';
import type { Comments } from '../domain/comments/service.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import type { Author } from '../domain/moderation/admission.ts';
import type { Tips } from '../domain/tips/service.ts';
import type { Staff } from '../domain/staff/service.ts';
import { demoPatrons } from './patrons.ts';
import { demoStaff } from './staff.ts';
import { worksTitled } from './works-titled.ts';

interface Deps {
  readonly accounts: Pick<Accounts, 'byCard'>;
  readonly staff: Pick<Staff, 'byEmail'>;
  readonly discovery: Pick<Discovery, 'workIds' | 'works'>;
  readonly tips: Tips;
  readonly comments: Comments;
}

/** What invented people recommend: by beginnings of titles, since ids are made anew by each catalogue. */
const drafts = [
  {
    by: 0,
    byline: 'Aino S.',
    audiences: ['adult'],
    titles: ['Sinuhe'],
    title: 'Tuhat sivua, jotka loppuvat kesken',
    text: 'Luulin tuntevani tämän jo koulusta. En tuntenut. Hidas alku kannattaa kestää: *toinen kirja* vei kaksi yötä.',
  },
  {
    by: 3,
    byline: 'Tuomas, Lahden pääkirjasto',
    audiences: ['child'],
    titles: ['Taikatalvi', 'Muumipappa ja meri'],
    title: 'Muumeja talvi-iltoihin',
    text: 'Kaksi vähän hiljaisempaa muumikirjaa ääneen luettavaksi:\n\n- **Taikatalvi**, kun ulkona on pimeää\n- **Muumipappa ja meri**, kun ikävöi kesää',
  },
  {
    by: 3,
    byline: 'Tuomas, Lahden pääkirjasto',
    audiences: ['young', 'adult'],
    titles: ['Tuntematon sotilas'],
    title: '',
    text: 'Lue ennen elokuvaa. Puheenparret ovat kirjassa vielä hauskempia.',
  },
] as const satisfies readonly Draft[];

interface Draft {
  readonly by: 0 | 1 | 2 | 3;
  readonly byline: string;
  readonly audiences: readonly Audience[];
  readonly titles: readonly string[];
  readonly title: string;
  readonly text: string;
}

/** Tips of the demo with a thread of comments, where there are none yet. */
export async function addDemoTips({ accounts, staff, discovery, tips, comments }: Deps): Promise<void> {
  const [byAll, byStaff] = await Promise.all([tips.page({ page: 1, size: 1 }), tips.page({ byStaff: true, page: 1, size: 1 })]); // prettier-ignore
  if (byAll.total > 0 && byStaff.total > 0) return;
  const authors = [
    ...(await Promise.all(demoPatrons.map(({ cardNumber }) => authorOf(accounts, cardNumber)))),
    await authorOfStaff(staff),
  ];
  const wanted = drafts.flatMap(({ titles }) => [...titles]);
  const works = await worksTitled(discovery, wanted);
  const written: string[] = [];
  for (const { by, titles, byline, audiences, title, text } of drafts) {
    const [author, ids] = [authors[by], titles.flatMap((one) => works.get(one) ?? [])];
    if (!author || ids.length === 0 || (author.isStaff ? byStaff : byAll).total > 0) continue;
    const made = await ifAdmitted(tips.create(author, { works: ids, byline, audiences: [...audiences], title, text, language: 'fi' })); // prettier-ignore
    if (made) written.push(made.tip._id);
  }
  const [first] = written;
  const [aino, , helmi] = authors;
  if (first === undefined || byAll.total > 0 || !aino || !helmi) return;
  const on = { kind: 'tip', id: first } as const;
  const asked = await ifAdmitted(comments.write(helmi, { on, byline: 'Helmi', text: 'Onko äänikirja yhtä hyvä?' }));
  if (!asked) return;
  await ifAdmitted(comments.write(aino, { on, parent: asked._id, byline: 'Aino S.', text: 'On, lukija on loistava.' }));
}

/** Undefined where it may not be written: whoever tries the demo may have set a town's community to begin later. */
async function ifAdmitted<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ModerationProblem) return undefined;
    throw error;
  }
}

async function authorOf(accounts: Deps['accounts'], cardNumber: string): Promise<Author | undefined> {
  const account = await accounts.byCard(cardNumber);
  if (!account) return undefined;
  return { patron: account._id, municipality: account.municipality, isStaff: false };
}

/** The libraries' own tips; none where the demo's staff are not let in. */
async function authorOfStaff(staff: Deps['staff']): Promise<Author | undefined> {
  const account = await staff.byEmail(demoStaff[0]?.email ?? '');
  return account?.serves === undefined
    ? undefined
    : { patron: account._id, municipality: account.serves, isStaff: true };
}
