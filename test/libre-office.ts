import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'

/** LibreOffice on this machine; undefined where nobody installed it. */
export const libreOffice: string | undefined = (process.env.PATH ?? '')
  .split(delimiter)
  .map(folder => join(folder, 'soffice'))
  .find(existsSync)

/** Comma, quote, UTF-8, as shown, every sheet in a file of its own. */
const asCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'

/** Opens a spreadsheet in LibreOffice and gives each sheet's cells as it shows them. Throws when it says a word about it. */
export async function openedByLibreOffice(program: string, file: Buffer): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'one-stop-sheets-'))
  try {
    await writeFile(join(folder, 'it.xlsx'), file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = ['--headless', '--norestore', profile, '--convert-to', asCsv, '--outdir', folder]
    const { stdout, stderr } = await promisify(execFile)(program, [...args, join(folder, 'it.xlsx')])
    // that there is no Java is no word about the file
    const said = `${stdout}\n${stderr}`
      .split('\n')
      .filter(line => line !== '' && !/javaldx|^convert |^Writing /.test(line))
    if (said.length > 0) throw new Error(said.join('\n'))
    const names = (await readdir(folder)).filter(name => name.endsWith('.csv'))
    const sheets = names.map(async name => {
      const rows: string[][] = parse(await readFile(join(folder, name), 'utf8'), { relaxColumnCount: true })
      return [name.slice('it-'.length, -'.csv'.length), rows] as const
    })
    return new Map(await Promise.all(sheets))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
