/** What readers type: one word or several, in any form and in three languages; authors, known titles, subjects. */
const typed = [
  'kissan', 'talvisota', 'järvellä', 'rakkautta', 'sotien', 'öitä', 'muumit', 'kirjeitä', 'meri', 'unelmien', 'jännitys', 'kirja',
  'suomen historia', 'kissojen kirjat', 'matkalla pohjoiseen', 'hiljainen talo', 'talven lapset', 'ruokaohjeita lapsille',
  'waltari', 'tove jansson', 'virtanen', 'agatha christie', 'aalto', 'lönnrot', 'tolkien',
  'waltari sinuhe', 'täällä pohjantähden alla', 'seitsemän veljestä kivi', 'kalevala', 'harry potter', '"tuntematon sotilas"',
  'lord of the rings', 'pride and prejudice', 'the winter garden', 'mumintrollet', 'skogen', 'den sista sommaren',
  'psykologia', 'neulonta', 'toinen maailmansota', 'ilmastonmuutos', 'puutarhanhoito', 'koirat', 'lapset ja nuoret', '84.2', '9780141439518',
]; // prettier-ignore

/** What they narrow by, or how they go on. Four in ten narrow by nothing. */
const narrowed = [
  '', '', '', '', '', '', 'available=true', 'available=true&municipality=lahti', 'branch=heinola&available=true', 'format=book',
  'language=fin&format=book', 'format=eaudiobook&format=ebook', 'format=book&language=fin&branch=lahti&available=true', 'audience=child',
  'yearFrom=2015', 'language=swe', 'sort=newest', 'page=2',
]; // prettier-ignore

/**
 * Searches as a library's readers would send them, with every facet counted: each of the words with three of the ways to narrow, and
 * the whole catalogue with each of them. Always the same ones, in an order that mixes them.
 */
export function readersSearches(): string[] {
  const words = typed.flatMap((q, at) =>
    [0, 5, 10].map((turn) => [q, narrowed[(at * 7 + turn) % narrowed.length] ?? '']),
  );
  const browsed = narrowed.map((filters) => ['', filters]);
  const searches = [...words, ...browsed].map(
    ([q = '', filters]) => `q=${encodeURIComponent(q)}${filters && `&${filters}`}`,
  );
  const all = [...new Set(searches)];
  return all.map((_, at) => all[(at * stride) % all.length] ?? '');
}

/** Prime and no divisor of their number, so that every search comes once. */
const stride = 61;
