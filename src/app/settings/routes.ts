import { record } from '#audit/door.ts'
import { refuse } from '#kernel/result.ts'
import { seeingAs } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { allSettings, changeSetting, settings, type SettingKey } from '#platform/settings.ts'
import { formPage, listPage } from './pages.ts'
import { isNumber, wrongValueWords } from './words.ts'

const may = 'people.administer'

/** Everything a council may change that no room keeps as dated data of its own. Secrets are not shown. */
export const settingRoutes: Route[] = [
  { method: 'GET', path: '/settings', may, handle: list },
  { method: 'GET', path: '/settings/:key', may, handle: edit },
  { method: 'POST', path: '/settings/:key', may, handle: change },
]

const shown = (key: string): key is SettingKey => key in settings && key !== 'platform.secret'

async function list({ transact }: Asked): Promise<Answer> {
  const values = await transact(allSettings)
  return page(listPage([...values].filter(([key]) => shown(key))))
}

async function edit(asked: Asked): Promise<Answer> {
  const { key = '' } = asked.params
  if (!shown(key)) return missing
  const value = (await asked.transact(allSettings)).get(key)
  return page(formPage({ key, typed: String(value ?? ''), csrf: asked.csrf }))
}

async function change(asked: Asked): Promise<Answer> {
  const { key = '' } = asked.params
  if (!shown(key)) return missing
  const typed = asked.form.text('value')
  const read = settings[key].shape.safeParse(isNumber(key) ? Number(typed || NaN) : typed)
  if (!read.success) {
    const refused = refuse('wrong-value', wrongValueWords(key), 'value')
    return pageAgain(formPage({ key, typed, csrf: asked.csrf, refusal: refused.refusal }))
  }
  await asked.transact(tx =>
    seeingAs(tx, 'system', asked.viewer.person!, async () => {
      await changeSetting(tx, key, read.data as never, asked.viewer.person)
      await record(tx, {
        at: asked.now.at,
        actor: asked.viewer.person,
        act: 'platform.setting',
        subject: { kind: 'setting', id: key },
      })
    }),
  )
  return redirect('/settings', 'Setting changed')
}
