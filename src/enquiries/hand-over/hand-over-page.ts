import { openMailboxes, type Mailbox } from '#mailboxes/door.ts'
import { shortened } from '#kernel/text.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import { card } from '#platform/views/components/card.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { radios } from '#platform/views/components/radios.ts'
import { html, type Html } from '#platform/views/html.ts'
import { fileNote } from '../attach/file-words.ts'
import { latestFor } from '../contribution/contribution.ts'
import { typedDate, type ActPage, type Drawing } from '../page/act-page.ts'
import { dateBoxes, dateField, reader, wordsField } from '../page/fields.ts'
import type { Opened } from '../page/open-enquiry.ts'
import type { z } from 'zod'
import { chosen, chosenFiles, type handOver } from './hand-over.ts'
import type { Piece } from './hand-over.sql.ts'
import { pieceKeys, piecesOf, sharableFiles } from './pieces.ts'
import { whatTheySee } from './what-they-see.ts'

export const handOverPage: ActPage = {
  act: 'hand-over',
  title: 'Hand over to a partner',
  usual: ({ enquiry, asked, calendar }) => dateBoxes('dueOn', latestFor(enquiry, asked.now.today, calendar)),
  fields: async drawing =>
    html`${reader(
      `The partner sees what you choose here and nothing else. ${drawing.opened.names.member} is told who has it. The council’s clock goes on, and you stay its handler.`,
    )}
    ${await partners(drawing)} ${wordsField(drawing, { label: 'What is the partner to do?', rows: 4 })}
    ${await pieces(drawing)}
    ${wordsField(drawing, {
      name: 'authority',
      label: 'Why may this be shared with them?',
      hint: 'The consent, the contract or the agreement. It stays on record',
      rows: 2,
    })}
    ${dateField(drawing, { name: 'dueOn', legend: 'By when do they answer?' })}`,
  given: typed => ({
    mailbox: typed.text('mailbox'),
    share: typed.texts('share'),
    files: typed.texts('files'),
    text: typed.text('text'),
    authority: typed.text('authority'),
    dueOn: typedDate(typed, 'dueOn') ?? '',
  }),
  dates: ['dueOn'],
  preview: ({ opened }, given) => preview(opened, given),
  submit: 'Hand it over',
  done: 'Handed over',
}

async function partners({ opened, typed, error }: Drawing): Promise<Html> {
  const open = await partnersOf(opened)
  if (open.length === 0) return html`<p class="govuk-body">No partner has a mailbox.</p>`
  return radios({
    name: 'mailbox',
    value: typed.text('mailbox') || (open.length === 1 ? open[0]!.id : ''),
    fieldset: { legend: { text: 'Which partner?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: error('mailbox'),
    items: open.map(it => ({ value: it.id, text: it.name, hint: { text: it.purpose } })),
  })
}

const partnersOf = async ({ tx, asked }: Opened): Promise<Mailbox[]> =>
  (await openMailboxes(tx, asked.now.today)).filter(it => it.organisationId !== null)

async function pieces({ opened, typed, error }: Drawing): Promise<Html> {
  const [there, files] = await Promise.all([
    piecesOf(opened.tx, opened.enquiry),
    sharableFiles(opened.tx, opened.enquiry),
  ])
  return html`${checkboxes({
    name: 'share',
    values: typed.texts('share'),
    fieldset: { legend: { text: 'What do they need to see?', classes: 'govuk-fieldset__legend--m' } },
    hint: {
      text: 'Choose only what the work needs. Press Preview to read it as they will: what the member wrote may name people',
    },
    errorMessage: error('share'),
    items: pieceKeys.flatMap(value => (there[value] ? [pieceItem(value, there[value])] : [])),
  })}
  ${files.length > 0 &&
  checkboxes({
    name: 'files',
    values: typed.texts('files'),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Which of the member’s files do they need?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: error('files'),
    items: files.map(it => ({ value: it.id, text: it.name, hint: { text: fileNote(it) } })),
  })}`
}

const pieceItem = (value: string, { name, words }: Piece) => ({
  value,
  text: name,
  hint: { text: shortened(words.replace(/\s+/g, ' '), 90) },
})

/** The hand-over as the partner will read it. */
async function preview({ tx, enquiry, asked }: Opened, given: z.infer<typeof handOver.shape>): Promise<Html> {
  const [pieces, sharable] = await Promise.all([piecesOf(tx, enquiry), sharableFiles(tx, enquiry)])
  const files = chosenFiles({ files: given.files, sharable })
  return card({
    heading: { text: 'What the partner will see' },
    attributes: { id: 'preview' },
    html: whatTheySee({
      reference: enquiry.reference,
      by: asked.viewer.name,
      dueOn: given.dueOn,
      wanted: given.text,
      shared: chosen({ share: given.share, pieces }),
      files: attachmentList(files.map(it => ({ name: it.name, note: fileNote(it) }))),
    }),
  })
}
