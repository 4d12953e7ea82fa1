import type { KeptText, TextKeepers } from './keeper.ts';
import type { ModerationRepository } from './repository.ts';
import { voiceKinds, type Report, type VoiceKind } from './schema.ts';

/** What staff look for: what waits for them (held or reported), what was reported, what is hidden, what stands published. */
export const queueViews = ['waiting', 'reported', 'hidden', 'published'] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueuedText {
  readonly kind: VoiceKind;
  readonly text: KeptText;
  /** Open ones, the first first. */
  readonly reports: readonly Report[];
  /** Since when it has waited for staff, or stood as it does. */
  readonly since: Date;
}

export interface Queue {
  /** What waits the longest first; `after` goes on from the last one seen. */
  queue(wish: {
    view: QueueView;
    kinds?: readonly VoiceKind[] | undefined;
    municipality?: string | undefined;
    after?: Date | undefined;
    size: number;
  }): Promise<QueuedText[]>;
}

export function queueOf({ repository, keepers }: { repository: ModerationRepository; keepers: TextKeepers }): Queue {
  type Page = { after?: Date | undefined; most: number };

  async function inState(kinds: readonly VoiceKind[], state: 'pending' | 'hidden' | 'published', page: Page) {
    const found = await Promise.all(
      kinds.map(async (kind) => ((await keepers[kind]?.standing(state, page)) ?? []).map((text) => ({ kind, text }))),
    );
    return Promise.all(
      found.flat().map(async ({ kind, text }): Promise<QueuedText> => {
        const reports = await repository.openReports({ kind, id: text.id });
        return { kind, text, reports, since: text.standing.since };
      }),
    );
  }

  async function reported(kinds: readonly VoiceKind[], page: Page): Promise<QueuedText[]> {
    const found = (await repository.reportedTexts(page)).filter(({ kind }) => kinds.includes(kind));
    const texts = await Promise.all(
      found.map(async ({ kind, id, since }): Promise<QueuedText | undefined> => {
        const text = await keepers[kind]?.find(id);
        if (text) return { kind, text, reports: await repository.openReports({ kind, id }), since };
        await repository.settleReports({ kind, id }); // whoever wrote it has taken it away
        return undefined;
      }),
    );
    return texts.filter((one) => one !== undefined);
  }

  return {
    async queue({ view, kinds = voiceKinds, municipality, after, size }) {
      const page = { after, most: municipality === undefined ? size : mostLookedThrough };
      const all =
        view === 'waiting'
          ? [...(await inState(kinds, 'pending', page)), ...(await reported(kinds, page)).filter(isPublished)]
          : view === 'reported'
            ? await reported(kinds, page)
            : await inState(kinds, view, page);
      return all
        .filter(({ text }) => municipality === undefined || text.municipality === municipality)
        .toSorted((a, b) => a.since.getTime() - b.since.getTime())
        .slice(0, size);
    },
  };
}

const isPublished = ({ text }: QueuedText) => text.standing.state === 'published';
const mostLookedThrough = 1_000;
