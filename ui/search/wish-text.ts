import { facetLabel, spanLabel } from '../labels.ts';
import type { Reader } from '../messages/messages.ts';
import { facetOrder } from './address.ts';
import type { Wish } from './state.ts';

/** A search in words, piece by piece: what was typed, then what narrows it. Empty where it asks for everything. */
export function wishText(wish: Omit<Wish, 'page' | 'size' | 'after'>, { locale, t }: Reader): string[] {
  const typed = wish.in === 'all' ? wish.q : `${t(`in.${wish.in}`)}: ${wish.q}`;
  const years = spanLabel(wish, t);
  return [
    ...(wish.q === '' ? [] : [typed]),
    ...facetOrder.flatMap((name) => wish[name].map((value) => facetLabel(name, value, locale))),
    ...(years === undefined ? [] : [years]),
    ...(wish.available ? [t('filters.available')] : []),
  ];
}
