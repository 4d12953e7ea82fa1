import type { Context } from 'koa';
import { z } from 'zod';
import { ListProblem } from '../../domain/lists/problems.ts';
import { ListText, MemberRole, Note, type Position } from '../../domain/lists/schema.ts';
import type { Lists } from '../../domain/lists/service.ts';
import type { Actor } from '../../domain/lists/deps.ts';
import type { Reader } from '../../ui/messages/messages.ts';
import { listPath, type ListConflict, type ListNote, type ListTyped } from '../../ui/pages/list/list-state.ts';
import { field } from './forms.ts';

/** What came of a form of a list: words for the page, both versions of what somebody else has changed, an invitation, or a way on. */
export type ListCame =
  | { readonly note: ListNote; readonly typed?: ListTyped | undefined }
  | { readonly conflict: ListConflict }
  | { readonly invited: { readonly token: string; readonly expiresAt: Date } }
  | { readonly goTo: string; readonly note: ListNote };

interface Act {
  readonly ctx: Context;
  readonly reader: Reader;
  readonly id: string;
  readonly actor: Actor;
}

/** What the forms of a list's page do, by the name of their button. What the domain refuses is thrown. */
export function listActs(lists: Lists): Readonly<Record<string, (act: Act) => Promise<ListCame>>> {
  const { entries } = lists;
  const done = (text: string, more: Partial<ListNote> = {}): ListCame => ({ note: { tone: 'done', text, ...more } });

  async function move({ ctx, id, actor }: Act, to: Parameters<typeof entries.move>[3]): Promise<ListCame> {
    const { _id, title } = await entries.move(id, actor, field(ctx, 'entry'), to);
    return { note: { tone: 'done', text: title, moved: _id } };
  }

  return {
    up: (act) => move(act, { step: 'up' }),
    down: (act) => move(act, { step: 'down' }),
    place: (act) => move(act, positionIn(act.ctx)),

    async note({ ctx, reader: { t }, id, actor }) {
      const [entry, version, note] = [field(ctx, 'entry'), Version.parse(field(ctx, 'version')), Note.parse(field(ctx, 'note'))]; // prettier-ignore
      const { done: isDone, entry: current } = await entries.annotate(id, actor, entry, { version, note });
      if (isDone) return done(t('list.noteSaved', { title: current.title }));
      return { conflict: { entry, version: current.version, current: current.note, yours: note } };
    },

    async remove({ ctx, reader: { t }, id, actor }) {
      const { removed, before } = await entries.remove(id, actor, field(ctx, 'entry'));
      if (!removed) throw new ListProblem('list-entry-not-found');
      const { work, note, title } = removed;
      return done(t('list.removed', { title }), { undo: { work, note, before } });
    },

    async takeBack({ ctx, reader: { t }, id, actor }) {
      const wish = { work: field(ctx, 'work'), note: Note.parse(field(ctx, 'note')) };
      const added = await entries
        .add(id, actor, { ...wish, position: positionIn(ctx) })
        .catch(async (error: unknown) => {
          if (!(error instanceof ListProblem) || error.reason !== 'list-entry-not-found') throw error;
          return entries.add(id, actor, wish); // what stood after it is gone too
        });
      return done(t('list.takenBack', { title: added.entry.title }));
    },

    async settings({ ctx, reader: { t }, id, actor }) {
      const said = Object.fromEntries(Object.entries(settingFields).map(([name, from]) => [name, field(ctx, from)]));
      const isOwner = field(ctx, 'visibility') !== '';
      const { visibility, byline, ...others } = ListText.parse({ ...said, ...(!isOwner && { visibility: 'private' }) });
      const text = isOwner ? { ...others, visibility, byline } : others;
      const version = Version.parse(field(ctx, 'version'));
      const { done: isDone, list } = await lists.change(id, actor, { version, text });
      if (isDone) return done(t('list.saved'));
      return { conflict: { version: list.version, current: ListText.parse(list), yours: text } };
    },

    async invite({ ctx, id, actor }) {
      const { token, expiresAt } = await lists.invite(id, actor, MemberRole.parse(field(ctx, 'role')));
      return { invited: { token, expiresAt } };
    },

    async withdraw({ ctx, reader: { t }, id, actor }) {
      await lists.withdrawInvitation(id, actor.patron, field(ctx, 'invitation'));
      return done(t('list.withdrawn'));
    },

    async removeMember({ ctx, reader: { t }, id, actor }) {
      const { list, role } = await lists.find(id, actor.patron);
      const name = list.members.find((one) => one.id === field(ctx, 'member'))?.name ?? '';
      await lists.removeMember(id, actor.patron, field(ctx, 'member'));
      return done(t(role === 'owner' ? 'list.memberSentAway' : 'list.memberRemoved', { name }));
    },

    async save({ reader: { t }, id, actor }) {
      await lists.everybodys.save(actor, id);
      return done(t('publicLists.told.saved'));
    },

    async unsave({ reader: { t }, id, actor }) {
      await lists.everybodys.unsave(actor.patron, id);
      return done(t('publicLists.told.unsaved'));
    },

    async copy({ reader: { t }, id, actor }) {
      const { list } = await lists.copy(id, actor);
      return { goTo: listPath(list._id), note: { tone: 'done', text: t('list.copied') } };
    },
  };
}

/** What somebody has typed in a form of a list, to stand there still where it is refused. */
export function typedIn(ctx: Context): ListTyped | undefined {
  switch (field(ctx, 'do')) {
    case 'note':
      return { entry: field(ctx, 'entry'), note: field(ctx, 'note') };
    case 'settings':
      return { title: field(ctx, 'title'), description: field(ctx, 'description'), byline: field(ctx, 'byline') };
    default:
      return undefined;
  }
}

const Version = z.coerce.number().int();

/** Fields of the form, by what they change; the order has another name there, as the list is shown in one too. */
const settingFields = {
  title: 'title',
  description: 'description',
  language: 'language',
  byline: 'byline',
  visibility: 'visibility',
  order: 'usual',
} as const;

function positionIn(ctx: Context): Position {
  const [before, after] = [field(ctx, 'before'), field(ctx, 'after')];
  return before !== '' ? { before } : after !== '' ? { after } : { at: 'last' };
}
