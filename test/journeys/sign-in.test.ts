import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { codeAt, stepOf } from '#people/authenticator/totp.ts'
import { day, instantOn } from '#kernel/day.ts'
import { desktop, looksRight, openBrowser, phone, watchedPage } from './browser.ts'
import { press } from './forms.ts'
import { addressOf, firstDay, openJourneyHouse } from './house.ts'
import { stands, wordsOn } from './reading.ts'

const browser = await openBrowser()
const house = await openJourneyHouse(browser)

/** A phone's own authenticator that says yes at once. */
async function withAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a passkey is made, signs in without a word typed, and is removed', async () => {
  const officer = await house.as('demo.responder', { screen: phone })
  const { page } = officer
  await withAuthenticator(page)
  await officer.go('/people/me/sign-in')
  await looksRight(officer)
  await press(page, 'Add a passkey')
  await looksRight(officer)
  await page.getByLabel('A name for it').fill('My phone')
  await press(page, 'Make a passkey')
  await stands(page, 'My phone')
  await looksRight(officer)
  const told = await house.post.next(addressOf('demo.responder'), /change to your account/)
  assert.match(told.says, /A passkey called “My phone” was added/)

  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.goto('/sign-in?wanted=%2Fpeople%2Fme%2Fsign-in')
  await looksRight(officer)
  await press(page, 'Sign in with a passkey')
  await stands(page, 'How you sign in')
  assert.match(await wordsOn(page), /Last used 1 June 2026/)

  await page.getByRole('link', { name: /^Remove/ }).click()
  await looksRight(officer)
  await press(page, 'Remove it')
  await stands(page, 'nobody can trick you')
  assert.ok(!(await page.locator('main .govuk-summary-list').count()))

  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.goto('/sign-in')
  await press(page, 'Sign in with a passkey')
  await stands(page, 'We do not know this passkey')
  await looksRight(officer)
})

test('password and app, all without JavaScript; what is sensitive asks again', async () => {
  const member = await house.as('demo.member', { javaScript: false })
  const { page } = member
  await member.go('/people/me/password')
  await page.getByLabel('New password').fill('password1234')
  await press(page, 'Set password')
  await stands(page, 'harder to guess')
  await page.getByLabel('New password').fill('grey otter lantern')
  await press(page, 'Set password')
  await stands(page, 'How you sign in')
  await page.getByRole('link', { name: 'Set up an app' }).click()
  assert.ok(await page.getByRole('img', { name: 'QR code for your app' }).isVisible())
  const secret = fromBase32((await page.locator('.os-secret').innerText()).replace(/\s/g, ''))
  /** turned to the hour anew, the clock of the house is known to the half minute */
  const codeAtHour = (hour: number) => {
    house.turnTo(firstDay, hour)
    return codeAt(secret, stepOf(instantOn(firstDay, hour)))
  }
  await page.getByLabel('The six digits in the app').fill(codeAtHour(10))
  await press(page, 'Continue')
  await press(page, /^Make recovery codes/)
  const [recovery = ''] = await page.locator('.os-codes code').allInnerTexts()
  assert.match(recovery, /^[A-Z0-9]{4}(-[A-Z0-9]{4}){3}$/)

  const later = codeAtHour(11)
  await member.go('/people/me/password')
  await stands(page, 'Show that it is you')
  await page.getByLabel(/six digits/).fill(later)
  await press(page, 'Continue')
  await stands(page, 'Change your password')

  const context = await browser.newContext({ viewport: phone, baseURL: house.url, locale: 'en-GB' })
  const other = await watchedPage(context)
  await other.page.goto('/sign-in')
  await other.page.getByRole('link', { name: 'Sign in with a password' }).click()
  await looksRight(other)
  await other.page.getByLabel('Your email address').fill(addressOf('demo.member'))
  await other.page.getByRole('textbox', { name: 'Your password' }).fill('grey otter lantern')
  await press(other.page, 'Sign in')
  await stands(other.page, 'Enter your code')
  await looksRight(other)
  await other.page.getByLabel('The six digits in your app').fill(recovery)
  await press(other.page, 'Sign in')
  await stands(other.page, 'My enquiries')
  await context.close()
})

test('set up looks right on a desk and on a phone', async () => {
  house.turnTo(day('2026-06-02'))
  for (const screen of [desktop, phone]) {
    const officer = await house.as('demo.owner', { screen })
    await officer.go('/people/me/authenticator')
    await stands(officer.page, 'Set up an app')
    await looksRight(officer)
  }
})

function fromBase32(text: string): Buffer {
  const bits = [...text].map(it => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(it => Number.parseInt(it, 2)))
}
