import type { Accounts } from '../domain/accounts/service.ts';
import type { Discovery } from '../domain/discovery/service.ts';
import { ListProblem } from '../domain/lists/problems.ts';
import { ListText } from '../domain/lists/schema.ts';
import type { Lists } from '../domain/lists/service.ts';
import { ModerationProblem } from '../domain/moderation/problems.ts';
import { demoPatrons } from './patrons.ts';
import { worksTitled } from './works-titled.ts';

interface Deps {
  readonly accounts: Pick<Accounts, 'byCard'>;
  readonly discovery: Pick<Discovery, 'workIds' | 'works'>;
  readonly lists: Lists;
}

/** What invented people have gathered for everybody: by beginnings of titles, since ids are made anew by each catalogue. */
const drafts = [
  {
    by: 2,
    byline: 'Helmi K.',
    title: 'Lukupiirin talvi',
    description: 'Heinolan keskiviikkopiirin kirjat tälle talvelle. Tammikuussa aloitetaan paksuimmasta.',
    language: 'fi',
    works: [['Sinuhe', 'Tammikuu. Jaetaan kahdelle kerralle.'], ['Seitsemän veljestä', ''], ['Puhdistus', 'Maaliskuu.'], ['Kissani Jugoslavia', '']],
  },
  {
    by: 0,
    byline: 'Aino S.',
    title: 'Kun ulkona on pimeää',
    description: 'Ääneen luettavaa lasten kanssa: lunta, lamppuja ja lohtua.',
    language: 'fi',
    works: [['Taikatalvi', 'Meidän joka marraskuinen.'], ['Muumipappa ja meri', ''], ['Heinähattu', '']],
  },
  {
    by: 0,
    byline: 'Aino S.',
    title: 'Böcker jag läser om',
    description: 'De som blir bättre för varje gång.',
    language: 'sv',
    works: [['Den amerikanska flickan', 'Mer än en gåta.'], ['Landet som icke är', ''], ['Aniara', 'Bäst i november.'], ['Sinuhe', '']],
  },
] as const; // prettier-ignore

/** Lists of the demo that everybody may find, where there are none yet. */
export async function addDemoLists({ accounts, discovery, lists }: Deps): Promise<void> {
  const there = await lists.everybodys.page({ q: '', sort: 'newest', page: 1, size: 1 });
  if (there.total > 0) return;
  const works = await worksTitled(discovery, drafts.flatMap((draft) => draft.works.map(([title]) => title))); // prettier-ignore
  for (const { by, works: wanted, ...text } of drafts) {
    const account = await accounts.byCard(demoPatrons[by].cardNumber);
    if (!account) continue;
    const actor = { patron: account._id, municipality: account.municipality };
    try {
      const { list } = await lists.create(actor, ListText.parse({ ...text, visibility: 'public' }));
      for (const [title, note] of wanted) {
        const work = works.get(title);
        if (work !== undefined) await lists.entries.add(list._id, actor, { work, note });
      }
    } catch (error) {
      // whoever tries the demo may have set a town's community to begin later
      if (!(error instanceof ListProblem) && !(error instanceof ModerationProblem)) throw error;
    }
  }
}
