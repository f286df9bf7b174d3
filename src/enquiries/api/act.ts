import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { json, missing, problem, type Answer } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { Act } from '../act.ts'
import { acts } from '../acts.ts'
import { carryOut } from '../carry-out.ts'
import { asTheHouse, type Doer } from '../doer.ts'
import { enquiryByReference } from '../enquiry.sql.ts'
import { answersFor, asPartner } from '../hand-over/through.ts'
import { contributionById } from '../contribution/contribution.sql.ts'
import { asContributor } from '../contribution/through.ts'
import { viewEnquiry } from '../view.sql.ts'
import type { ApiDeps } from './endpoints.ts'
import { actExamples } from './examples/acts.ts'
import { actAnswer } from './examples/ground.ts'
import { keyField, mailboxNamed, personField, personNamed, topicNamed, wardNamed } from './look-up.ts'
import { inPath } from './opened.ts'
import { enquiryShape, told } from './represent.ts'
import { filesField, hiddenReasonField, keepSent, mostBytesOfRequest } from './sent-files.ts'

type AnyAct = Act<never, never>

/** The acts that people do; the others are the timetable's. */
export const personsActs = (acts as unknown as readonly AnyAct[]).filter(act => act.may !== 'system')

/** `POST /api/v1/enquiries/{reference}/{act}`, one address for each act of the table. */
export const actEndpoints = (deps: ApiDeps): Endpoint[] => personsActs.map(act => endpointOf(act, deps))

function endpointOf(act: AnyAct, deps: ApiDeps): Endpoint {
  const body = bodyOf(act)
  const { means, example } = actExamples[act.name] ?? unsaid(act)
  return {
    method: 'POST',
    path: `/api/v1/enquiries/:reference/${act.name}`,
    may: act.may,
    ...(takesFiles(act) && { mostBytes: mostBytesOfRequest }),
    group: 'Acts',
    id: camel(act.name),
    title: act.label,
    means: `${means} ${whoAndWhen(act)}`,
    inPath,
    body,
    answers: [
      { status: 200, means: 'Done: the enquiry as it now stands', shape: enquiryShape },
      { status: 204, means: 'Done, and the enquiry is no longer yours to see' },
    ],
    problems: [400, 401, 403, 404, 409, ...(takesFiles(act) ? [413] : []), 422],
    example: isUnseen(act) ? { ...example, status: 204 } : { ...example, status: 200, answer: actAnswer(example) },
    handle: asked => doAct(asked, act, body, deps),
  }
}

/** A partner sees what was handed over, never the enquiry itself. */
const isUnseen = ({ by }: AnyAct): boolean => by.every(part => part === 'partner')

const unsaid = (act: AnyAct): never => {
  throw new Error(`The act ${act.name} has no example`)
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const whoAndWhen = ({ by, from }: AnyAct): string =>
  `By ${by.filter(part => part !== 'system').join(', ')}; while it is ${from.join(', ')}.`

/** The act's own shape, with people, mailboxes and topics also by their names, the version that was seen, and files. */
function bodyOf(act: AnyAct): z.ZodObject {
  const { shape } = fieldsOf(act)
  return fieldsOf(act)
    .extend({
      ...('to' in shape && { to: personField('Select who should answer this') }),
      ...('mailbox' in shape && { mailbox: keyField('Select the mailbox this belongs to') }),
      ...('rightMailbox' in shape && { rightMailbox: keyField('Select the mailbox this belongs to').optional() }),
      ...('ward' in shape && { ward: keyField('Select a ward').nullish() }),
      ...('topic' in shape && { topic: keyField('Select what it is about') }),
      version: z
        .int('Send the version as a number')
        .min(1, 'Send the version you saw')
        .optional()
        .describe('The version you saw; 409 when somebody changed the enquiry since'),
      ...(takesFiles(act) && { attachments: filesField, hiddenReason: hiddenReasonField }),
    })
    .strict()
}

function fieldsOf({ shape, name }: AnyAct): z.ZodObject {
  const it: unknown = shape
  if (it instanceof z.ZodObject) return it
  throw new Error(`The act ${name} takes something else than fields`)
}

/** Whoever must write something may add files to it. */
const takesFiles = (act: AnyAct): boolean => {
  const { text } = fieldsOf(act).shape
  return text instanceof z.ZodType && !text.safeParse(undefined).success
}

type Sent = {
  to?: string
  mailbox?: string
  rightMailbox?: string
  topic?: string
  ward?: string | null
  version?: number
  attachments?: z.infer<typeof filesField>
  hiddenReason?: z.infer<typeof hiddenReasonField>
}

async function doAct(asked: Asked, act: AnyAct, body: z.ZodObject, { house, files }: ApiDeps): Promise<Answer> {
  const sent = givenAs(body, asked.body)
  if (!sent.ok) return problem(sent.refusal)
  const { version, attachments = [], hiddenReason, ...named } = sent.value as Sent
  const kept = attachments.length > 0 ? await keepSent(files, attachments) : allow([])
  if (!kept.ok) return problem(kept.refusal)
  const reference = asked.params.reference!.toUpperCase()
  const way = {
    now: asked.now,
    via: 'api',
    files: kept.value,
    ...(version && { version }),
    ...(hiddenReason && { hiddenReason }),
  }
  return asked.transact(async (tx): Promise<Answer> => {
    const given = await meaning(tx, named)
    if (!given.ok) return problem(given.refusal)
    const doer = (await partnerIn(tx, asked, act, reference)) ?? (await doerOf(tx, asked.viewer, given.value))
    const done = await carryOut(tx, house, doer, reference, act, given.value as never, way)
    if (!done.ok) return done.refusal.code === 'not-found' ? missing : problem(done.refusal)
    const names = (await viewEnquiry(tx, reference))?.names
    return names ? json(await told(tx, { enquiry: done.value.enquiry, names }, asked.publicUrl)) : json(undefined, 204)
  })
}

/** Somebody of the partner who has it acts on an enquiry they do not see. */
async function partnerIn(tx: Tx, { viewer, now }: Asked, act: AnyAct, reference: string): Promise<Doer | undefined> {
  if (!act.by.includes('partner')) return undefined
  const enquiry = await asTheHouse(tx, viewer.person!, () => enquiryByReference(tx, reference))
  const mailboxId = enquiry?.handedOver?.mailboxId
  return mailboxId && (await answersFor(tx, viewer.person!, mailboxId, now.today)) ? asPartner(viewer) : undefined
}

/** Whoever was asked for a part acts on an enquiry they need not see. */
async function doerOf(tx: Tx, viewer: Viewer, given: { contribution?: string }): Promise<Doer> {
  const asked = given.contribution && (await contributionById(tx, given.contribution))
  return asked && asked.ofPerson === viewer.person ? asContributor(viewer) : viewer
}

/** What is given, with everything that is named by a name found. */
export async function meaning(
  tx: Tx,
  named: Omit<Sent, 'version' | 'attachments' | 'hiddenReason'>,
): Promise<Result<object>> {
  const to = named.to && (await personNamed(tx, named.to, 'to', 'There is nobody with this address'))
  if (to && !to.ok) return to
  const mailbox = named.mailbox && (await mailboxNamed(tx, named.mailbox))
  if (mailbox && !mailbox.ok) return mailbox
  const right = named.rightMailbox && (await mailboxNamed(tx, named.rightMailbox, 'rightMailbox'))
  if (right && !right.ok) return right
  const ward = named.ward && (await wardNamed(tx, named.ward))
  if (ward && !ward.ok) return ward
  const topic = named.topic && (await topicNamed(tx, named.topic))
  if (topic && !topic.ok) return topic
  return allow({
    ...named,
    ...(to && { to: to.value }),
    ...(mailbox && { mailbox: mailbox.value }),
    ...(right && { rightMailbox: right.value }),
    ...(topic && { topic: topic.value }),
    ...(ward && { ward: ward.value }),
  })
}
