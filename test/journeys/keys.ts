import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

type Focused = {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly group: string
  readonly checked: boolean
}

/** What the keyboard is on, under the name a screen reader would say. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate<Focused>(`(() => {
    const it = document.activeElement
    if (!it.matches('a, button, input, select, textarea, summary')) return { tag: it.tagName, type: '', name: '', group: '', checked: false }
    const label = it.labels?.[0]?.innerText ?? it.getAttribute('aria-label') ?? it.innerText ?? ''
    const group = it.closest('fieldset')?.querySelector('legend')?.innerText ?? ''
    return { tag: it.tagName, type: it.type ?? '', name: label.trim(), group: group.trim(), checked: it.checked ?? false }
  })()`)

/** Moves on with Tab until the keyboard is on what has this name (and stands under this heading of a group). */
export async function tabTo(page: Page, name: RegExp, group = /^/): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 150; presses++) {
    const at = await focused(page)
    if (at.name && name.test(at.name) && group.test(at.group)) return
    passed.push(at.name.slice(0, 40))
    await page.keyboard.press('Tab')
  }
  assert.fail(`The Tab key never came to ${name} on ${page.url()}; it passed: ${passed.join(' · ')}`)
}

/** Goes to a field and types, in place of what stands there. */
export async function typeIn(page: Page, name: RegExp, text: string, group?: RegExp): Promise<void> {
  await tabTo(page, name, group)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Goes to a group of radios and moves along it with the arrow keys. */
export async function arrowTo(page: Page, group: RegExp, answer: RegExp): Promise<void> {
  await tabTo(page, /^/, group)
  for (let presses = 0; presses < 12; presses++) {
    const at = await focused(page)
    if (answer.test(at.name)) return at.checked ? undefined : page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  assert.fail(`No arrow key led to ${answer} in ${group} on ${page.url()}`)
}

/** Goes to a link or button and presses Enter; waits for the page it leads to. */
export async function enterOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}
