import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { personNames } from '#people/door.ts'
import { mailboxByKey } from '../door.ts'
import type { Mailbox } from '../mailbox.ts'
import { repliesOf, replyById, keepsReplies, readsReplies, versionsOf } from './canned-reply.sql.ts'
import type { CannedReply } from './canned-reply.ts'
import { addCannedReply, changeCannedReply, readCannedReply, retireCannedReply } from './edit-canned-reply.ts'
import { addressOfReplies, editPage, listPage, onePage } from './pages.ts'

/** Open to everybody signed in: the database says who reads and who keeps the replies of which mailbox. */
export const cannedReplyRoutes: readonly Route[] = (
  [
    ['GET', '', all],
    ['GET', '/add', asked => kept(asked, async (_tx, mailbox) => page(editPage(asked, mailbox, { form: formOf({}) })))],
    ['POST', '/add', add],
    ['GET', '/:id', asked => one(asked, show)],
    ['GET', '/:id/edit', asked => one(asked, editForm)],
    ['POST', '/:id/edit', asked => one(asked, edit)],
    ['POST', '/:id/retire', asked => one(asked, (tx, it) => setOffered(tx, it, false))],
    ['POST', '/:id/offer', asked => one(asked, (tx, it) => setOffered(tx, it, true))],
  ] satisfies [Route['method'], string, Route['handle']][]
).map(([method, path, handle]) => ({
  method,
  path: `/mailboxes/:key/replies${path}`,
  may: 'mailboxes.view',
  handle,
}))

const editing = ({ viewer, now }: Asked) => ({ actor: viewer.person, now })

function all(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const mailbox = await mailboxByKey(tx, asked.params.key ?? '')
    if (!mailbox || !(await readsReplies(tx, mailbox.id))) return missing
    const [replies, keeps] = await Promise.all([repliesOf(tx, mailbox.id), keepsReplies(tx, mailbox.id)])
    return page(listPage(mailbox, replies, keeps))
  })
}

/** Only for who keeps the replies of the mailbox; for others there is nothing at the address. */
function kept(asked: Asked, work: (tx: Tx, mailbox: Mailbox) => Promise<Answer>): Promise<Answer> {
  return asked.transact(async tx => {
    const mailbox = await mailboxByKey(tx, asked.params.key ?? '')
    return mailbox && (await keepsReplies(tx, mailbox.id)) ? work(tx, mailbox) : missing
  })
}

function add(asked: Asked): Promise<Answer> {
  return kept(asked, async (tx, mailbox) => {
    const read = readCannedReply(asked.form)
    const added = read.ok ? await addCannedReply(tx, mailbox, read.value, editing(asked)) : read
    if (!added.ok) return pageAgain(editPage(asked, mailbox, { form: asked.form, refusal: added.refusal }))
    return redirect(addressOfReplies(mailbox), 'Canned reply added')
  })
}

type One = { readonly asked: Asked; readonly mailbox: Mailbox; readonly reply: CannedReply; readonly keeps: boolean }

function one(asked: Asked, work: (tx: Tx, it: One) => Promise<Answer>): Promise<Answer> {
  return asked.transact(async tx => {
    const [mailbox, reply] = await Promise.all([
      mailboxByKey(tx, asked.params.key ?? ''),
      replyById(tx, asked.params.id ?? ''),
    ])
    if (!mailbox || reply?.mailboxId !== mailbox.id) return missing
    return work(tx, { asked, mailbox, reply, keeps: await keepsReplies(tx, mailbox.id) })
  })
}

async function show(tx: Tx, { asked, mailbox, reply, keeps }: One): Promise<Answer> {
  const versions = await versionsOf(tx, reply.id)
  const names = await personNames(
    tx,
    versions.flatMap(it => it.changedBy ?? []),
  )
  return page(onePage(asked, mailbox, reply, versions, { names, keeps }))
}

async function editForm(_tx: Tx, { asked, mailbox, reply, keeps }: One): Promise<Answer> {
  if (!keeps) return missing
  const form = formOf({ name: reply.name, words: reply.words, version: `${reply.version}` })
  return page(editPage(asked, mailbox, { form }, reply))
}

async function edit(tx: Tx, { asked, mailbox, reply, keeps }: One): Promise<Answer> {
  if (!keeps) return missing
  const read = readCannedReply(asked.form)
  const seen = { ...reply, version: Number(asked.form.text('version')) || 0 }
  const changed = read.ok ? await changeCannedReply(tx, mailbox, seen, read.value, editing(asked)) : read
  if (!changed.ok) return pageAgain(editPage(asked, mailbox, { form: asked.form, refusal: changed.refusal }, reply))
  return redirect(`${addressOfReplies(mailbox)}/${reply.id}`, 'Canned reply changed')
}

async function setOffered(tx: Tx, { asked, mailbox, reply, keeps }: One, offered: boolean): Promise<Answer> {
  if (!keeps) return missing
  const done = await retireCannedReply(tx, mailbox, reply, !offered, editing(asked))
  const back = `${addressOfReplies(mailbox)}/${reply.id}`
  return done.ok
    ? redirect(back, offered ? 'It is offered again' : 'It is offered no more')
    : turnBack(back, done.refusal.words)
}
