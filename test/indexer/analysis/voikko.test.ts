import { expect } from 'chai';
import { Worker } from 'node:worker_threads';
import { longestWord, openVoikko } from '../../../indexer/analysis/voikko.ts';

describe('libvoikko', () => {
  const { voikko, reason } = openVoikko();
  before(function () {
    if (voikko) return;
    expect(reason).to.match(/^libvoikko .*\. Install the packages/);
    console.log(`      passed over: ${reason}`);
    this.skip();
  });

  it('reads a word in all ways it can be read', () => {
    expect(voikko?.analyse('Tietokirjoja').map(({ baseform }) => baseform)).to.include.members([
      'tietokirja',
      'tietokirjo',
    ]);
    expect(voikko?.analyse('kirjoittaneen')[0]).to.deep.include({
      baseform: 'kirjoittanut',
      wordbases: '+kirjoitta(kirjoittaa)+n+ut(+ut)',
      participle: 'past_active',
    });
  });

  it('knows nothing of words that are none', () => {
    for (const word of ['', 'xyzzy', 'kissa\0koira', '\ud800', '😀', 'a b', 'talo'.repeat(longestWord / 4 + 1)])
      expect(voikko?.analyse(word), JSON.stringify(word)).to.deep.equal([]);
  });

  it('suggests words spelt nearly alike', () => {
    expect(voikko?.suggest('kisssa')).to.include('kissa');
    expect(voikko?.suggest('ulkoilu'.repeat(5))).to.deep.equal([]);
  });

  it('names the versions of library and dictionary', () => {
    expect(voikko?.version).to.match(/^\d+\.\d+(\.\d+)?\/\S+$/);
  });

  it('is not asked after it was closed', () => {
    const { voikko: another } = openVoikko();
    another?.close();
    another?.close();
    expect(() => another?.analyse('kissa')).to.throw('closed');
    expect(voikko?.analyse('kissa')).not.to.deep.equal([]);
  });

  it('is read by several threads at once, each with its own handle', async () => {
    const file = new URL('../../../indexer/analysis/voikko.ts', import.meta.url);
    const code = `
      const { parentPort } = require('node:worker_threads');
      import(${JSON.stringify(file.href)}).then(({ openVoikko }) => {
        const { voikko } = openVoikko();
        let readings = 0;
        for (let n = 0; n < 3000; n += 1) readings += voikko.analyse('talvisodan').length + voikko.analyse('kissa' + n).length;
        voikko.close();
        parentPort.postMessage(readings);
      });`;
    const counts = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<number>((resolve, reject) => {
            new Worker(code, { eval: true }).once('message', resolve).once('error', reject);
          }),
      ),
    );
    expect(new Set(counts).size).to.equal(1);
    expect(counts[0]).to.be.greaterThan(2_999);
  });

  it('gives back the memory its answers took', () => {
    const read = (times: number) => {
      for (let n = 0; n < times; n += 1) voikko?.analyse(n % 2 === 0 ? 'tietokirjoja' : 'lastentautiopin');
      return process.memoryUsage().rss;
    };
    const before = read(20_000);
    expect(read(100_000) - before).to.be.below(50 * 2 ** 20); // unfreed, these answers take over 100 MB
  });
});
