import { file, missing, page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { inTransaction } from '#platform/db/database.ts'
import { oneLine } from '#kernel/text.ts'
import type { OutboxMail } from '../outbox-mail.ts'
import { listPage } from './list-page.ts'
import { framedMail, framePolicy, mailPage } from './mail-page.ts'
import { listOutbox, readMail } from './read-outbox.sql.ts'

const pageLength = 25

/**
 * The outbox page: what the demonstration shows instead of sending (contract.md, SMTP_URL). With a mail server set up
 * there are no such pages: other people's mail is then nobody's to read.
 */
export function outboxRoutes({ demonstration }: { demonstration: boolean }): Route[] {
  if (!demonstration) return []
  return [
    { method: 'GET', path: '/outbox', may: 'mail.outbox', handle: showList },
    {
      method: 'GET',
      path: '/outbox/:id',
      may: 'mail.outbox',
      handle: asked => withMail(asked, mail => page(mailPage(mail))),
    },
    {
      method: 'GET',
      path: '/outbox/:id/drawn',
      may: 'mail.outbox',
      handle: asked =>
        withMail(asked, mail =>
          file({ body: framedMail(mail), type: 'text/html; charset=utf-8', policy: framePolicy }),
        ),
    },
  ]
}

async function showList({ db, viewer, query }: Asked) {
  const search = oneLine(query.q ?? '').slice(0, 200)
  const after = uuidIn(query.after)
  const found = await inTransaction(db, 'system', tx =>
    listOutbox(tx, { viewer: viewer.person, search, after, limit: pageLength + 1 }),
  )
  return page(listPage({ search, after, entries: found.slice(0, pageLength), more: found.length > pageLength }))
}

async function withMail<T>({ db, viewer, params }: Asked, show: (mail: OutboxMail) => T) {
  const id = uuidIn(params.id)
  const mail = id && (await inTransaction(db, 'system', tx => readMail(tx, id, viewer.person)))
  return mail ? show(mail) : missing
}

const uuidIn = (text: string | undefined): string | undefined =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '') ? text : undefined
