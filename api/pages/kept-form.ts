import type { Context } from 'koa';
import { z } from 'zod';
import type { KeptForm } from '../../ui/pages/kept-form-page.ts';
import { fields, ownPath } from './forms.ts';

/** Fields in which people write; a form in which none of them says anything is soon filled in again. */
const written = new Set(['title', 'text', 'note', 'description', 'words', 'tag']);
/** A form with one of these is never kept. */
const secret = /pin|password|code/i;
/** As long as a page may be that carries it along. */
const longest = 60_000;

const Kept = z.object({ action: z.string(), fields: z.array(z.tuple([z.string(), z.string()])).max(500) });

/** The form that was just sent, where somebody has written something in it that would be lost; undefined otherwise. */
export function keptFormOf(ctx: Context): KeptForm | undefined {
  const body: unknown = ctx.request.body;
  if (ctx.method !== 'POST' || typeof body !== 'object' || body === null) return undefined;
  const names = Object.keys(body).filter((name) => name !== 'csrf');
  if (names.some((name) => secret.test(name))) return undefined;
  return keptForm(ctx.url, names.flatMap((name) => fields(ctx, name).map((value) => [name, value] as const))); // prettier-ignore
}

/** As a field of a form carries it. */
export const writtenKept = ({ action, fields: all }: KeptForm): string => JSON.stringify({ action, fields: all });

export function readKept(text: string): KeptForm | undefined {
  try {
    const { action, fields: all } = Kept.parse(JSON.parse(text));
    return keptForm(action, all);
  } catch {
    return undefined;
  }
}

function keptForm(address: string, all: KeptForm['fields']): KeptForm | undefined {
  const action = ownPath(address);
  const typed = all.flatMap(([name, value]) => (written.has(name) && value !== '' ? [value] : []));
  const length = all.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (action === undefined || typed.length === 0 || length > longest) return undefined;
  return { action, fields: all, typed };
}
