import { addWorkingDays } from '#clock/door.ts'
import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { answerLetter, asRead } from '#mail/door.ts'
import { setting } from '#platform/settings.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { fileNote } from '../attach/file-words.ts'
import { limitsInForce } from '../house.ts'
import type { Drawing } from '../page/act-page.ts'
import { questionsOf, type Question } from '../question.sql.ts'
import { sharingWords } from './sharing-words.ts'

type Given = {
  readonly text: string
  readonly answers: readonly { readonly number: number; readonly answer: string; readonly excuse: string }[]
  readonly promises: readonly { readonly words: string; readonly who: string; readonly dueOn: Day }[]
  readonly contact: string
  readonly mayShare?: boolean | undefined
}

/** The answer as the member will read it: on their page, and as the mail they get. */
export async function answerPreview(drawing: Drawing, given: Given): Promise<Html> {
  const { tx, enquiry, names, asked } = drawing.opened
  const questions = (await questionsOf(tx, enquiry.id)).filter(it => it.round === enquiry.round)
  return card({
    heading: { text: 'What the member will get' },
    attributes: { id: 'preview' },
    html: html`<p class="govuk-body os-plain-text" dir="auto">${given.text}</p>
      ${questions.length > 0 && answered(questions, given)} ${given.promises.length > 0 && promised(given)}
      ${attachmentList(drawing.files.map(it => ({ name: it.name, note: fileNote(it) })))}
      ${given.mayShare !== undefined && html`<p class="govuk-body">${sharingWords(given.mayShare)}</p>`}
      ${given.contact && html`<p class="govuk-body">Contact: <bdi>${given.contact}</bdi></p>`}
      <p class="govuk-body"><bdi>${asked.viewer.name}</bdi>, ${names.mailbox}</p>
      ${details({
        summaryText: 'The email',
        html: await asMail(
          { opened: drawing.opened, files: drawing.files, signedBy: asked.viewer.name },
          given,
          questions,
        ),
      })}`,
  })
}

type Mailing = Pick<Drawing, 'opened' | 'files'> & { readonly signedBy: string }

/** The mail as its reader will see it, by the composer that will write it. */
export async function asMail(
  { opened, files, signedBy }: Mailing,
  given: Given,
  questions: readonly Question[],
): Promise<Html> {
  const { tx, enquiry, names, asked, calendar } = opened
  const [council, limits] = await Promise.all([setting(tx, 'council.name'), limitsInForce(tx)])
  const url = `${asked.publicUrl}/enquiries/${enquiry.reference}/track`
  const letter = answerLetter(
    { name: council, team: 'One Stop' },
    {
      about: { reference: enquiry.reference, subject: names.subject, restricted: enquiry.restricted, trackingUrl: url },
      to: names.member,
      by: signedBy,
      mailbox: names.mailbox ?? 'Member services',
      text: given.text,
      questions: questions.map(({ number, words }) => ({ question: words, answer: saidTo(number, given) })),
      promises: given.promises.map(({ words, who, dueOn }) => ({ what: words, who, dueOn })),
      ...(given.contact && { contact: given.contact }),
      ...(given.mayShare !== undefined && { mayShare: given.mayShare }),
      files: files.map(it => it.name),
      attached: files.length > 0,
      answersItUrl: `${url}/agree`,
      doesNotUrl: `${url}/disagree`,
      rateUrl: url,
      closesOn: addWorkingDays(calendar, asked.now.today, limits.silence),
    },
  )
  return asRead(letter)
}

function saidTo(number: number, { answers }: Given): string {
  const found = answers.find(it => it.number === number)
  return found?.answer || (found?.excuse ? `We cannot answer this: ${found.excuse}` : 'Not answered yet')
}

const answered = (questions: readonly Question[], { answers }: Given): Html =>
  html`<h3 class="govuk-heading-s">Your questions</h3>
    <ol class="govuk-list govuk-list--number">
      ${questions.map(({ number, words }) => {
        const found = answers.find(it => it.number === number)
        const said = found?.answer || found?.excuse
        return html`<li>
          <strong dir="auto">${words}</strong><br />
          ${said ? html`<span class="os-plain-text" dir="auto">${said}</span>` : html`<em>Not answered yet</em>`}
        </li>`
      })}
    </ol>`

const promised = ({ promises }: Given): Html =>
  html`<h3 class="govuk-heading-s">What we will do</h3>
    <ul class="govuk-list govuk-list--bullet">
      ${promises.map(it => html`<li>${it.words}${it.who && ` (${it.who})`}, by ${inWordsWithWeekday(it.dueOn)}</li>`)}
    </ul>`
