import { resolve } from 'node:path';
import { z } from 'zod';
import { readSecretKeys, type SecretKey } from './secret-keys.ts';
import { readRoleGrants, type RoleGrant } from './staff-roles.ts';
import { readTrustedProxies, type TrustedProxies } from './trusted-proxies.ts';
import { readWidgetOrigins, type WidgetOrigin } from './widget-origins.ts';

/**
 * The environment of one process, parsed once at its start. `.env.example` names every variable; all mistakes are
 * reported together, so that an operator mends them in one go.
 */
const url = (...protocols: string[]) =>
  z
    .string()
    .refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`) && URL.canParse(value)), {
      error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    });

export const Environment = z
  .object({
    /** Where set, this MongoDB is used and no local one is started. */
    MONGODB_URL: url('mongodb', 'mongodb+srv').default('mongodb://127.0.0.1:27017'),
    REDIS_URL: url('redis', 'rediss').default('redis://127.0.0.1:6379'),
    ELASTICSEARCH_URL: url('http', 'https').default('http://127.0.0.1:9200'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    /** The address patrons see; links in feeds, citations and widgets start with it. */
    PUBLIC_URL: url('http', 'https')
      .transform((value) => value.replace(/\/+$/, ''))
      .optional(),
    SESSION_SECRET: z.string().min(32).optional(),
    /** Seal what stands in MongoDB and has to be read again; the first seals, all open. See `openSealing` where it is unset. */
    SECRET_KEYS: z
      .string()
      .transform((text, context): readonly [SecretKey, ...SecretKey[]] => {
        const keys = readSecretKeys(text);
        if (!('wrong' in keys)) return keys;
        context.addIssue({ code: 'custom', message: keys.wrong });
        return z.NEVER;
      })
      .optional(),
    /** Opens the API of staff to scripts, as a bearer token; people log in with accounts of their own. Closed while unset. */
    STAFF_TOKEN: z.string().min(16).optional(),
    /** A provider of OpenID Connect that tells who works in the libraries; all of the next four, or none. Its address is the issuer's. */
    OIDC_ISSUER: url('https', 'http').optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** Which values of the claim give which role, and of which municipality: `kirjasto-lahti=staff:lahti hallinta=admin`. */
    OIDC_ROLES: z
      .string()
      .transform((text, context): readonly RoleGrant[] => {
        const grants = readRoleGrants(text);
        if (!('wrong' in grants)) return grants;
        context.addIssue({ code: 'custom', message: grants.wrong });
        return [];
      })
      .optional(),
    OIDC_ROLES_CLAIM: z.string().min(1).default('roles'),
    /** As the button of the log-in page calls it. */
    OIDC_NAME: z.string().min(1).default('OpenID Connect'),
    /** Sites of municipalities that may show widgets, and to which work pages lead back; any site may read while it is empty. */
    WIDGET_ORIGINS: z
      .string()
      .default('')
      .transform((text, context): readonly WidgetOrigin[] => {
        const origins = readWidgetOrigins(text);
        if (!('wrong' in origins)) return origins;
        context.addIssue({ code: 'custom', message: origins.wrong });
        return [];
      }),
    /** Proxies in front of the API, whose word is taken for where requests come from: how many in a row, or their addresses. */
    TRUST_PROXY: z
      .string()
      .default('')
      .transform((text, context): TrustedProxies => {
        const proxies = readTrustedProxies(text);
        if (!('wrong' in proxies)) return proxies;
        context.addIssue({ code: 'custom', message: proxies.wrong });
        return { hops: 0 };
      }),
    /** Where mail is handed in; where unset, messages are written to files under LASTU_HOME. */
    SMTP_URL: url('smtp', 'smtps').optional(),
    MAIL_FROM: z.string().min(3).default('LASTU <lastu@localhost>'),
    /** Largest file that staff may hand in for an import, in megabytes of what is sent. */
    IMPORT_LIMIT_MB: z.coerce.number().int().min(1).max(1_000_000).default(4_000),
    /** Hosts of this house's own network that files and harvests may be fetched from; `*` for all. Public ones always may. */
    OUTBOUND_PRIVATE_HOSTS: z
      .string()
      .default('')
      .transform((text): readonly string[] =>
        text
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      ),
    /** Threads that write documents for the index beside the one that serves; 0 for none. */
    INDEX_THREADS: z.coerce.number().int().min(0).max(64).default(1),
    /** A collector of OpenTelemetry that traces are sent to, as OTLP over HTTP; nothing is traced where it is unset. */
    OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
    /** What it wants to be told with each: `authorization=Bearer%20…,tenant=kirjasto`. */
    OTEL_EXPORTER_OTLP_HEADERS: z
      .string()
      .default('')
      .transform((text, context): Readonly<Record<string, string>> => {
        const pairs = text
          .split(',')
          .filter(Boolean)
          .map((pair) => /^\s*([\w-]+)\s*=(.*)$/.exec(pair));
        if (pairs.some((pair) => pair === null))
          context.addIssue({ code: 'custom', message: 'must be name=value, by commas, values as in addresses' });
        return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', decodeURIComponent(pair?.[2]?.trim() ?? '')]));
      }),
    /** As which this process is known there; `lastu`, with the role where it is one of two, where it is unset. */
    OTEL_SERVICE_NAME: z.string().min(1).optional(),
    /** How many of all traces are kept, of 1. */
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    LASTU_HOME: z
      .string()
      .min(1)
      .default('.lastu')
      .transform((path) => resolve(path)),
    ROLE: z.enum(['all', 'api', 'worker']).default('all'),
    /** Keeps databases, queues and indices of several installations apart on shared engines. Empty is the real one. */
    NAMESPACE: z
      .string()
      .regex(/^([a-z][a-z0-9-]{0,40})?$/, { error: 'must be lower-case letters, digits and hyphens' })
      .default(''),
  })
  .superRefine((given, context) => {
    const whole = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;
    const missing = whole.filter((name) => given[name] === undefined);
    if (missing.length === whole.length) return;
    for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'is missing beside the others of OpenID Connect' }); // prettier-ignore
    const issuer = new URL(given.OIDC_ISSUER ?? 'https://none.invalid');
    if (issuer.protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname))
      context.addIssue({ code: 'custom', path: ['OIDC_ISSUER'], message: 'must be reached by https' });
  });
export type Environment = z.infer<typeof Environment>;

/** Thrown for a missing or malformed variable; the message lists every mistake, a line each. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Whether nobody but those at this machine is served. */
export const isLocal = (publicUrl: string | undefined): boolean =>
  publicUrl === undefined || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);

/** Empty values count as unset, as they do in shells and Compose files. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentError(`The environment is not usable:\n${lines.join('\n')}\nSee .env.example.`);
}
