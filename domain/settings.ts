/** Reads something that changes seldom and is asked for all the time; no answer is older than `maxAgeMs`. */
export function remembered<T>(load: () => Promise<T>, maxAgeMs: number): { read(): Promise<T>; forget(): void } {
  let known: { readonly at: number; readonly value: Promise<T> } | undefined;
  return {
    read() {
      if (!known || Date.now() - known.at > maxAgeMs) {
        const value = load();
        known = { at: Date.now(), value };
        value.catch(() => (known = undefined));
      }
      return known.value;
    },
    forget() {
      known = undefined;
    },
  };
}
