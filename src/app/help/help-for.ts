import type { Viewer } from '#platform/http/viewer.ts'

/** Which part of which guide helps on a page; the first that fits. `for`: only for somebody with one of these roles. */
type Helps = { readonly on: RegExp; readonly to: string; readonly for?: readonly string[] }

const members = ['member', 'assistant']

export const helps: readonly Helps[] = [
  { on: /^\/enquiries\/new/, to: 'member#ask' },
  { on: /^\/enquiries\/mine/, to: 'member#follow' },
  { on: /^\/enquiries\/ME-[\d-]+\/track/, to: 'member#act' },
  { on: /^\/enquiries\/ME-[\d-]+\/clock/, to: 'what-happens' },
  { on: /^\/enquiries\/record/, to: 'one-stop-officer#record-a-contact' },
  { on: /^\/enquiries\/ME-[\d-]+\/take/, to: 'responder#take-it' },
  { on: /^\/enquiries\/ME-/, to: 'responder#then' },
  { on: /^\/enquiries$/, to: 'one-stop-officer#the-work-list' },
  { on: /^\/mail\/quarantine/, to: 'one-stop-officer#quarantine' },
  { on: /^\/mail\/failing/, to: 'one-stop-officer#failing-addresses' },
  { on: /^\/people\/me$/, to: 'member#let-somebody-act-for-you', for: members },
  { on: /^\/people\/me\/(sign-in|password|passkeys|authenticator)/, to: 'signing-in' },
  { on: /^\/sign-in(\/(password|code|set-up|passkey))?$/, to: 'signing-in' },
  { on: /^\/people\/me\/notices/, to: 'member#what-we-email-you' },
  { on: /^\/reports/, to: 'mailbox-owner#figures', for: ['owner'] },
  { on: /^\/reports/, to: 'one-stop-officer#figures', for: ['one-stop'] },
  { on: /^\/reports/, to: 'leadership#figures' },
  { on: /^\/review\/sign-off(\/|$)/, to: 'mailbox-owner#weekly-sign-off', for: ['owner'] },
  { on: /^\/review\/sign-offs?/, to: 'leadership#weekly-sign-off' },
  { on: /^\/review/, to: 'leadership#monthly-review' },
  { on: /^\/people\/imports/, to: 'administrator#importing-people' },
  { on: /^\/people\/new|^\/people\/[0-9a-f-]{36}/, to: 'administrator#people', for: ['admin'] },
  { on: /^\/(mailboxes|topics)/, to: 'administrator#mailboxes-and-topics', for: ['admin'] },
  { on: /^\/clock\/calendar/, to: 'administrator#calendar', for: ['admin'] },
  { on: /^\/settings/, to: 'administrator#settings' },
  { on: /^\/connections\/webhooks/, to: 'api#webhooks' },
  { on: /^\/audit/, to: 'auditor#can-it-be-trusted' },
]

/** Where help with a page is; undefined where nobody hesitates. */
export function helpFor(path: string, { roles }: Pick<Viewer, 'roles'>): string | undefined {
  const [plain = ''] = path.split('?')
  const found = helps.find(it => it.on.test(plain) && (!it.for || it.for.some(role => roles.includes(role))))
  return found && `/help/${found.to}`
}
