import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { searchPageBytes, widgetBytes } from '../../../bench/bundles/ours.ts';

/** What browsers load, packed with brotli, as it was built. `npm run bench -- bundles` compares it with others'. */
describe('What browsers load', () => {
  it('is at most 10 kB for a search box with suggestions', () => {
    expect(widgetBytes('search-box')).to.be.at.most(10_000);
  });

  it('is at most 20 kB for a whole search with facets', () => {
    expect(widgetBytes('search')).to.be.at.most(20_000);
  });

  it('is at most 45 kB for the search page', () => {
    expect(searchPageBytes()).to.be.at.most(45_000);
  });

  it('is no style in an attribute and no script made of text: strict pages forbid both', () => {
    const folder = join(import.meta.dirname, '../../../dist/ui/widgets');
    const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
    expect(scripts.length).to.be.greaterThan(15);
    for (const file of scripts)
      expect(readFileSync(join(folder, file), 'utf8'), file).not.to.match(/\sstyle=|\beval\(|new Function\(/);
  });
});
