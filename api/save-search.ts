import type { PatronAccount } from '../domain/accounts/schema.ts';
import type { Accounts } from '../domain/accounts/service.ts';
import type { SavedSearch, SavedSearchText, SavedWish } from '../domain/saved-searches/schema.ts';
import type { SavedSearches } from '../domain/saved-searches/service.ts';

interface Deps {
  readonly accounts: Pick<Accounts, 'changeSettings'>;
  readonly savedSearches: Pick<SavedSearches, 'save' | 'change'>;
}
type Account = Pick<PatronAccount, '_id' | 'municipality' | 'settings'>;

/** Saves a search for a patron. Who asks for letters wants them, whatever was said of such letters before. */
export async function saveSearch(
  { accounts, savedSearches }: Deps,
  { _id: patron, municipality, settings }: Account,
  { text, wish }: { text: SavedSearchText; wish: SavedWish },
): Promise<SavedSearch> {
  const search = await savedSearches.save({ patron, municipality }, { ...text, wish, language: settings.language });
  if (text.channel === 'email') await letLettersCome(accounts, patron, settings);
  return search;
}

export async function changeSearch(
  { accounts, savedSearches }: Deps,
  { _id: patron, settings }: Account,
  { id, change }: { id: string; change: Parameters<SavedSearches['change']>[2] },
): Promise<SavedSearch> {
  const search = await savedSearches.change(id, patron, change);
  if (change.channel === 'email') await letLettersCome(accounts, patron, settings);
  return search;
}

async function letLettersCome(
  accounts: Deps['accounts'],
  patron: string,
  { notices }: PatronAccount['settings'],
): Promise<void> {
  // prettier-ignore
  if (!notices.includes('newArrivals')) await accounts.changeSettings(patron, { notices: [...notices, 'newArrivals'] });
}
