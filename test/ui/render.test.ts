import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { WorkDetail } from '../../domain/discovery/schema.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { frontPage } from '../../ui/pages/front-page.ts';
import { searchPage } from '../../ui/pages/search-page.ts';
import { workPage } from '../../ui/pages/work-page.ts';
import { labelled, listed } from '../../ui/present.ts';
import { renderPage, type Page } from '../../ui/render.ts';
import { noWish } from '../../ui/search/address.ts';
import type { SearchState } from '../../ui/search/state.ts';
import { workJsonLd } from '../../ui/work/description.ts';

const hostile = '</script><script>alert(1)</script><img src=x onerror="alert(2)"> & \' " `${1}` {{x}} <!--';
const availability = { total: 2, available: 1, branches: [{ branch: 'heinola', total: 2, available: 1 }] };
const work: WorkDetail = {
  id: hostile, title: hostile, originalTitle: hostile, authors: [hostile], yearFrom: 1959, yearTo: 2008, formats: ['book'],
  languages: ['fin'], series: [{ name: hostile, number: hostile }], availability, contributors: [], description: hostile,
  subjects: [{ label: hostile, kind: 'topic' }], genres: [{ label: hostile, kind: 'genre' }],
  editions: [{
    recordId: 'r', title: hostile, format: 'book', languages: ['fin'], availability, contributors: [], isbns: [hostile], issns: [],
    shelfMarks: [hostile], contents: [hostile], notes: [hostile],
    links: [{ url: 'javascript:alert(1)' }, { url: 'https://example.org/?a="b"', text: hostile }],
    items: [{ id: 'i', branch: hostile, shelfMark: hostile, status: hostile }],
  }],
}; // prettier-ignore
const result = {
  total: 1,
  items: [work],
  facets: {
    subject: [{ value: hostile, label: hostile, count: 1, selected: true }],
    format: [{ value: 'book', label: 'book', count: 1, selected: false }],
  },
  matched: 'suggestion' as const,
  suggestion: hostile,
  tookMs: 1,
};
const state: SearchState = {
  locale: 'fi',
  wish: { ...noWish, q: hostile, subject: [hostile] },
  links: { home: 'heinola' },
  result: listed(labelled(result, 'fi')),
};

describe('A rendered page', () => {
  it('never lets a title, a search or a note become markup', () => {
    for (const main of [
      searchPage(state),
      workPage({ reader: readerOf('fi'), work }),
      frontPage({ reader: readerOf('fi'), rows: [[work]] }),
    ]) {
      const document = rendered(main, {
        title: hostile,
        description: hostile,
        state,
        jsonLd: workJsonLd(work, 'http://localhost', 'fi'),
      });
      expect(document).not.to.match(/<script>|<img|javascript:/);
      expect(document).not.to.match(/ onerror="/);
      expect(document.match(/<script/g)).to.have.lengthOf(
        document.match(/<script type="(application\/(ld\+)?json|module)"/g)?.length ?? 0,
      );
    }
  });

  it('carries its state whole', () => {
    const document = rendered(searchPage(state), { state });
    const json = /<script type="application\/json" id="page-state">(.*?)<\/script>/s.exec(document)?.[1] ?? '';
    expect(JSON.parse(json)).to.deep.equal(JSON.parse(JSON.stringify(state)));
  });

  it('gives every style of its elements the nonce of the answer, and has no other inline style or script', () => {
    const document = rendered(searchPage(state), { state });
    expect(document).to.match(/<style nonce="n0nce">/);
    expect(document).not.to.match(/<style>|style="|<script>| on[a-z]+="/);
  });

  it('reads without scripts: results, facets and forms stand in the markup', () => {
    const document = rendered(
      searchPage({
        ...state,
        wish: noWish,
        result: listed(labelled({ ...result, items: [{ ...work, id: 'demo.1', title: 'Putkinotko' }] }, 'fi')),
      }),
    );
    expect(document).to.match(/<a[^>]*href="\/works\/demo\.1\?home=heinola"[^>]*>[^<]*(<!--[^>]*-->)*Putkinotko/);
    expect(document).to.contain('shadowrootmode="open"');
    expect(document).to.match(/<form[^>]*action="\/search"[^>]*method="get"/);
    expect(document).to.match(
      /href="\/search\?format=book&amp;home=heinola"|href="\/search\?format=book&home=heinola"/,
    );
    expect(document).to.contain('Heinola: hyllyssä');
  });

  it('tells its language, its town and where it stands', () => {
    const document = rendered(html`<p>x</p>`, {
      municipality: 'heinola',
      canonical: '/works/1?a=b&c',
      title: 'Putkinotko',
    });
    expect(document).to.match(/^<!doctype html><html lang="fi" data-municipality="heinola">/);
    expect(document).to.contain('<title>Putkinotko – LASTU</title>');
    expect(document).to.contain('<link rel="canonical" href="https://lastu.example/works/1?a=b&amp;c">');
    expect(document).to.contain('hreflang="sv" href="https://lastu.example/works/1?a=b&amp;c=&amp;lang=sv"');
    expect(rendered(html`<p>x</p>`)).to.contain('<meta name="robots" content="noindex">');
  });

  it('draws every state of a search', () => {
    const words = (given: Partial<SearchState>) =>
      rendered(searchPage({ locale: 'fi', links: {}, wish: { ...noWish, q: 'xyzzy' }, ...given }));
    const none = { total: 0, matched: 'all' as const, items: [], facets: {} };
    expect(words({ result: none })).to.contain('Haulla ”xyzzy” ei löytynyt yhtään teosta.');
    expect(words({ result: none, wish: { ...noWish, available: true } })).to.contain(
      'Poista rajaukset ja hae uudelleen',
    );
    expect(words({ loading: true })).to.contain('class="skeleton"');
    expect(words({ failure: 'unavailable' })).to.contain('Yleensä tämä kestää alle minuutin.');
    expect(words({ failure: 'offline' })).to.contain('Verkkoyhteys puuttuu');
    expect(rendered(frontPage({ reader: readerOf('fi'), rows: [[], []] }))).to.contain(
      'Teoksia ei voida näyttää juuri nyt.',
    );
  });
});

function rendered(main: TemplateResult, given: Partial<Page> = {}): string {
  const reader = readerOf('fi');
  const address = new URL('https://lastu.example/search?q=a');
  const assets = { scripts: ['/assets/client.js'], styles: [], fonts: [], modules: [] };
  return renderPage({ reader, address, title: 'x', main, ...given }, { assets, nonce: 'n0nce' });
}
