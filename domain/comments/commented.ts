import { ListProblem } from '../lists/problems.ts';
import type { Lists } from '../lists/service.ts';
import { TipProblem } from '../tips/problems.ts';
import type { Tips } from '../tips/service.ts';
import type { CommentDeps, FindCommented } from './service.ts';

/** What can be commented on is what the reader may see. */
export const commentedOver = ({ tips, lists }: { tips: Pick<Tips, 'find'>; lists: Pick<Lists, 'find'> }): CommentDeps['commented'] => ({
  tip: found(`/tips/`, async (id, reader) => {
    const { tip, works } = await tips.find(id, reader);
    return tip.title || works.map(({ title }) => title).join(' · ');
  }),
  list: found('/lists/', async (id, reader) => (await lists.find(id, reader)).list.title),
}); // prettier-ignore

const found =
  (path: string, titleOf: (id: string, reader: string | undefined) => Promise<string>): FindCommented =>
  async (id, reader) => {
    try {
      return { title: await titleOf(id, reader), address: `${path}${encodeURIComponent(id)}` };
    } catch (error) {
      if (error instanceof TipProblem || error instanceof ListProblem) return undefined;
      throw error;
    }
  };
