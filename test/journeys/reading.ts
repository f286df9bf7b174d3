import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** What stands on a page, as it is read: the words of the main part, white space made one. */
export const wordsOn = async (page: Page): Promise<string> => oneLined(await page.locator('main').innerText())

export const oneLined = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Asserts that each of these stands in the text, one after the other. */
export function inOrder(text: string, parts: readonly string[]): void {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    assert.notEqual(at, -1, `“${part}” does not come ${from > 0 ? 'next' : ''} in:\n${text.slice(from)}`)
    from = at + part.length
  }
}

/** Asserts that it stands on the page, waiting for it a little. */
export async function stands(page: Page, words: string | RegExp): Promise<void> {
  await page
    .locator('main')
    .getByText(words)
    .first()
    .waitFor()
    .catch(async () => {
      assert.fail(`“${words}” does not stand on ${page.url()}:\n${await wordsOn(page)}`)
    })
}

/** Asks the same again until it holds: what happens by itself takes a moment. */
export async function soon<T>(
  ask: () => Promise<T | undefined | false>,
  what: string,
  milliseconds = 45_000,
): Promise<T> {
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    const found = await ask()
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`It did not come to pass: ${what}`)
}

/** The rows of the page's first table, without their headings. */
export const rowsOn = async (page: Page): Promise<string[]> =>
  (await page.locator('main table').first().locator('tbody tr').allInnerTexts()).map(oneLined)

/** Presses what begins an act of an officer, unfolding the further ones where it is among them. */
export async function begin(page: Page, act: string): Promise<void> {
  const link = page
    .locator('main')
    .getByRole('link', { name: act, exact: true })
    .or(page.locator('main').getByRole('button', { name: act, exact: true }))
  if (!(await link.first().isVisible())) {
    const more = page.locator('main').getByText('More', { exact: true })
    if ((await more.count()) > 0) await more.first().click()
  }
  await link
    .first()
    .click()
    .catch(async () => assert.fail(`No “${act}” on ${page.url()}:\n${await wordsOn(page)}`))
}
