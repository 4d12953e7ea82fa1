import type { Context } from 'koa';
import type { TemplateResult } from 'lit';
import { z } from 'zod';
import { localDate } from '../../domain/local-date.ts';
import type { AccountState, Note } from '../../ui/pages/account/account.ts';
import { refusalText } from '../../ui/refusals.ts';
import type { Session } from '../sessions.ts';
import { pageContext, showPage } from '../show-page.ts';
import type { PageDeps } from './deps.ts';
import { field } from './forms.ts';
import { logInFirst } from './log-in-first.ts';
import { visitorOf } from './visitor.ts';

const NoteShape = z.object({ tone: z.enum(['done', 'refused']), text: z.string() });
const LeftNote = NoteShape.extend({ about: z.record(z.string(), NoteShape) });

/** Somebody who has logged in, and whose card their page is about. */
export interface Reading {
  readonly session: Session;
  readonly patron: string;
  readonly state: AccountState;
}

/** How every page of a patron begins and is shown. */
export function accountFrame({
  accounts,
  consortium,
  sessions,
  publicUrl,
}: Pick<PageDeps, 'accounts' | 'consortium' | 'sessions' | 'publicUrl'>) {
  /** Undefined where one has to log in first: then that is where the answer leads. */
  async function reading(ctx: Context, address: AccountState['address'], note?: Note): Promise<Reading | undefined> {
    const session = visitorOf(ctx);
    if (!session) {
      const next = ctx.method === 'GET' ? `${ctx.path}${ctx.search}` : ctx.path;
      logInFirst(ctx, next, publicUrl);
      return undefined;
    }
    const { account, csrfToken } = session;
    const asked = ctx.method === 'POST' ? field(ctx, 'card') : [ctx.query['card']].flat().at(-1);
    const card = asked && asked !== account._id && (await accounts.mayActFor(account._id, asked)) ? asked : undefined;
    const children = await Promise.all(account.children.map((child) => accounts.find(child)));
    const { reader } = pageContext(ctx, publicUrl);
    const patron = card ?? account._id;
    const of = card === undefined ? account : children.find((child) => child?._id === card);
    const { municipality } = of ?? account;
    const { live, starts } = await consortium.begun('renewLoan', municipality, localDate(new Date()));
    const left = note ?? LeftNote.safeParse(ctx.method === 'GET' ? await sessions.takeNote(ctx) : undefined).data;
    const state: AccountState = {
      reader,
      visitor: { name: account.name, csrfToken },
      address,
      card,
      children: children.flatMap((child) => (child ? [{ id: child._id, name: child.name }] : [])),
      note: left,
      waiting: live ? undefined : refusalText(reader, 'self-service-not-started', { municipality, starts }),
    };
    return { session, patron, state };
  }

  function show(ctx: Context, { state: { reader } }: Reading, main: TemplateResult): void {
    showPage(ctx, { ...pageContext(ctx, publicUrl), title: reader.t('account.title'), script: 'account', main });
    ctx.set('cache-control', 'no-store');
  }

  return { reading, show };
}
