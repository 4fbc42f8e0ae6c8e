import { benchAge } from './age.js'
import { benchBacklog } from './backlog.js'
import { type Figure, isReached, tell } from './figure.js'
import { benchIntake } from './intake.js'
import { benchLists } from './lists.js'
import { benchMemory } from './memory.js'
import { benchPolling } from './polling.js'
import { benchQuery } from './query.js'
import { type Stage, setStage } from './stage.js'
import { benchTenants } from './tenants.js'

const BENCHES: Record<string, (stage: Stage, scale: number) => Promise<Figure[]>> = {
  intake: benchIntake,
  query: benchQuery,
  memory: benchMemory,
  backlog: benchBacklog,
  lists: benchLists,
  polling: benchPolling,
  tenants: benchTenants,
  age: benchAge,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in BENCHES))
const scale = Number(process.env.BENCH_SCALE ?? 1)
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`Benches: ${Object.keys(BENCHES).join(', ')}. BENCH_SCALE is a number above 0.`)
  process.exit(2)
}

await using stage = await setStage()
const figures: Figure[] = []
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.error(`${name} …`)
  for (const figure of await bench(stage, scale)) {
    figures.push(figure)
    console.log(tell(figure))
  }
}
const missed = figures.filter(figure => !isReached(figure))
console.log(
  missed.length === 0
    ? '\nEverything wanted was reached.'
    : `\nNot reached: ${missed.map(({ bench }) => bench).join(', ')}.`,
)
