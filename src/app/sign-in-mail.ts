import { post, signInLink } from '#mail/door.ts'
import type { SignInMail } from '#people/door.ts'
import { seeingAs } from '#enquiries/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Ground } from './ground.ts'

/** Puts the mail with a sign-in link into the outbox; whoever asks for it may not write there themselves. */
export async function sendSignInLink(tx: Tx, { stamp }: Pick<Ground, 'stamp'>, mail: SignInMail): Promise<void> {
  await seeingAs(tx, 'system', 'public', async () => {
    const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
    const composed = signInLink({ name: council, team: 'One Stop' }, { to: mail.name, url: mail.link, minutes: mail.minutes })
    const to = { person: null, name: mail.name, address: mail.to }
    await post(tx, stamp, { ...composed, kind: 'sign-in', to, from: { name: 'One Stop', address }, event: crypto.randomUUID(), automatic: true }, mail.at)
  })
}
