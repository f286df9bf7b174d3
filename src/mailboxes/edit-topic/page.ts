import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { html, type Html } from '#platform/views/html.ts'
import { topicByKey } from '../door.ts'
import { choose, fieldsOf, wholeForm, type Filled } from '../fields.ts'
import { kinds, type Topic } from '../topic.ts'
import { kindWords } from '../words.ts'
import { changeTopic, defineTopic, readTopic } from './edit-topic.ts'

export const addTopicForm = (asked: Asked): Answer => page(formPage(asked, { form: formOf({ kind: 'enquiry' }) }))

export const addTypedTopic = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const read = readTopic(asked.form)
    const added = read.ok ? await defineTopic(tx, read.value, { actor: asked.viewer.person, now: asked.now }) : read
    if (!added.ok) return pageAgain(formPage(asked, { form: asked.form, refusal: added.refusal }))
    return redirect(`/topics/${asked.form.text('key')}`, 'Topic added. Now say which mailbox answers for it')
  })

export const editTopicForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const topic = await topicByKey(tx, asked.params.key ?? '')
    return topic ? page(formPage(asked, { form: formFrom(topic) }, topic)) : missing
  })

export const editTypedTopic = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const topic = await topicByKey(tx, asked.params.key ?? '')
    if (!topic) return missing
    const read = readTopic(asked.form)
    const version = Number(asked.form.text('version'))
    const changed = read.ok
      ? await changeTopic(tx, topic, version, read.value, { actor: asked.viewer.person, now: asked.now })
      : read
    if (!changed.ok) return pageAgain(formPage(asked, { form: asked.form, refusal: changed.refusal }, topic))
    return redirect(`/topics/${asked.form.text('key')}`, 'Topic changed')
  })

const formPage = (asked: Asked, filled: Filled, topic?: Topic): Page => ({
  title: topic ? `Change ${topic.name}` : 'Add a topic',
  current: '/mailboxes',
  back: { href: topic ? `/topics/${topic.key}` : '/topics' },
  body: wholeForm(
    {
      asked,
      action: topic ? `/topics/${topic.key}/edit` : '/topics/add',
      send: topic ? 'Save changes' : 'Add topic',
      ...filled,
    },
    fields(filled),
  ),
})

function fields(filled: Filled): Html {
  const { line, lines, choice } = fieldsOf(filled)
  return html`<input type="hidden" name="version" value="${filled.form.text('version')}" /> ${line(
      'name',
      'Name',
      'In plain words. For example, Potholes',
    )}
    ${line('key', 'Short name', 'Stands in web addresses. For example, pothole', { classes: 'govuk-input--width-20' })}
    ${lines(
      'words',
      'Words people use for it',
      'Words and phrases, with a comma between them. For example, pothole, hole in the road',
    )}
    ${choice('kind', 'Kind', [choose('Select a kind'), ...kinds.map(value => ({ value, text: kindWords[value] }))])}
    ${line('limit', 'Target in working days', 'Leave empty for the mailbox’s target', {
      inputmode: 'numeric',
      classes: 'govuk-input--width-2',
    })}
    ${line('lgsl', 'Number in the local government service list (optional)', undefined, {
      inputmode: 'numeric',
      classes: 'govuk-input--width-5',
    })}
    ${checkboxes({
      name: 'needsReview',
      values: filled.form.texts('needsReview'),
      items: [{ value: 'yes', text: 'A second person reads answers before they are sent' }],
    })}`
}

const formFrom = (it: Topic): Form =>
  formOf({
    name: it.name,
    key: it.key,
    kind: it.kind,
    version: String(it.version),
    words: it.words.join(', '),
    limit: it.limitWorkingDays === null ? '' : String(it.limitWorkingDays),
    lgsl: it.lgsl === null ? '' : String(it.lgsl),
    needsReview: it.needsReview ? 'yes' : '',
  })
