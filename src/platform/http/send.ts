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

/** RFC 9457; `pointer` (JSON Pointer, RFC 6901) names the member of the request that is wrong. */
function sendProblem(reply: FastifyReply, refusal: Refusal, status: number): FastifyReply {
  const all = [refusal, ...(refusal.also ?? [])]
  const errors = all.filter(it => it.field).map(it => ({ detail: it.words, pointer: `#/${it.field}` }))
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
