/**
 * Measures the house as it is run: `npm run bench -- [--size 100000] [--runs 3] [--only word] [--write]`. Own PostgreSQL
 * with fsync in a temporary folder, the demonstration loaded by its command, web and worker as processes, real HTTP and
 * SMTP. Prints the medians of the runs beside targets and floors; a missed target is a figure, not a failure.
 */
import { parseArgs } from 'node:util'
import { measureBoard } from '#test/bench/board.ts'
import { measureBulk } from '#test/bench/bulk.ts'
import { measureCreate } from '#test/bench/create.ts'
import { measureDueDates } from '#test/bench/due-dates.ts'
import { measureSensitivity } from '#test/bench/sensitivity.ts'
import type { Results } from '#test/bench/figure.ts'
import { measureEscalation } from '#test/bench/escalation.ts'
import { measureFloors } from '#test/bench/floors.ts'
import { closeHouse, openHouse, openPostgres, ownFolder, type House } from '#test/bench/house.ts'
import { measureLoad } from '#test/bench/load.ts'
import { machineInWords } from '#test/bench/machine.sql.ts'
import { measureMail } from '#test/bench/mail.ts'
import { measureMemory } from '#test/bench/memory.ts'
import { measureNasty } from '#test/bench/nasty.ts'
import { measurePack } from '#test/bench/pack.ts'
import { measurePages } from '#test/bench/pages.ts'
import { measureSearch } from '#test/bench/search.ts'
import { measureStart } from '#test/bench/start-up.ts'
import { measureFigures } from '#test/bench/figures.ts'
import { measureSuggest } from '#test/bench/suggest.ts'
import { inMarkdown, rowsOf } from '#test/bench/table.ts'
import { measureWeight } from '#test/bench/weight.ts'
import { writeDown } from '#test/bench/write-down.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [size, runs] = [Number(values.size), Number(values.runs)]
if (!(Number.isInteger(size) && size > 0 && Number.isInteger(runs) && runs > 0))
  throw new Error('--size and --runs take whole numbers above nought')

/** In this order in every run; memory last, after the load of all the others. */
const measures: readonly (readonly [string, (house: House, results: Results) => Promise<void>])[] = [
  ['floors', measureFloors],
  ['due-dates', measureDueDates],
  ['sensitivity', measureSensitivity],
  ['weight', measureWeight],
  ['pages', measurePages],
  ['board', measureBoard],
  ['search', measureSearch],
  ['suggest', measureSuggest],
  ['figures', measureFigures],
  ['pack', measurePack],
  ['create', measureCreate],
  ['bulk', measureBulk],
  ['mail', measureMail],
  ['escalation', measureEscalation],
  ['memory', measureMemory],
  ['nasty', measureNasty],
]
if (values.help) {
  const words = ['load', ...measures.map(([word]) => word), 'start'].join(', ')
  console.log(`npm run bench -- [--size 100000] [--runs 3] [--only WORDS] [--write]

  --size N      so many enquiries in the database
  --runs N      how often each figure is measured; the table shows the medians
  --only WORDS  with commas between them: ${words}
  --write       put the table into docs/operate/performance.md`)
  process.exit()
}
const isWanted = (word: string) => values.only.split(',').some(it => word.includes(it)) || word === 'floors'

const results: Results = new Map()
const folder = await ownFolder()
let machine = ''
try {
  const postgres = await openPostgres(folder.path)
  try {
    machine = await machineInWords(postgres.ownerUrl)
    say(`Loading ${size.toLocaleString('en-GB')} enquiries`)
    await measureLoad(postgres.ownerUrl, folder.path, size, isWanted('load') ? runs : 1, results)
    const house = await openHouse(folder.path, postgres.ownerUrl)
    await measureAll(house).finally(() => closeHouse(house))
  } finally {
    await postgres.stop()
  }
  if (isWanted('start')) await measureStart(folder.path, runs, results)
} finally {
  await folder.remove()
}

async function measureAll(house: House): Promise<void> {
  for (let run = 1; run <= runs; run++) {
    for (const [word, measure] of measures.filter(([word]) => isWanted(word))) {
      say(`Run ${run} of ${runs}: ${word}`)
      // what one breaks must not lose what the others measured: it is told, and the command fails at the end
      await measure(house, results).catch(error => {
        console.error(error)
        process.exitCode = 1
      })
    }
  }
}

function say(line: string): void {
  console.error(line)
}

const about = `${size.toLocaleString('en-GB')} enquiries; medians of ${runs} runs; ${machine}.`
const table = inMarkdown(rowsOf(results))
console.log(`\n${about}\n\n${table}`)
if (values.write) await writeDown(about, table)
