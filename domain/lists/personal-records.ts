import type { PersonalRecords } from '../accounts/privacy.ts';
import { heirOf } from './decisions.ts';
import type { ListDeps } from './deps.ts';
import { removeForGood } from './removal.ts';

/** What lists keep of a patron. Lists that others write in go to one of them, and with them what they hold. */
export function listRecords(kept: Pick<ListDeps, 'lists' | 'entries' | 'everybodys' | 'removeAbout'>): PersonalRecords {
  const { lists, entries, everybodys } = kept;
  return {
    name: 'lists',

    async export(patron) {
      const found = await lists.ofPatron(patron);
      const own = [...found.filter(({ owner }) => owner === patron), ...(await lists.deletedOf(patron))];
      const joined = found.filter(({ owner }) => owner !== patron);
      return {
        lists: await Promise.all(
          own.map(
            async ({
              _id: id,
              owner: _owner,
              members,
              invitations: _invitations,
              words: _words,
              wordsBy: _by,
              ...list
            }) => ({
              id,
              ...list,
              members: members.map(({ name, role, since }) => ({ name, role, since })),
              entries: (await entries.page(id, 'hand', { skip: 0, size: 0 })).map(
                ({ work, title, authors, note, addedAt }) => ({ work, title, authors, note, addedAt }),
              ),
            }),
          ),
        ),
        joined: joined.map(({ _id: id, title, members }) => {
          const { name, role, since } = members.find((one) => one.patron === patron) ?? {};
          return { id, title, name, role, since };
        }),
        addedToListsOfOthers: (await entries.ofPatron(patron))
          .filter(({ list }) => !own.some(({ _id }) => _id === list))
          .map(({ list, work, title, note, addedAt }) => ({ list, work, title, note, addedAt })),
        saved: (await everybodys.savedBy(patron)).map(({ list, at }) => ({ list, at })),
      };
    },

    hindrance: async () => undefined,

    async count(patron) {
      const found = await lists.ofPatron(patron);
      const owned = found.filter(({ owner }) => owner === patron).length;
      const savedLists = (await everybodys.savedBy(patron)).length;
      return { lists: owned, joinedLists: found.length - owned, savedLists };
    },

    async move(from, to) {
      await lists.move(from, to);
      await entries.movePatron(from, to);
      for (const { list, at } of await everybodys.savedBy(from)) {
        await everybodys.save({ list, patron: to, at });
        await everybodys.unsave(from, list);
      }
    },

    async erase(patron) {
      for (const list of [...(await lists.ofPatron(patron)), ...(await lists.deletedOf(patron))]) {
        const heir = list.owner === patron && !list.deletedAt ? heirOf(list) : undefined;
        const membership = list.members.find((one) => one.patron === patron);
        if (heir) await lists.handOver(list._id, patron, heir);
        else if (membership) await lists.removeMember(list._id, membership.id);
        else await removeForGood(kept, list._id);
      }
      await entries.forgetPatron(patron);
      for (const { list } of await everybodys.savedBy(patron)) await everybodys.unsave(patron, list);
    },
  };
}
