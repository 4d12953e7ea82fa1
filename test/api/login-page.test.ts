import { expect } from 'chai';
import { ownPath } from '../../api/pages/forms.ts';

describe('Where a log-in leads', () => {
  it('is a path of our own, with what it asks for', () => {
    for (const path of ['/', '/account/holds', '/works/a%3Ab/hold?record=1', '/search?q=%2F%2Fevil.example#results'])
      expect(ownPath(path)).to.equal(path);
  });

  it('is never the page of somebody else', () => {
    for (const address of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      'evil.example',
      '/x/..//evil.example',
      '',
      undefined,
    ])
      // prettier-ignore
      expect(ownPath(address), String(address)).to.equal(undefined);
  });

  it('is no log-in again, and nothing that changes something', () => {
    for (const path of ['/login', '/login?next=/login', '/logout', '/api/v1/me'])
      expect(ownPath(path)).to.equal(undefined);
  });
});
