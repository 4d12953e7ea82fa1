import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  memoryKey,
  mostRemembered,
  readMemoryList,
  writtenMemoryList,
  type MemoryEntry,
} from '../../../ui/memory/memory-list.ts';
import { createMemoryStore } from '../../../ui/memory/memory-store.ts';

const entry = (id: string, minute = 0): MemoryEntry => ({
  id,
  title: `Teos ${id}`,
  authors: ['Waltari, Mika'],
  addedAt: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
});

describe('The memory list', () => {
  it('is read back as it was written', () => {
    const entries = [entry('b', 2), entry('a', 1)];
    expect(readMemoryList(writtenMemoryList({ works: entries, removed: [] })).works).to.deep.equal(entries);
    expect(readMemoryList(null)).to.deep.equal({ works: [], removed: [] });
  });

  it('keeps what can be read of a damaged one', () => {
    const works = [
      entry('a', 2),
      null,
      7,
      { id: 'b' },
      { id: 'c', title: 'C', authors: 'x', addedAt: 'never' },
      entry('a'),
    ];
    expect(readMemoryList(JSON.stringify({ version: 9, works, more: true })).works).to.deep.equal([
      entry('a', 2),
      { id: 'c', title: 'C', authors: [], addedAt: '1970-01-01T00:00:00.000Z' },
    ]);
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (written) => Array.isArray(readMemoryList(written).works)));
    fc.assert(
      fc.property(fc.jsonValue(), (works) =>
        Array.isArray(readMemoryList(JSON.stringify({ version: 1, works })).works),
      ),
    );
  });

  it('holds no more than it has room for', () => {
    const full = Array.from({ length: mostRemembered }, (_, at) => entry(`w${at}`));
    expect(readMemoryList(writtenMemoryList({ works: [...full, entry('x')], removed: [] })).works).to.have.length(
      mostRemembered,
    );
  });

  it('takes a change back: what was removed stands where it stood', () => {
    const store = createMemoryStore(pageWith(new Map()));
    for (const id of ['a', 'b', 'c']) store.add(entry(id));
    const places = () => store.entries().map(({ id, addedAt }) => ({ id, addedAt }));
    const before = places();
    const undo = store.remove(['b']);
    expect(store.has('b')).to.equal(false);
    undo?.();
    expect(places()).to.have.deep.members(before);
    const taken = store.memory().removed.find(({ id }) => id === 'b')?.removedAt ?? '';
    expect(
      (store.entries().find(({ id }) => id === 'b')?.againAt ?? '') >= taken,
      'no device takes it off any more',
    ).to.equal(true);
    store.remove()?.();
    expect(store.entries()).to.have.length(3);
    expect(store.remove(['nowhere'])).to.equal(undefined);
  });

  it('is one list for every copy of the script on a page', () => {
    const page = pageWith(new Map());
    const [one, other] = [createMemoryStore(page), createMemoryStore(page)];
    let told = 0;
    const end = other.subscribe(() => (told += 1));
    one.add(entry('a'));
    expect([told, other.has('a')]).to.deep.equal([1, true]);
    end();
    one.remove();
    expect([told, other.entries()]).to.deep.equal([1, []]);
  });

  it('lives as long as its page where the browser refuses to keep it', () => {
    const refused = createMemoryStore(pageWith('refused'));
    expect(refused.kept).to.equal(false);
    refused.add(entry('a'));
    expect(refused.has('a')).to.equal(true);
    refused.remove(['a'])?.();
    expect(refused.has('a')).to.equal(true);
    const full = createMemoryStore(pageWith('full'));
    full.add(entry('a'));
    expect([full.has('a'), full.kept]).to.deep.equal([true, false]);
  });

  it('says when there is no room', () => {
    const written = writtenMemoryList({
      works: Array.from({ length: mostRemembered }, (_, at) => entry(`w${at}`)),
      removed: [],
    });
    const store = createMemoryStore(pageWith(new Map([[memoryKey, written]])));
    expect([store.isFull(), store.add(entry('x')), store.has('x')]).to.deep.equal([true, undefined, false]);
  });
});

/** As much of a page as a list needs: storage that works, is refused, or has no room. */
function pageWith(storage: Map<string, string> | 'refused' | 'full'): Window {
  const refuse = (): never => {
    throw new DOMException('No', 'SecurityError');
  };
  const localStorage = {
    getItem: (key: string) => (storage instanceof Map ? (storage.get(key) ?? null) : null),
    setItem: (key: string, value: string) => void (storage instanceof Map ? storage.set(key, value) : refuse()),
  };
  const page = new EventTarget();
  Object.defineProperty(page, 'localStorage', { get: () => (storage === 'refused' ? refuse() : localStorage) });
  return page as Window;
}
