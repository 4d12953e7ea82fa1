import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar date in Europe/Helsinki, as ISO 8601 writes it: "2026-01-31". Such dates compare as strings do. */
export const LocalDate = z.iso.date();
export type LocalDate = string;

/** The date that an instant falls on in Finland. */
export function localDate(instant: Date): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainDate()
    .toString();
}

/** The hour of the day in Finland, 0 to 23. */
export const localHour = (instant: Date): number =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Helsinki').hour;

export const plusDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Days from one date to another, negative where the other is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;
