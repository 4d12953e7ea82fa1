import { expect } from 'chai';
import { judge } from '../../bench/lighthouse-run.ts';
import { startService, type TestService } from '../support/service.ts';

/** How fast pages are is measured by `npm run bench -- lighthouse`. */
describe('Lighthouse', () => {
  let service: TestService;
  before(async () => {
    service = await startService();
  });
  after(() => service?.stop());

  it('finds nothing amiss with accessibility, good practice and search engines', async () => {
    const answer = await fetch(`${service.url}/api/v1/search?q=kalevala&size=1`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const pages = ['/', '/search?q=', '/search?q=kalevala', `/works/${items[0]?.id}`];
    const judged = await judge(
      pages.map((page) => `${service.url}${page}`),
      ['accessibility', 'best-practices', 'seo'],
    );
    expect(judged).to.have.length(pages.length);
    for (const [index, { scores, lost }] of judged.entries()) {
      expect({ page: pages[index], scores, lost }).to.deep.equal({
        page: pages[index],
        scores: { accessibility: 1, 'best-practices': 1, seo: 1 },
        lost: [],
      });
    }
  });
});
