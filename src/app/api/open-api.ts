import type { Answering, Endpoint } from '#platform/http/endpoint.ts'
import { schemaOfAnswer, schemaOfRequest, type Schema } from './schema.ts'

/** The OpenAPI 3.1 document of the API, made from the endpoints themselves. */
export const openApi = (endpoints: readonly Endpoint[], council: string, publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: `One Stop of ${council}`,
    version: '1',
    summary: 'Members’ enquiries: raise them, follow them, work on them',
    description:
      'Everything is seen and done as the person whose token is sent: their visibility, their roles, their name in the record. What you may not see does not exist.',
  },
  servers: [{ url: publicUrl }],
  security: [{ token: [] }],
  tags: [...new Set(endpoints.map(it => it.group))].map(name => ({ name })),
  paths: pathsOf(endpoints),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A person’s API token' } },
    schemas: { Problem: problemSchema },
  },
})

function pathsOf(endpoints: readonly Endpoint[]) {
  const byPath = Map.groupBy(endpoints, it => templateOf(it.path))
  return Object.fromEntries(
    [...byPath].map(([path, all]) => [
      path,
      Object.fromEntries(all.map(it => [it.method.toLowerCase(), operationOf(it)])),
    ]),
  )
}

/** `/enquiries/:reference` → `/enquiries/{reference}`. */
export const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

function operationOf(it: Endpoint) {
  const parameters = [...inPath(it), ...inQuery(it), ...inHeader(it)]
  return {
    operationId: it.id,
    summary: it.title,
    description: it.means,
    tags: [it.group],
    ...(it.may === 'public' && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(it.body && { requestBody: bodyOf(it, it.body) }),
    responses: { ...Object.fromEntries(it.answers.map(one => answerOf(it, one))), ...problemsOf(it) },
  }
}

const inPath = ({ inPath = {} }: Endpoint) =>
  Object.entries(inPath).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }))

function inQuery({ query }: Endpoint) {
  const { properties = {}, required = [] } = query ? schemaOfRequest(query) : {}
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description && { description }),
    schema,
  }))
}

const inHeader = ({ once, example }: Endpoint) =>
  once
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: onceWords,
          schema: { type: 'string', minLength: 1, maxLength: 200 },
          ...(example.key && { example: example.key }),
        },
      ]
    : []

export const onceWords =
  'Any text of up to 200 characters that you use for this one request. Sent again with the same key, nothing is done twice and the same answer comes back'

const bodyOf = ({ example }: Endpoint, body: NonNullable<Endpoint['body']>) => {
  const schema = schemaOfRequest(body)
  return {
    required: (schema.required ?? []).length > 0,
    content: { 'application/json': { schema, ...(example.body && { example: example.body }) } },
  }
}

function answerOf({ example }: Endpoint, { status, means, shape, type }: Answering): [number, object] {
  if (!shape && !type) return [status, { description: means }]
  const content = shape
    ? {
        'application/json': {
          schema: schemaOfAnswer(shape),
          ...(example.status === status && { example: example.answer }),
        },
      }
    : { [type!]: { schema: { type: 'string', format: 'binary' } } }
  return [status, { description: means, content }]
}

const problemsOf = ({ problems }: Endpoint) =>
  Object.fromEntries(
    problems.map(status => [
      status,
      {
        description: problemWords[status],
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )

export const problemWords: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: its JSON is broken',
  401: 'There is no token, or it is not valid',
  403: 'Your role, or your part in this enquiry, does not allow it',
  404: 'There is nothing here that you may see',
  409: 'Somebody changed it since you saw it: read it again',
  413: 'The request is too large',
  422: 'What was sent is not complete, or a rule refuses it; `errors` name what to mend',
}

const problemSchema: Schema = {
  type: 'object',
  description: 'A problem after RFC 9457',
  properties: {
    type: { type: 'string', description: 'Which problem, for machines: `urn:one-stop:problem:stale-version`' },
    title: { type: 'string', description: 'What is wrong, in plain words' },
    status: { type: 'integer' },
    errors: {
      type: 'array',
      description: 'What to mend, one by one',
      items: {
        type: 'object',
        properties: {
          detail: { type: 'string' },
          pointer: { type: 'string', description: 'A JSON pointer to the field of the body' },
          parameter: { type: 'string', description: 'The name in the query' },
          header: { type: 'string', description: 'The name of the header' },
        },
        required: ['detail'],
      },
    },
  },
  required: ['type', 'title', 'status'],
}
