import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import { dayBoxes, typedDay, typedDayOrNone } from '#platform/http/typed-day.ts'
import { isAddress } from './address.ts'
import type { Group, Organisation, Ward } from './council.ts'
import type { NewMember, Member } from './member.ts'
import type { NewPerson, Person } from './person.ts'
import { isRole, type Role } from './roles.ts'

/** What the form offers to choose from. */
export type Offers = {
  readonly wards: readonly Ward[]
  readonly groups: readonly Group[]
  readonly organisations: readonly Organisation[]
}

export type Appointment = {
  readonly person: NewPerson & { readonly roles: readonly Role[] }
  /** the seat on the council; undefined for somebody who is no member */
  readonly seat: Omit<NewMember, 'personId'> | undefined
  readonly organisationId: string | null
}

/** The form as somebody filled it, read in full: every mistake is named at once. */
export function appointmentIn(form: Form, offers: Offers): Result<Appointment> {
  const [person, wrongPerson] = personIn(form)
  const [seat, wrongSeat] = person.roles.includes('member') ? seatIn(form, offers) : [undefined, []]
  const organisation = person.roles.includes('partner') ? form.text('organisationId') : ''
  const organisationId = offers.organisations.find(it => it.id === organisation)?.id ?? null
  const noPartner = person.roles.includes('partner') && !organisationId
  const wrong = [...wrongPerson, ...wrongSeat]
  if (noPartner)
    wrong.push(refuse('no-organisation', 'Select the organisation they answer for', 'organisationId').refusal)
  return refuseAll(wrong) ?? allow({ person, seat, organisationId })
}

function personIn(form: Form): [Appointment['person'], Refusal[]] {
  const others = form
    .text('otherAddresses')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const email = form.text('email')
  const person = {
    name: oneLine(form.text('name')),
    email,
    title: oneLine(form.text('title')),
    phone: oneLine(form.text('phone')),
    roles: form.texts('roles').filter(isRole),
    otherAddresses: [...new Set(others.map(it => it.toLowerCase()))].filter(it => it !== email.toLowerCase()),
  }
  return [person, wrongIn(person)]
}

function wrongIn(person: Appointment['person']): Refusal[] {
  const wrong: Refusal[] = []
  const say = (code: string, words: string, field: string) => wrong.push(refuse(code, words, field).refusal)
  if (person.name === '') say('no-name', 'Enter their full name', 'name')
  if (person.name.length > 200) say('long-name', 'Enter a name of at most 200 characters', 'name')
  if (person.email === '') say('no-address', 'Enter their email address', 'email')
  else if (!isAddress(person.email))
    say('not-an-address', 'Enter an email address in the right form, like name@council.example', 'email')
  if ((person.title ?? '').length > 200) say('long-title', 'Enter what they do in at most 200 characters', 'title')
  if ((person.phone ?? '').length > 50) say('long-phone', 'Enter a phone number of at most 50 characters', 'phone')
  const odd = person.otherAddresses?.find(it => !isAddress(it))
  if (odd !== undefined) say('not-an-address', `Enter email addresses only: “${odd}” is none`, 'otherAddresses')
  return wrong
}

function seatIn(form: Form, offers: Offers): [Appointment['seat'], Refusal[]] {
  const wrong: Refusal[] = []
  const say = (code: string, words: string, field: string) => wrong.push(refuse(code, words, field).refusal)
  const ward = offers.wards.find(it => it.id === form.text('wardId'))
  const group = offers.groups.find(it => it.id === form.text('groupId'))
  const from = typedDay(form, 'fromOn', 'Day they took office')
  const until = typedDayOrNone(form, 'untilOn', 'Last day in office')
  if (!ward) say('no-ward', 'Select the ward they serve', 'wardId')
  wrong.push(...[from, until].flatMap(it => (it.ok ? [] : [it.refusal])))
  if (from.ok && until.ok && until.value && until.value < from.value)
    say('ends-before', 'Enter a last day in office that is not before the first', 'untilOn')
  if (!ward || !from.ok || !until.ok) return [undefined, wrong]
  return [{ wardId: ward.id, groupId: group?.id ?? null, fromOn: from.value, untilOn: until.value }, wrong]
}

/** The form filled with what is known of somebody, to change it. */
export function filledForm(
  person: Person,
  known: { member?: Member; organisationId?: string; otherAddresses: readonly string[] },
): Form {
  return formOf({
    name: person.name,
    email: person.email,
    title: person.title,
    phone: person.phone,
    roles: [...person.roles],
    otherAddresses: known.otherAddresses.join('\n'),
    wardId: known.member?.wardId,
    groupId: known.member?.groupId ?? undefined,
    organisationId: known.organisationId,
    ...dayBoxes('fromOn', known.member?.fromOn ?? null),
    ...dayBoxes('untilOn', known.member?.untilOn ?? null),
  })
}
