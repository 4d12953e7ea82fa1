export interface Profile {
  readonly elasticsearchHeap: string;
  readonly elasticsearchOptions: readonly string[];
  readonly mongodbHeap: string;
}

/** Tests and the demo start quickly and stay small; benchmarks get what a small server would. */
export const profiles = {
  small: {
    elasticsearchHeap: '512m',
    elasticsearchOptions: ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    mongodbHeap: '768m',
  },
  bench: { elasticsearchHeap: '1g', elasticsearchOptions: ['-XX:+UseG1GC'], mongodbHeap: '2g' },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;
