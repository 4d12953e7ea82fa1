import type { Context } from 'koa';
import { createCardPainter } from './cover-card.ts';

type Subject = Parameters<ReturnType<typeof createCardPainter>>[0];

/** Answers with a picture that links to a page are shown with. */
export type ShowCard = (ctx: Context, subject: Subject) => Promise<void>;

/** Cards are told apart by their addresses alone, and set no cookie: what lies between may keep them for everybody. */
export function createCards(): ShowCard {
  const paint = createCardPainter();
  return async (ctx, subject) => {
    const card = await paint(subject);
    if (!card) {
      ctx.set('retry-after', '10');
      ctx.status = 503;
      ctx.body = '';
      return;
    }
    ctx.set('cache-control', `public, max-age=${day}`);
    ctx.type = 'png';
    ctx.body = card;
  };
}

const day = 24 * 3600;
