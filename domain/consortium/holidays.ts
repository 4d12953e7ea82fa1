import { plusDays, weekdayOf, type LocalDate } from '../local-date.ts';

/**
 * The days on which public libraries in Finland keep their doors shut: public holidays (Act 388/1937 and those of the
 * Church Act), and the eves of Midsummer and Christmas.
 */
export function isHoliday(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4));
  let days = known.get(year);
  if (!days) known.set(year, (days = holidaysOf(year)));
  return days.has(date);
}

const known = new Map<number, ReadonlySet<LocalDate>>();

function holidaysOf(year: number): ReadonlySet<LocalDate> {
  const easter = easterSunday(year);
  const midsummer = firstOn(saturday, `${year}-06-20`);
  return new Set([
    `${year}-01-01`,
    `${year}-01-06`,
    plusDays(easter, -2),
    easter,
    plusDays(easter, 1),
    `${year}-05-01`,
    plusDays(easter, 39),
    plusDays(easter, 49),
    plusDays(midsummer, -1),
    midsummer,
    firstOn(saturday, `${year}-10-31`),
    `${year}-12-06`,
    `${year}-12-24`,
    `${year}-12-25`,
    `${year}-12-26`,
  ]);
}

const saturday = 6;

const firstOn = (weekday: number, from: LocalDate): LocalDate => plusDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** Western Easter, by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}
