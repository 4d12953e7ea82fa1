import type { Reader } from '../messages/messages.ts';
import type { StaffPatron } from './staff-api.ts';
import { shortDate } from './words.ts';

/** Why nothing is lent to a patron, with the reason and the last day that staff have given. */
export function blockText(
  { t, locale }: Reader,
  { block }: Pick<StaffPatron, 'block'>,
  name: StaffPatron['blocks'][number],
): string {
  if (name !== 'blocked') return t(`staff.block.${name}`);
  const reason = block?.reason ?? '';
  return block?.until === undefined
    ? t('staff.block.blocked', { reason })
    : t('staff.block.blockedUntil', { reason, date: shortDate(block.until, locale) });
}
