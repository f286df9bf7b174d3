import { z } from 'zod'
import type { Tx } from './db/database.ts'
import { heldVersion } from './held.ts'
import { oversightSettings } from './settings-of-oversight.ts'
import { readSettings, writeSetting } from './settings.sql.ts'

/**
 * Every setting of the house with its meaning, its shape and its value while nobody has changed it. What is dated
 * (targets, closures, responsibilities) lives with its room instead.
 */
export const settings = {
  'council.name': {
    shape: z.string().min(1),
    otherwise: 'Your council',
    means: 'The name of the council, as the public knows it',
  },
  'council.domain': {
    shape: z.string().min(3),
    otherwise: 'council.example',
    means: 'The domain of the core mailboxes',
  },
  'council.nation': {
    shape: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
    otherwise: 'england-and-wales',
    means: 'Whose bank holidays count',
  },
  'council.phone': {
    shape: z.string().max(50),
    otherwise: '',
    means: 'The telephone number of member services',
  },
  'mail.one-stop': { shape: z.email(), otherwise: 'onestop@council.example', means: 'The One Stop address' },
  'mail.record': {
    shape: z.email(),
    otherwise: 'record@council.example',
    means: 'Where officers forward or BCC a contact to record it',
  },
  'mail.help': {
    shape: z.email(),
    otherwise: 'help@council.example',
    means: 'Where members write for the list of their enquiries, how one stands, or how to use One Stop by email',
  },
  'mail.attach-megabytes': {
    shape: z.number().int().min(0).max(25),
    otherwise: 8,
    means: 'Up to this size together the files of an answer go with its email; larger ones are only linked to',
  },
  'mail.reply-domain': {
    shape: z.string().min(3),
    otherwise: 'council.example',
    means: 'The domain of per-enquiry reply addresses',
  },
  'mail.receipts-per-hour': {
    shape: z.number().int().min(1).max(1000),
    otherwise: 5,
    means: 'Receipts one sender gets in an hour at most',
  },
  'mail.receipts-per-day': {
    shape: z.number().int().min(1).max(10_000),
    otherwise: 10,
    means: 'Receipts one sender gets in a day at most',
  },
  'mail.receipts-breaker-per-hour': {
    shape: z.number().int().min(1).max(1_000_000),
    otherwise: 2000,
    means: 'Receipts to everybody in an hour, after which receipts pause: the last brake on a mail loop',
  },
  'mail.messages-per-hour': {
    shape: z.number().int().min(5).max(1_000_000),
    otherwise: 120,
    means: 'Messages of one sender in an hour, after which further ones are held for a person to look at',
  },
  'mail.sender-check': {
    shape: z.enum(['enforce', 'accept-known']),
    otherwise: 'accept-known',
    means:
      'Whether mail from a known address must be proven genuine (enforce) or only must not be proven false (accept-known)',
  },
  'mail.hold-sensitive': {
    shape: z.boolean(),
    otherwise: true,
    means: 'Whether an email that may be sensitive waits for a person before anybody is notified of it',
  },
  'mail.relay-name': {
    shape: z.string(),
    otherwise: '',
    means: 'The name our own mail relay puts into Authentication-Results; empty: none',
  },
  'mail.relay-addresses': {
    shape: z.string(),
    otherwise: '',
    means: 'The IP addresses of our own mail relay, separated by spaces',
  },
  'safeguarding.words': {
    shape: z.string().min(1),
    otherwise: 'If somebody is in danger now, call 999. To report a concern, call the safeguarding team.',
    means: 'What is shown at once when a person may be at risk',
  },
  'enquiries.limit-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 10,
    means: 'The target where neither mailbox nor topic has an own one',
  },
  'enquiries.expected-least-cases': {
    shape: z.number().int().min(10).max(1000),
    otherwise: 30,
    means: 'From how many past enquiries on members are told how long an answer takes',
  },
  'enquiries.round-two-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 5,
    means: 'The target of round 2 and later',
  },
  'enquiries.extension-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 10,
    means: 'Working days by which one extension may move the date of an answer at most',
  },
  'enquiries.contribution-reminder-working-days': {
    shape: z.number().int().min(1).max(20),
    otherwise: 1,
    means: 'Working days before a contribution is due on which whoever was asked is reminded',
  },
  'enquiries.contribution-link-days': {
    shape: z.number().int().min(1).max(365),
    otherwise: 14,
    means: 'Days after its due date for which the link to a contribution still opens',
  },
  'enquiries.keep-traces-days': {
    shape: z.number().int().min(7).max(3650),
    otherwise: 90,
    means:
      'Days for which it is kept what was done to many at once, what was only looked at, which forms and requests were sent, and what webhooks were told',
  },
  'enquiries.partner-silence-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 5,
    means: 'Working days after their date at which an enquiry is taken back from a silent partner',
  },
  'enquiries.restricted-needs-review': {
    shape: z.enum(['yes', 'no']),
    otherwise: 'yes',
    means: 'Whether a second person has to read every answer to a restricted enquiry before it goes',
  },
  'enquiries.silence-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 10,
    means: 'Working days of silence after which an answered enquiry closes',
  },
  'enquiries.remind-first-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 5,
    means: 'Working days after a question on which the member is reminded of it',
  },
  'enquiries.remind-second-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 10,
    means: 'Working days after a question on which the member is reminded of it again',
  },
  'enquiries.waiting-limit-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 20,
    means: 'Working days after which an unanswered question closes an enquiry',
  },
  'enquiries.reopen-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 20,
    means: 'Working days after closing in which an enquiry may be reopened',
  },
  'enquiries.second-chase-working-days': {
    shape: z.number().int().min(1).max(20),
    otherwise: 2,
    means: 'Working days within which a member who chases a second time is owed an answer',
  },
  'enquiries.information-request-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 20,
    means: 'The target of information requests (FOI and EIR), from receipt',
  },
  'enquiries.mp-enquiry-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 10,
    means: 'The target of enquiries by Members of Parliament, from receipt',
  },
  'enquiries.complaint-acknowledge-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 5,
    means: 'Working days in which a complaint is acknowledged',
  },
  'enquiries.complaint-stage-one-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 10,
    means: 'The target of the first stage of a complaint, from its acknowledgement',
  },
  'enquiries.complaint-stage-two-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 20,
    means: 'The target of the second stage of a complaint',
  },
  'connections.private-addresses': {
    shape: z.enum(['refuse', 'allow']),
    otherwise: 'refuse',
    means: 'Whether webhooks may send to addresses inside a private network, and without https',
  },
  'people.link-minutes': {
    shape: z.number().int().min(5).max(60),
    otherwise: 15,
    means: 'Minutes for which a mailed sign-in link works',
  },
  'people.session-idle-hours': {
    shape: z.number().int().min(1).max(72),
    otherwise: 12,
    means: 'Hours without use after which somebody is signed out',
  },
  'people.session-days': {
    shape: z.number().int().min(1).max(90),
    otherwise: 30,
    means: 'Days after which everybody signs in again, however much they use it',
  },
  'people.proof-minutes': {
    shape: z.number().int().min(1).max(240),
    otherwise: 15,
    means: 'Minutes after signing in for which passwords, passkeys and tokens can be changed without showing it anew',
  },
  'people.second-factor': {
    shape: z.enum(['nobody', 'administrators', 'officers', 'everybody']),
    otherwise: 'nobody',
    means:
      'Who must show a passkey, or a code of an app, besides a link or a password. Whoever is signed in without is signed out',
  },
  ...oversightSettings,
  'platform.secret': {
    shape: z.string().min(32),
    otherwise: undefined,
    means: 'Signs cookies, form tokens and reply addresses when SECRET is not set',
  },
} as const

export type SettingKey = keyof typeof settings
export type SettingValue<K extends SettingKey> = z.infer<(typeof settings)[K]['shape']>

/**
 * The value in force of one setting. The first question of a transaction looks whether the copy of them all is still
 * good, and the others are answered from that. Throws when a stored value does not fit its shape.
 */
export async function setting<K extends SettingKey>(tx: Tx, key: K): Promise<SettingValue<K>> {
  const stored = (await storedIn(tx)).get(key)
  if (stored === undefined) return settings[key].otherwise as SettingValue<K>
  return settings[key].shape.parse(stored) as SettingValue<K>
}

const read = new WeakMap<Tx, Promise<Map<string, unknown>>>()

function storedIn(tx: Tx): Promise<Map<string, unknown>> {
  const known = read.get(tx) ?? heldSettings(tx)
  read.set(tx, known)
  return known
}

let held: { version: string | undefined; stored: Map<string, unknown> } = { version: undefined, stored: new Map() }

/** The copy this process holds, read anew when something was changed. */
async function heldSettings(tx: Tx): Promise<Map<string, unknown>> {
  const version = await heldVersion(tx, 'platform.setting')
  if (version !== held.version) held = { version, stored: await readSettings(tx) }
  return held.stored
}

/** Every setting with its value in force. */
export async function allSettings(tx: Tx): Promise<Map<SettingKey, unknown>> {
  const stored = await readSettings(tx)
  return new Map((Object.keys(settings) as SettingKey[]).map(key => [key, stored.get(key) ?? settings[key].otherwise]))
}

/** Changes a setting. Throws when the value does not fit; pages check first. */
export async function changeSetting<K extends SettingKey>(
  tx: Tx,
  key: K,
  value: SettingValue<K>,
  by: string | null,
): Promise<void> {
  await writeSetting(tx, key, settings[key].shape.parse(value), by)
  read.delete(tx)
}
