import { benchAge } from './age.js'
import { type Bench, openBench } from './bench.js'
import type { Figure } from './figure.js'
import { benchBacklog } from './measures/backlog.js'
import { benchFloods } from './measures/floods.js'
import { benchIntake } from './measures/intake.js'
import { benchLists } from './measures/lists.js'
import { benchMemory } from './measures/memory.js'
import { benchParse } from './measures/parse.js'
import { benchPolling } from './measures/polling.js'
import { benchPreflight } from './measures/preflight.js'
import { benchQuery } from './measures/query.js'
import { benchTenants } from './measures/tenants.js'
import { benchWeb } from './measures/web.js'
import { runBenches } from './run-benches.js'

const BENCHES: Record<string, (bench: Bench, scale: number) => Promise<Figure[]>> = {
  intake: benchIntake,
  query: benchQuery,
  memory: benchMemory,
  backlog: benchBacklog,
  lists: benchLists,
  polling: benchPolling,
  tenants: benchTenants,
  floods: benchFloods,
  age: benchAge,
  preflight: benchPreflight,
  parse: benchParse,
  web: benchWeb,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter(name => !(name in BENCHES))
const scale = Number(process.env.BENCH_SCALE ?? 1)
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`Benches: ${Object.keys(BENCHES).join(', ')}. BENCH_SCALE is a number above 0.`)
  process.exit(2)
}

await using bench = await openBench()
const runs = Object.entries(BENCHES)
  .filter(([name]) => chosen.length === 0 || chosen.includes(name))
  .map(([name, run]) => [name, () => run(bench, scale)] as const)
if (!(await runBenches(Object.fromEntries(runs), text => console.log(text)))) process.exitCode = 1
