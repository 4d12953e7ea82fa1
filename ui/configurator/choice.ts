import { locales, type Locale } from '../../config/locales.ts';
import { branchById } from '../../config/region/branches.ts';
import { isMunicipality } from '../search/home.ts';
import { contrastOf } from './contrast.ts';

export const widgetNames = ['lastu-search-box', 'lastu-search', 'lastu-title-list', 'lastu-tips', 'lastu-work', 'lastu-list', 'lastu-memory-list'] as const; // prettier-ignore
export type WidgetName = (typeof widgetNames)[number];
export const widths = [360, 640, 960] as const;

/** What a webmaster has chosen. */
export interface Choice {
  readonly widget: WidgetName;
  readonly municipality: string | undefined;
  readonly branch: string | undefined;
  readonly lang: Locale;
  /** The id of a work, for the widget that shows one. */
  readonly work: string | undefined;
  /** The id of a list, for the widget that shows one. */
  readonly list: string | undefined;
  /** Colours of the page's own, as `#rrggbb`; those of the municipality where absent. */
  readonly colours: Colours | undefined;
  /** How wide the preview is, in pixels. */
  readonly width: number;
}

export interface Colours {
  readonly accent: string;
  readonly ink: string;
  readonly paper: string;
}
export const houseColours: Colours = { accent: '#1d4f6e', ink: '#26201b', paper: '#ffffff' };

/** A choice as parameters tell it; what they do not tell, or tell wrongly, is at its default. Pure. */
export function readChoice(
  parameters: URLSearchParams,
  { lang, work, list }: { lang: Locale; work: string | undefined; list: string | undefined },
): Choice {
  const given = (name: string) => parameters.get(name) || undefined;
  const colour = (name: keyof Colours) => (/^#[0-9a-f]{6}$/i.test(given(name) ?? '') ? (given(name) ?? '') : houseColours[name]); // prettier-ignore
  const [municipality, branch] = [given('municipality'), given('branch')];
  return {
    widget: widgetNames.find((name) => name === given('widget')) ?? 'lastu-search-box',
    municipality: municipality !== undefined && isMunicipality(municipality) ? municipality : undefined,
    branch: branch !== undefined && branchById(branch) ? branch : undefined,
    lang: locales.find((one) => one === given('speaks')) ?? lang,
    work: /^[\w-]{1,80}$/.test(given('work') ?? '') ? given('work') : work,
    list: /^[\w-]{1,80}$/.test(given('list') ?? '') ? given('list') : list,
    colours: given('own') ? { accent: colour('accent'), ink: colour('ink'), paper: colour('paper') } : undefined,
    width: widths.find((one) => String(one) === given('width')) ?? 640,
  };
}

/** The words on the accent: whichever of black and white is read more easily. */
export const onAccent = ({ accent }: Colours): string =>
  contrastOf(accent, '#ffffff') >= contrastOf(accent, '#000000') ? '#ffffff' : '#000000';
