import { record } from '#audit/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { refuse } from '#kernel/result.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { setGivesOut } from '../change.sql.ts'
import { wholeForm, type Filled } from '../fields.ts'
import { heldRegister } from '../held-register.ts'
import { runs } from '../look-up/look-up.sql.ts'
import type { Mailbox } from '../mailbox.ts'

/** How new work reaches somebody: people take it, or it is given out by itself. For whoever runs the mailbox. */
export const giveOutForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const mailbox = await theirs(tx, asked)
    return mailbox ? page(formPage(asked, mailbox, { form: formOf({ how: howOf(mailbox.givesOut) }) })) : missing
  })

export const chooseGiveOut = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const mailbox = await theirs(tx, asked)
    if (!mailbox) return missing
    const how = asked.form.text('how')
    if (how !== 'itself' && how !== 'taken') {
      const { refusal } = refuse('how', 'Select how new work is given out', 'how')
      return pageAgain(formPage(asked, mailbox, { form: asked.form, refusal }))
    }
    await setGivesOut(tx, mailbox.id, how === 'itself')
    await record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'mailboxes.give-out',
      subject: { kind: 'mailbox', id: mailbox.id, reference: mailbox.key },
      details: { byItself: how === 'itself' },
    })
    return redirect(`/mailboxes/${mailbox.key}`, saidOf(how === 'itself'))
  })

const howOf = (byItself: boolean): string => (byItself ? 'itself' : 'taken')

const saidOf = (byItself: boolean): string =>
  byItself ? 'New work is given out by itself from now on' : 'New work waits to be taken from now on'

async function theirs(tx: Tx, { params }: Asked): Promise<Mailbox | undefined> {
  const mailbox = (await heldRegister(tx)).mailboxByKey.get(params.key ?? '')
  return mailbox && (await runs(tx, mailbox.id)) ? mailbox : undefined
}

const formPage = (asked: Asked, mailbox: Mailbox, filled: Filled): Page => ({
  title: `How new work is given out in ${mailbox.name}`,
  ownHeading: false,
  current: '/mailboxes',
  back: { href: `/mailboxes/${mailbox.key}`, text: mailbox.name },
  body: wholeForm(
    { asked, action: `/mailboxes/${mailbox.key}/new-work`, send: 'Save', ...filled },
    radios({
      name: 'how',
      value: filled.form.text('how'),
      fieldset: { legend: { text: 'What happens to new enquiries?' } },
      errorMessage: errorFor(filled.refusal, 'how'),
      items: [
        { value: 'taken', text: 'They wait until somebody takes them', hint: { text: 'Or until you give them out' } },
        {
          value: 'itself',
          text: 'They are given out by themselves',
          hint: {
            text: 'To the responder who is present and has least. What comes while all are away is given the next morning',
          },
        },
      ],
    }),
  ),
})
