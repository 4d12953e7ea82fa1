import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { Environment, EnvironmentError, parseEnvironment } from '../../config/environment.ts';

describe('the environment', () => {
  it('needs nothing: every variable has a default or may be absent', () => {
    const environment = parseEnvironment({});
    expect(environment).to.include({ PORT: 3000, ROLE: 'all', LOG_LEVEL: 'info', NAMESPACE: '' });
    expect(environment.LASTU_HOME).to.equal(resolve('.lastu'));
    expect(environment.SESSION_SECRET).to.equal(undefined);
  });

  it('lists every mistake in one message', () => {
    const wrong = {
      MONGODB_URL: 'http://127.0.0.1:27017',
      REDIS_URL: 'localhost',
      ELASTICSEARCH_URL: 'https://',
      PORT: '70000',
      PUBLIC_URL: 'lastu.example',
      SESSION_SECRET: 'short',
      STAFF_TOKEN: 'short',
      WIDGET_ORIGINS: 'lahti',
      TRUST_PROXY: 'yes',
      SMTP_URL: 'mail.example',
      MAIL_FROM: '-',
      LOG_LEVEL: 'loud',
      ROLE: 'both',
      NAMESPACE: 'No Spaces',
    };
    const message = messageOf(wrong);
    for (const name of Object.keys(wrong)) expect(message, name).to.match(new RegExp(`^ {2}${name}: .{5}`, 'm'));
    expect(message.match(/^ {2}/gm)).to.have.lengthOf(Object.keys(wrong).length);
    expect(message).to.include('.env.example');
  });

  it('does not repeat a secret that is refused', () => {
    expect(messageOf({ SESSION_SECRET: 'hunter2', STAFF_TOKEN: 'swordfish' })).not.to.match(/hunter2|swordfish/);
  });

  it('counts an empty value as unset, as shells and Compose files write it', () => {
    const empty = Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, '']));
    expect(parseEnvironment(empty)).to.deep.equal(parseEnvironment({}));
  });

  it('takes what it is given', () => {
    const environment = parseEnvironment({
      MONGODB_URL: 'mongodb://one,two/?replicaSet=lastu',
      REDIS_URL: 'rediss://:secret@queue.example:6380/1',
      ELASTICSEARCH_URL: 'https://search.example/es',
      PORT: '0',
      PUBLIC_URL: 'https://lastu.example/',
      ROLE: 'worker',
      LASTU_HOME: 'somewhere',
      NAMESPACE: 'test-1',
      HOME: '/home/of/somebody',
    });
    expect(environment).to.include({
      MONGODB_URL: 'mongodb://one,two/?replicaSet=lastu',
      REDIS_URL: 'rediss://:secret@queue.example:6380/1',
      ELASTICSEARCH_URL: 'https://search.example/es',
      PORT: 0,
      ROLE: 'worker',
      NAMESPACE: 'test-1',
    });
    expect(environment.PUBLIC_URL, 'links are made by adding a path').to.equal('https://lastu.example');
    expect(environment.LASTU_HOME).to.equal(resolve('somewhere'));
    expect(environment).not.to.have.property('HOME');
  });

  it('is named in full, and in its defaults, by .env.example', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
    const example = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('='));
    expect(example.map(([name]) => name)).to.have.members(Object.keys(Environment.shape));
    const given = Object.fromEntries(example.map(([name = '', value]) => [name, value]));
    expect(parseEnvironment(given)).to.deep.equal(parseEnvironment({}));
  });
});

describe('the operator’s handbook', () => {
  it('has a row for every variable, with its default', () => {
    const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm)].map(([, name, value]) => [name, value]);
    expect(rows.map(([name]) => name)).to.have.members(Object.keys(Environment.shape));
    const stated = Object.fromEntries(rows.filter(([, value]) => /^`[^:]+`$/.test(value ?? '')));
    const { PORT, ROLE, LOG_LEVEL, MAIL_FROM, OIDC_NAME, OIDC_ROLES_CLAIM, INDEX_THREADS } = parseEnvironment({});
    expect(stated).to.deep.equal({
      PORT: `\`${PORT}\``,
      ROLE: `\`${ROLE}\``,
      OIDC_NAME: `\`${OIDC_NAME}\``,
      OIDC_ROLES_CLAIM: `\`${OIDC_ROLES_CLAIM}\``,
      INDEX_THREADS: `\`${INDEX_THREADS}\``,
      LOG_LEVEL: `\`${LOG_LEVEL}\``,
      LASTU_HOME: '`.lastu`',
      MAIL_FROM: `\`${MAIL_FROM}\``,
    });
  });
});

function messageOf(variables: Record<string, string>): string {
  try {
    parseEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  throw new Error('The environment was taken');
}
