import type { Page } from 'playwright-core'

/** Fills the three boxes of a date. */
export async function fillDay(page: Page, legend: string, on: string, nth = 0): Promise<void> {
  const [year, month, date] = on.split('-').map(Number)
  const boxes = page.getByRole('group', { name: legend }).nth(nth)
  await boxes.getByLabel('Day').fill(`${date}`)
  await boxes.getByLabel('Month').fill(`${month}`)
  await boxes.getByLabel('Year').fill(`${year}`)
}

/** Chooses one of the radios under a question. */
export const choose = (page: Page, question: string | RegExp, answer: string | RegExp): Promise<void> =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check()

/** Answers the three questions before the free text of a new enquiry with no. */
export async function notSensitive(page: Page): Promise<void> {
  for (const question of [/at risk of harm/, /particular council employee/, /health, immigration/])
    await choose(page, question, /^No$/)
}

export const press = (page: Page, button: string | RegExp): Promise<void> =>
  page
    .locator('main')
    .getByRole('button', { name: button, exact: typeof button === 'string' })
    .first()
    .click()
