import type { KeptText, TextKeeper } from '../moderation/keeper.ts';
import type { VoiceDeps } from '../reviews/deps.ts';
import type { TagRepository } from './repository.ts';
import type { Tag } from './schema.ts';

interface Deps {
  readonly repository: TagRepository;
  readonly deps: VoiceDeps;
  readonly change: (work: string, write: () => Promise<boolean>) => Promise<boolean>;
}

/** Tags as staff judge them. They stand under no name. */
export function tagKeeper({ repository, deps, change }: Deps): TextKeeper {
  async function kept({ _id: id, work: asked, patron, text, at, standing }: Tag): Promise<KeptText> {
    const [writer, [work]] = await Promise.all([deps.findWriter(patron), deps.discovery.works([asked])]);
    return {
      id,
      version: 1, // a tag is never changed
      author: patron,
      municipality: writer?.municipality ?? '',
      byline: '',
      title: '',
      text,
      about: { title: work?.title ?? '', address: work ? `/works/${encodeURIComponent(work.id)}#tags` : '' },
      writtenAt: at,
      standing,
    };
  }

  return {
    async find(id) {
      const tag = await repository.tag(id);
      return tag && kept(tag);
    },
    standing: async (state, page) => Promise.all((await repository.standing(state, page)).map(kept)),
    async move(read, standing) {
      const tag = await repository.tag(read.id);
      return tag !== undefined && change(tag.work, () => repository.move(read, standing));
    },
  };
}
