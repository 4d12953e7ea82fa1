export interface Profile {
  readonly elasticsearchHeap: string;
  readonly elasticsearchOptions: readonly string[];
  readonly mongodbHeap: string;
}

/**
 * Tests and the demo start quickly and stay small; benchmarks get what a small server would, and the local database room for two
 * million works in lists, as its indexes are all in memory.
 */
export const profiles = {
  small: {
    elasticsearchHeap: '512m',
    elasticsearchOptions: ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    mongodbHeap: '768m',
  },
  bench: { elasticsearchHeap: '1g', elasticsearchOptions: ['-XX:+UseG1GC'], mongodbHeap: '8g' },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;
