import { expect } from 'chai';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { locales } from '../../config/locales.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { staffFrontPage } from '../../ui/pages/staff-pages.ts';
import '../../ui/messages/all.ts';

describe('The front page of staff', () => {
  const worker = { id: 's1', name: 'Outi Aho', roles: [], serves: 'heinola', isAdmin: false };

  it('says in every language that Finnish is searched without its dictionary, and only where it is so', async () => {
    for (const locale of locales) {
      const shown = (withoutVoikko: boolean) =>
        collectResult(render(staffFrontPage(readerOf(locale), worker, { doors: [], withoutVoikko })));
      expect(await shown(true)).to.include('libvoikko');
      expect(await shown(false)).not.to.include('libvoikko');
    }
  });
});
