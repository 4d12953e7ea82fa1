import { Router } from '@koa/router';
import { messagesPage } from '../../ui/pages/account/messages.ts';
import { accountFrame } from './account-frame.ts';
import type { PageDeps } from './deps.ts';
import { field, goOn, readForm, refuseForeignForm, told } from './forms.ts';

const address = '/account/messages';

/** What moderators have told a patron of their texts. */
export function messageRoutes(deps: PageDeps): Router {
  const { moderation, sessions, publicUrl } = deps;
  const { reading, show } = accountFrame(deps);
  const router = new Router();
  router.get(address, async (ctx) => {
    const read = await reading(ctx, address);
    if (read) show(ctx, read, messagesPage(read.state, await moderation.messagesTo(read.session.account._id)));
  });
  router.post(address, readForm, async (ctx) => {
    const read = await reading(ctx, address);
    if (!read) return;
    try {
      refuseForeignForm(ctx, publicUrl, read.session);
      await moderation.markRead(read.session.account._id, field(ctx, 'read'));
    } catch (error) {
      await sessions.leaveNote(ctx, { tone: 'refused', text: told(error, read.state.reader).text, about: {} });
    }
    goOn(ctx, address);
  });
  return router;
}
