import { addressOf, type JourneyHouse, type Seat } from './house.ts'
import { press } from './forms.ts'
import { soon, stands } from './reading.ts'

/** The demonstration's member asks by mail to the streets mailbox, once for each subject; waits until all are enquiries. */
export async function arrive(house: JourneyHouse, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects)
    await house.write({
      from: `Cllr <${addressOf('demo.member')}>`,
      to: 'streets@tessbridge.example',
      subject,
      text: 'When will this be looked at?',
      messageId: `<${subject.replaceAll(' ', '-')}@reader.example>`,
    })
  await soon(async () => {
    const [row] = await house.owner`
      select count(*)::int as n from enquiries.enquiry where subject = any (${subjects as string[]})`
    return row!.n === subjects.length
  }, 'what came by mail became enquiries')
}

/** An enquiry raised by mail and taken by whoever sits there, who then stands on its page. Its number. */
export async function takeInHand(
  house: JourneyHouse,
  { page, go }: Seat,
  { subject, text }: { subject: string; text: string },
): Promise<string> {
  await house.write({ from: addressOf('demo.member'), to: addressOf('streets'), subject, text })
  const reference = await soon(async () => {
    const [row] = await house.owner`select reference from enquiries.enquiry where subject = ${subject}`
    return row?.reference as string | undefined
  }, 'the mail became an enquiry')
  await go(`/enquiries/${reference}/take`)
  await press(page, 'Take it')
  await stands(page, 'What you can do')
  return reference
}
