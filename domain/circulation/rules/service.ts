import type { Collection, Db } from 'mongodb';
import { inserted } from '../../insertion.ts';
import type { LocalDate } from '../../local-date.ts';
import { remembered } from '../../settings.ts';
import { firstRules } from './defaults.ts';
import { rulesOn, type Rules } from './rule-for.ts';
import type { RuleSet } from './schema.ts';

/** The rules of use, as staff have set them; the first ones where nobody has. */
export interface RuleBook {
  on(date: LocalDate): Promise<Rules>;
  /** All of them, the last set first. */
  all(): Promise<RuleSet[]>;
  /**
   * Sets rules from a day on. What has been in force is never rewritten: new rules begin today or later, and count
   * before earlier ones that begin on the same day. @throws RangeError
   */
  set(rules: Omit<RuleSet, '_id'>, today: LocalDate): Promise<RuleSet>;
}

const maxAgeMs = 10_000;

export function ruleBook({ database }: { database: Db }): RuleBook {
  const collection: Collection<RuleSet> = database.collection('ruleSets');
  const stored = async () => [firstRules, ...(await collection.find().toArray())].toSorted((a, b) => b._id - a._id);
  const sets = remembered(stored, maxAgeMs);
  return {
    on: async (date) => rulesOn(await sets.read(), date),
    all: () => sets.read(),
    async set(rules, today) {
      if (rules.from < today) throw new RangeError('rules begin today or later');
      for (;;) {
        const [last = firstRules] = await stored();
        const next = { ...rules, _id: last._id + 1 };
        if (!(await inserted(collection.insertOne(next)))) continue;
        sets.forget();
        return next;
      }
    },
  };
}
