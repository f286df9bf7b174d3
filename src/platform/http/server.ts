import { randomUUID } from 'node:crypto'
import cookies from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Logger } from 'pino'
import { nowAt } from '../../kernel/day.ts'
import { refuse, type Refusal } from '../../kernel/result.ts'
import { inTransaction, type Database } from '../db/database.ts'
import { compressLarge } from './compress.ts'
import type { Answer, Page } from './answer.ts'
import { page, problem } from './answer.ts'
import { csrfMatches, csrfToken, newVisit, visitCookie } from './csrf.ts'
import { emptyForm } from './form.ts'
import { saidBy, takeSaid, type Said } from './said.ts'
import { keptWords, type KeptWords } from './kept-words.ts'
import { readForm, uploadLimits } from './read-form.ts'
import { securityHeaders } from './security-headers.ts'
import { sendAnswer } from './send.ts'
import type { Asked, Route } from './route.ts'
import { mayDo, type Viewer } from './viewer.ts'

export type HouseOptions = {
  readonly routes: readonly Route[]
  readonly db: Database
  readonly secret: string
  readonly publicUrl: string
  /** who is asking, from a cookie or a bearer token */
  readonly identify: (asked: {
    cookie: (name: string) => string | undefined
    bearer: string | undefined
    now: Date
  }) => Promise<Viewer>
  /** the frame around every page */
  readonly layout: (page: Page, around: Around) => string
  /** where somebody not signed in is sent to; `return` is where they wanted to go */
  readonly signIn: (wanted: string) => string
  readonly errorPage: (
    kind: 'missing' | 'not-allowed' | 'signed-out' | 'broken' | 'form-expired' | 'too-many' | 'too-large',
    reference: string,
    /** what was typed, for who is signed in no more */
    typed?: KeptWords,
  ) => Page
  readonly log: Logger
  /** the time; tests and the demonstration give another one */
  readonly clock?: () => Date
}

/** What the layout may show beside the page itself. */
export type Around = Said & {
  readonly viewer: Viewer
  readonly csrf: string
  readonly path: string
}

/** The web of the house: every route checked for permission and form token, every answer sent the same way. */
export async function openHouse(options: HouseOptions): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    bodyLimit: 2 * 1024 * 1024,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  })
  await server.register(cookies)
  await server.register(formbody)
  // too large a file is marked by readForm, not thrown: the form comes back with what was typed
  await server.register(multipart, { limits: uploadLimits, throwFileSizeLimit: false })
  await server.register(rateLimit, { global: false })
  await server.register(helmet, securityHeaders(options.publicUrl))
  server.addHook('onSend', compressLarge)
  const serve = makeServe(options)
  for (const route of options.routes) {
    server.route({
      method: route.method,
      url: route.path,
      config: route.perMinute ? { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } } : {},
      ...(route.mostBytes && { bodyLimit: route.mostBytes, onRequest: serve.guard(route) }),
      handler: (request, reply) => serve.route(route, request, reply),
    })
  }
  server.setNotFoundHandler((request, reply) => serve.route(notThere, request, reply))
  server.setErrorHandler((error: Failure, request, reply) => serveError(options, error, request, reply))
  return server
}

const notThere: Route = { method: 'GET', path: '*', may: 'public', handle: () => ({ kind: 'missing' }) }

type Serve = {
  readonly route: (route: Route, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  /** turns away who may not come in before a large body is read */
  readonly guard: (route: Route) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
}

type Arrival = { readonly viewer: Viewer; readonly at: Date }

function makeServe(options: HouseOptions): Serve {
  const arrived = new WeakMap<FastifyRequest, Arrival>()
  return {
    guard: route => async (request, reply) => {
      const arrival = await arrive(options, request)
      arrived.set(request, arrival)
      if (mayDo(arrival.viewer, route.may)) return undefined
      const answer = turnedAway(options, request, arrival.viewer)
      return finish(options, reply, request, answer, arrival.viewer, visitOf(request, reply, options))
    },
    route: async (route, request, reply) => {
      const visit = visitOf(request, reply, options)
      const arrival = arrived.get(request) ?? (await arrive(options, request))
      const answer = await answerTo(options, route, request, arrival, visit)
      return finish(options, reply, request, answer, arrival.viewer, visit)
    },
  }
}

/** Who is asking. The API knows its callers by their token alone, so that no other site can call it with a cookie. */
async function arrive(options: HouseOptions, request: FastifyRequest): Promise<Arrival> {
  const at = options.clock?.() ?? new Date()
  const cookie = isApi(request) ? () => undefined : (name: string) => request.cookies[name]
  return { at, viewer: await options.identify({ cookie, bearer: bearerOf(request), now: at }) }
}

const isApi = (request: FastifyRequest): boolean => request.url.startsWith('/api/')

async function answerTo(
  options: HouseOptions,
  route: Route,
  request: FastifyRequest,
  { viewer, at }: Arrival,
  visit: string,
): Promise<Answer> {
  if (!mayDo(viewer, route.may)) {
    const isForm = viewer.via === 'public' && changes(request) && !isApi(request)
    return turnedAway(options, request, viewer, isForm ? await keptWords(request, options.secret, visit) : undefined)
  }
  if (isApi(request)) {
    if (isOtherThanJson(request)) return problem(refuse('not-json', notJson).refusal, 415)
    return route.handle(askedOf(options, request, viewer, visit, at, emptyForm))
  }
  const form = await readForm(request)
  if (changes(request) && !route.byItsAddress && !csrfMatches(options.secret, visit, form.text('_csrf'))) {
    return page(options.errorPage('form-expired', request.id), 403)
  }
  return route.handle(askedOf(options, request, viewer, visit, at, form))
}

const notJson = 'Send the body as JSON, with Content-Type: application/json'

const isOtherThanJson = ({ headers }: FastifyRequest): boolean =>
  headers['content-type'] !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'])

function askedOf(
  options: HouseOptions,
  request: FastifyRequest,
  viewer: Viewer,
  visit: string,
  at: Date,
  form: Asked['form'],
): Asked {
  let csrf: string | undefined
  return {
    viewer,
    form,
    now: nowAt(at),
    db: options.db,
    transact: work => inTransaction(options.db, viewer.person ?? 'public', work),
    params: (request.params ?? {}) as Record<string, string>,
    query: lastOfEach(request.query as Record<string, string | string[]>),
    body: request.body,
    // most requests of the API and of files never ask for it, and a page of many forms asks for each
    get csrf() {
      return (csrf ??= csrfToken(options.secret, visit))
    },
    header: name => [request.headers[name.toLowerCase()]].flat()[0],
    cookie: name => request.cookies[name],
    address: request.ip,
    path: request.url,
    publicUrl: options.publicUrl,
  }
}

function turnedAway(options: HouseOptions, request: FastifyRequest, viewer: Viewer, typed?: KeptWords): Answer {
  if (isApi(request)) {
    return viewer.via === 'public'
      ? problem(refuse('not-signed-in', 'Send a valid bearer token').refusal, 401)
      : problem(refuse('not-allowed', 'Your role may not do this').refusal, 403)
  }
  if (viewer.via === 'public' && request.method === 'GET') return { kind: 'redirect', to: options.signIn(request.url) }
  if (viewer.via === 'public') return page(options.errorPage('signed-out', request.id, typed), 401)
  return page(options.errorPage('not-allowed', request.id), 403)
}

/** Everything a cookie could carry here from another site needs the form token. */
const changes = ({ method }: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

function finish(
  options: HouseOptions,
  reply: FastifyReply,
  request: FastifyRequest,
  answer: Answer,
  viewer: Viewer,
  visit: string,
): FastifyReply {
  const said = answer.kind === 'page' ? takeSaid(request, reply) : { flash: undefined }
  if (answer.kind === 'redirect') {
    const toSay = saidBy(answer)
    if (toSay) reply.setCookie(toSay.name, toSay.value, cookieOptions(options, 60))
    for (const it of answer.cookies ?? []) setOrDrop(options, reply, it.name, it.value, it.maxAgeSeconds)
  }
  return sendAnswer(reply, answer, {
    isApi: isApi(request),
    render: given =>
      options.layout(given, { viewer, csrf: csrfToken(options.secret, visit), ...said, path: request.url }),
    missingPage: () => options.errorPage('missing', request.id),
  })
}

function setOrDrop(options: HouseOptions, reply: FastifyReply, name: string, value: string, maxAge: number): void {
  if (value) reply.setCookie(name, value, cookieOptions(options, maxAge))
  else reply.clearCookie(name, { path: '/' })
}

function visitOf(request: FastifyRequest, reply: FastifyReply, options: HouseOptions): string {
  if (isApi(request)) return ''
  const known = request.cookies[visitCookie]
  if (known) return known
  const visit = newVisit()
  reply.setCookie(visitCookie, visit, cookieOptions(options, 400 * 86_400))
  return visit
}

const cookieOptions = (options: HouseOptions, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: options.publicUrl.startsWith('https:'), maxAge }) as const

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

const lastOfEach = (query: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(query ?? {}).map(([name, value]) => [name, [value].flat().at(-1) ?? '']))

function serveError(options: HouseOptions, error: Failure, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500
  if (status >= 500)
    options.log.error({ err: error, reference: request.id, url: request.routeOptions.url }, 'a request broke')
  const kind = status === 413 ? 'too-large' : status === 429 ? 'too-many' : status < 500 ? 'not-allowed' : 'broken'
  const answer = isApi(request)
    ? problem(brokenRequest(error, status, request.id), status)
    : page(options.errorPage(kind, request.id), status)
  const around = { viewer: anonymous(), csrf: '', flash: undefined, path: request.url }
  return sendAnswer(reply, answer, {
    isApi: isApi(request),
    render: given => options.layout(given, around),
    missingPage: () => options.errorPage('missing', request.id),
  })
}

/** Why a request of the API never reached its handler, in words for whoever wrote the client. */
function brokenRequest({ code, message }: Failure, status: number, reference: string): Refusal {
  if (status >= 500)
    return { code: 'broken', words: `Something went wrong on our side. Quote ${reference} if you report it.` }
  if (status === 413) return { code: 'too-large', words: 'The request is too large' }
  if (status === 415) return { code: 'not-json', words: notJson }
  if (status === 429) return { code: 'too-many', words: 'Too many requests. Wait a minute and try again' }
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return { code: 'malformed', words: 'The body is empty. Send a JSON object' }
  if (code?.startsWith('FST_ERR_CTP')) return { code: 'malformed', words: 'The body is not valid JSON' }
  return { code: 'malformed', words: message }
}

type Failure = Error & { readonly statusCode?: number; readonly code?: string }

const anonymous = (): Viewer => ({
  person: null,
  name: '',
  email: '',
  roles: [],
  permissions: new Set(),
  via: 'public',
})
