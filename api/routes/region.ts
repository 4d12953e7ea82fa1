import { z } from 'zod';
import { branches } from '../../config/region/branches.ts';
import { municipalities, municipalityOn } from '../../config/region/municipalities.ts';
import { locales } from '../../config/locales.ts';
import { endpoint } from '../endpoint.ts';

const Name = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const lang = z.strictObject({ lang: z.enum(locales).optional() });

const Municipality = z.object({
  id: z.string(),
  name: Name,
  mergedInto: z.object({ id: z.string(), on: z.iso.date() }).optional(),
});
const Branch = z.object({
  id: z.string(),
  name: Name,
  kind: z.enum(['main', 'branch', 'mobile']),
  /** The municipality that runs it today, and the one that founded it. */
  municipality: z.string(),
  founder: z.string(),
});

export const regionEndpoints = () => [
  endpoint({
    method: 'get',
    path: '/municipalities',
    operationId: 'municipalities',
    summary: 'The municipalities of the region, with what has become of those that merged',
    query: lang,
    answer: z.object({ items: z.array(Municipality) }),
    problems: ['invalid-request'],
    handle: async () => ({
      items: municipalities.map(({ id, name, mergedInto }) => ({ id, name, ...(mergedInto && { mergedInto }) })),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/branches',
    operationId: 'branches',
    summary: 'The branches of all municipalities',
    query: lang,
    answer: z.object({ items: z.array(Branch) }),
    problems: ['invalid-request'],
    async handle() {
      const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Helsinki' }).format(new Date());
      return {
        items: branches.map(({ id, name, kind, municipality: founder }) => ({
          id,
          name,
          kind,
          municipality: municipalityOn(founder, today)?.id ?? founder,
          founder,
        })),
      };
    },
  }),
];
