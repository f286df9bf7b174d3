import type { FastifyReply } from 'fastify'
import type { Refusal } from '../../kernel/result.ts'
import type { Answer, FileAnswer, Page } from './answer.ts'

type Sending = { readonly isApi: boolean; readonly render: (page: Page) => string; readonly missingPage: () => Page }

/** Turns an answer into HTTP. */
export function sendAnswer(reply: FastifyReply, answer: Answer, how: Sending): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return sendPage(reply, how.render(answer.page), answer.status)
    case 'redirect':
      return reply.header('cache-control', 'no-store').redirect(answer.to, 303)
    case 'json':
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .header('cache-control', 'no-store')
        .send(answer.value)
    case 'problem':
      return sendProblem(reply, answer.refusal, answer.status)
    case 'file':
      return sendFile(reply, answer)
    case 'missing':
      return how.isApi
        ? sendProblem(reply, { code: 'not-found', words: 'There is nothing here that you may see' }, 404)
        : sendPage(reply, how.render(how.missingPage()), 404)
  }
}

const sendPage = (reply: FastifyReply, text: string, status: number): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** RFC 9457; each of its errors names what is wrong with the request, and where. */
function sendProblem(reply: FastifyReply, refusal: Refusal, status: number): FastifyReply {
  const isRead = reply.request.method === 'GET'
  const errors = [refusal, ...(refusal.also ?? [])].flatMap(({ words, field }) =>
    field ? [{ detail: words, ...placeOf(field, isRead) }] : [],
  )
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send({
      type: `urn:one-stop:problem:${refusal.code}`,
      title: refusal.words,
      status,
      ...(errors.length > 0 && { errors }),
    })
}

/** A header is written with a capital; else it is the query of a read, or a JSON pointer (RFC 6901) into the body. */
function placeOf(field: string, isRead: boolean) {
  if (/^[A-Z]/.test(field)) return { header: field }
  return isRead ? { parameter: field.split('/')[0] } : { pointer: `#/${field}` }
}

/** Whatever people uploaded is never run by a browser: own origin policy, no sniffing, saved rather than shown. */
function sendFile(reply: FastifyReply, answer: FileAnswer): FastifyReply {
  if (answer.saveAs !== undefined) {
    const plain = answer.saveAs.replace(/[^\w.\- ]/g, '_')
    const exact = encodeURIComponent(answer.saveAs).replace(/['()*]/g, it => `%${it.charCodeAt(0).toString(16)}`)
    reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${exact}`)
  }
  return reply
    .type(answer.type)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', answer.policy ?? "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(answer.body)
}
