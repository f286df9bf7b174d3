import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import type { Form, FormFields } from '#platform/http/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { messagesOf, type Message } from '../message.sql.ts'
import type { Opened } from '../page/open-enquiry.ts'

/** The parts that came, from whoever was asked or a partner, each with a button that puts its words at the end of the answer. */
export async function contributionsToInsert(opened: Opened): Promise<Html | false> {
  const came = await contributionsThatCame(opened)
  return (
    came.length > 0 &&
    details({
      summaryText: came.length === 1 ? 'What others sent for it' : `The ${came.length} parts that others sent for it`,
      open: true,
      html: html`${came.map(
        it =>
          html`<div class="os-plain-text govuk-!-margin-bottom-2" dir="auto">${it.words}</div>
            ${button({
              text: 'Put this into the answer',
              name: 'do',
              value: `insert ${it.id}`,
              classes: 'govuk-button--secondary',
            })}`,
      )}`,
    })
  )
}

/** What the form holds after such a button was pressed; undefined when it was another one. */
export async function withContribution(opened: Opened, typed: Form): Promise<FormFields | undefined> {
  const id = /^insert (\S+)$/.exec(typed.text('do'))?.[1]
  const found = id && (await contributionsThatCame(opened)).find(it => it.id === id)
  return found ? { text: [typed.text('text'), withoutSender(found.words)].filter(Boolean).join('\n\n') } : undefined
}

const contributionsThatCame = async ({ tx, enquiry }: Opened): Promise<Message[]> =>
  (await messagesOf(tx, enquiry.id)).filter(it => it.kind === 'contribution' || it.kind === 'partner-answer')

/** The member is not told whom the council asked, unless whoever answers says so. */
const withoutSender = (words: string): string => words.replace(/^From [^\n]*:\n+/, '')
