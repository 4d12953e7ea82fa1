import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problems } from './problems.ts';

const Problem = z.object({
  type: z.string().describe('Stable; see the catalogue of problems'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ pointer: z.string().describe('JSON pointer, RFC 6901'), detail: z.string() }))
    .optional()
    .describe('Every mistake of the request'),
  rule: z.string().optional().describe('The rule of use that a refusal follows from'),
  about: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  current: z.unknown().optional().describe('Of a stale edit: what stands there now'),
  yours: z.unknown().optional().describe('Of a stale edit: what was to stand there'),
  instance: z.string().optional(),
});

/** The OpenAPI 3.1 document of the endpoints, from the same schemas that validate. Pure. */
export function openApiDocument(
  endpoints: readonly Endpoint[],
  { publicUrl, version }: { publicUrl: string; version: string },
): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'LASTU',
      version,
      description: 'The shared catalogue of the libraries of Päijät-Häme. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths: Object.fromEntries(
      [...Map.groupBy(endpoints, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))].map(([path, same]) => [
        path,
        Object.fromEntries(same.map((one) => [one.method, operation(one)])),
      ]),
    ),
    components: {
      schemas: { Problem: jsonSchema(Problem) },
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', description: 'The STAFF_TOKEN of the installation' },
        staffSession: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-lastu-staff',
          description:
            'Given by /staff/login, to who has the role named with it; changes bring the token of GET /staff/session as X-CSRF-Token',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-lastu-session',
          description: 'Given by POST /session; changes bring its token as X-CSRF-Token as well',
        },
      },
    },
  };
}

function operation({
  operationId,
  summary,
  patron,
  staff,
  path,
  query,
  body,
  takesFile,
  answer,
  alsoAs = [],
  problems: names,
}: Endpoint) {
  const statuses = Map.groupBy(names, (name) => problems[name].status);
  return {
    operationId,
    summary,
    ...(staff && { security: [{ staff: [] }, { staffSession: [staff === true ? 'staff' : staff] }] }),
    ...(patron && { security: patron === 'if-logged-in' ? [{}, { session: [] }] : [{ session: [] }] }),
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...queryParameters(query),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } },
    }),
    ...(takesFile && {
      requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }, // prettier-ignore
    }),
    responses: {
      200: {
        description: 'Found',
        content: {
          'application/json': { schema: jsonSchema(answer) },
          ...Object.fromEntries(alsoAs.map((type) => [type, {}])),
        },
      },
      ...Object.fromEntries(
        [...statuses].map(([status, same]) => [
          status,
          {
            description: same.map((name) => `${problems[name].title} (urn:lastu:problem:${name})`).join('; '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

interface ObjectSchema {
  readonly properties?: Record<string, { type?: string; description?: string }>;
}

function queryParameters(query: z.ZodType) {
  const { properties = {} }: ObjectSchema = jsonSchema(query);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    ...(description && { description }),
    ...(schema.type === 'array' && { style: 'form', explode: true }),
    schema,
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io });
  return rest;
}
