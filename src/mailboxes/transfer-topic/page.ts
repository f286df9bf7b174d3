import { wards, type Ward } from '#people/door.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { html } from '#platform/views/html.ts'
import { openMailboxes, topicByKey } from '../door.ts'
import { choose, fieldsOf, wholeForm, type Filled } from '../fields.ts'
import type { Mailbox } from '../mailbox.ts'
import type { Topic } from '../topic.ts'
import { readTransfer, takeBackTransfer, transferTopic } from './transfer-topic.ts'

type Choices = { readonly topic: Topic; readonly boxes: readonly Mailbox[]; readonly ofWards: readonly Ward[] }

export const transferForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const topic = await topicByKey(tx, asked.params.key ?? '')
    if (!topic) return missing
    const [boxes, ofWards] = await Promise.all([openMailboxes(tx, asked.now.today), wards(tx)])
    return page(formPage(asked, { topic, boxes, ofWards }, { form: emptyForm }))
  })

export const transferTyped = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const topic = await topicByKey(tx, asked.params.key ?? '')
    if (!topic) return missing
    const [boxes, ofWards] = await Promise.all([openMailboxes(tx, asked.now.today), wards(tx)])
    const read = readTransfer(
      asked.form,
      boxes,
      ofWards.map(it => it.id),
    )
    const done = read.ok
      ? await transferTopic(tx, topic, read.value, { actor: asked.viewer.person, now: asked.now })
      : read
    if (!done.ok)
      return pageAgain(formPage(asked, { topic, boxes, ofWards }, { form: asked.form, refusal: done.refusal }))
    return redirect(`/topics/${topic.key}`, 'Change of mailbox noted')
  })

export const takeBack = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const topic = await topicByKey(tx, asked.params.key ?? '')
    if (!topic) return missing
    const done = await takeBackTransfer(tx, topic, asked.params.id ?? '', {
      actor: asked.viewer.person,
      now: asked.now,
    })
    const page = `/topics/${topic.key}`
    return done.ok ? redirect(page, 'Planned change taken back') : turnBack(page, done.refusal.words)
  })

function formPage(asked: Asked, { topic, boxes, ofWards }: Choices, filled: Filled): Page {
  const { choice, day } = fieldsOf(filled)
  return {
    title: `Change which mailbox answers for ${topic.name}`,
    current: '/mailboxes',
    back: { href: `/topics/${topic.key}` },
    body: html`<p class="govuk-body">
        New enquiries go there from the first day. Open ones stay where they are until somebody moves them.
      </p>
      ${wholeForm(
        {
          asked,
          action: `/topics/${topic.key}/transfer`,
          send: 'Note this change',
          ids: { from: 'from-day' },
          ...filled,
        },
        html`${choice('mailbox', 'Which mailbox will answer?', [
          choose('Select a mailbox'),
          ...boxes.map(it => ({ value: it.id, text: it.name })),
        ])}
        ${choice('ward', 'Where?', [
          choose('Wherever no ward has its own arrangement'),
          ...ofWards.map(it => ({ value: it.id, text: `Only in ${it.name}` })),
        ])}
        ${day('from', 'First day', 'For example, 1 4 2027')}`,
      )}`,
  }
}
