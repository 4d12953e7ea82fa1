import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { locales, type Locale } from '../../config/locales.ts';
import { branches } from '../../config/region/branches.ts';
import { municipalities } from '../../config/region/municipalities.ts';
import { contributorRoles, formats, itemStatuses } from '../../domain/catalogue/schema.ts';
import { facetNames, searchFields, sorts } from '../../domain/discovery/schema.ts';
import { facetLabel, facetName, languageName, languageTag, sortName } from '../../ui/labels.ts';
import { displayName, yearSpan } from '../../ui/names.ts';
import '../../ui/messages/all.ts';
import { readerOf } from '../../ui/messages/messages.ts';
import { parts } from '../../ui/messages/parts.ts';

const root = join(import.meta.dirname, '..', '..');

/** Everything a language says, of every part. */
const all = (locale: Locale): Record<string, unknown> =>
  Object.assign({}, ...Object.values(parts).map((part) => part[locale]));

describe('The words of the interface', () => {
  it('are all said in every language, with the same blanks to fill', () => {
    const finnish = all('fi');
    for (const locale of locales) {
      expect(Object.keys(all(locale))).to.have.members(Object.keys(finnish));
      for (const [key, message] of Object.entries(all(locale))) {
        const name = `${locale} ${key}`;
        expect(
          forms(message).every((form) => form.trim() !== ''),
          name,
        ).to.equal(true);
        const blanks = (of: unknown) => new Set(forms(of).flatMap((form) => form.match(/\{\w+\}/g) ?? []));
        expect([...blanks(message)], name).to.have.members([...blanks(finnish[key])]);
        expect(typeof message, name).to.equal(typeof finnish[key]);
      }
    }
  });

  it('are each said by one part, and by no part that does not stand in the list', () => {
    const keys = Object.values(parts).flatMap((part) => Object.keys(part.fi));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).to.deep.equal([]);
    const folders = readdirSync(join(root, 'ui/messages'), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name)).to.have.members(Object.keys(parts));
  });

  it('are all asked for, and none is asked for that is not said', () => {
    const sources = ['ui', 'api'].flatMap(sourcesUnder).join('\n');
    const literal = new Set([...sources.matchAll(/(['"`])([a-z][\w-]*(?:\.[\w-]+)+)\1/g)].map(([, , key]) => key));
    const patterns = [...sources.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`]*)`/g)].map(
      ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
    );
    const keys = Object.keys(all('fi'));
    const unused = keys.filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused, 'said but never asked for').to.deep.equal([]);
    const asked = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    expect(asked).to.have.length.greaterThan(50);
    expect(
      asked.filter((key) => !keys.includes(key)),
      'asked for but not said',
    ).to.deep.equal([]);
  });

  it('are kind: nothing is shouted', () => {
    for (const locale of locales)
      expect(Object.values(all(locale)).flatMap(forms).join(' ')).not.to.match(/!|oops|hups/i);
  });

  it('name every format, role, status, field, facet and order', () => {
    for (const locale of locales) {
      const { t } = readerOf(locale);
      for (const format of formats) expect(facetLabel('format', format, locale)).not.to.equal(format);
      for (const role of contributorRoles) expect(t(`role.${role}`), role).not.to.equal('');
      for (const status of itemStatuses) expect(t(`status.${status}`), status).not.to.equal('');
      for (const field of searchFields) expect(t(`in.${field}`), field).not.to.equal('');
      for (const facet of facetNames) expect(facetName(facet, locale), facet).not.to.equal('');
      for (const sort of sorts) expect(sortName(sort, locale), sort).not.to.equal('');
    }
  });

  it('choose the plural and write numbers as the language does', () => {
    expect(readerOf('fi').t('results.count', { n: 1 })).to.equal('1 teos');
    expect(readerOf('fi').t('results.count', { n: 1234 })).to.equal('1\u00a0234 teosta');
    expect(readerOf('en').t('results.count', { n: 1234 })).to.equal('1,234 works');
  });

  it('leave what readers typed as it is', () => {
    expect(readerOf('fi').t('results.query', { q: '{n} $& <b>' })).to.equal('”{n} $& <b>”');
  });
});

describe('Labels of values', () => {
  it('name languages by bibliographic and by terminological codes', () => {
    expect(languageName('fin', 'fi')).to.equal('Suomi');
    expect(languageName('ger', 'fi')).to.equal('Saksa');
    expect(languageName('deu', 'sv')).to.equal('Tyska');
    expect(languageName('sme', 'fi')).to.equal('Pohjoissaame');
    expect(languageName('mul', 'en')).to.equal('Multiple languages');
    expect(languageTag('fre')).to.equal('fr');
  });

  it('name the region', () => {
    for (const { id, name } of branches) expect(facetLabel('branch', id, 'sv')).to.equal(name.sv);
    for (const { id, name } of municipalities) expect(facetLabel('municipality', id, 'fi')).to.equal(name.fi);
    expect(facetLabel('fiction', 'false', 'fi')).to.equal('Tietokirjallisuus');
  });

  it('show what nobody knows as it stands', () => {
    for (const locale of locales) {
      expect(facetLabel('format', 'papyrus', locale)).to.equal('papyrus');
      expect(facetLabel('branch', 'nowhere', locale)).to.equal('nowhere');
      expect(facetLabel('language', '|||', locale)).to.equal('|||');
      expect(facetLabel('fiction', '__proto__', locale)).to.equal('__proto__');
      expect(facetLabel('subject', 'Suomen historia', locale)).to.equal('Suomen historia');
    }
  });

  it('turn the names of persons, and of persons only', () => {
    expect(displayName('Waltari, Mika')).to.equal('Mika Waltari');
    expect(displayName('Le Guin, Ursula K.')).to.equal('Ursula K. Le Guin');
    expect(displayName('Homeros')).to.equal('Homeros');
    expect(displayName('Suomi, ulkoasiainministeriö')).to.equal('Suomi, ulkoasiainministeriö');
    expect(displayName('Carlos, Juan, kuningas')).to.equal('Carlos, Juan, kuningas');
  });

  it('write the years of a work once or as a span', () => {
    expect(yearSpan({ yearFrom: 1959, yearTo: 2008 })).to.equal('1959–2008');
    expect(yearSpan({ yearFrom: 1959, yearTo: 1959 })).to.equal('1959');
    expect(yearSpan({})).to.equal('');
  });
});

/** Every TypeScript file under a folder that may ask for words. */
const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !(folder === 'ui' && file.startsWith('messages')))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));

const forms = (message: unknown): string[] =>
  typeof message === 'string' ? [message] : Object.values(message as Record<string, string>);
