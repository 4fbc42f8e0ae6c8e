import { exchange } from '../exchange.js'
import type { Figure } from '../figure.js'
import { connect, putOrders, type Scene, type Stage } from '../stage.js'

/** By how much the server's peak memory grows from a small query to a large one; a new process for each. */
export async function benchMemory(stage: Stage, scale: number): Promise<Figure[]> {
  const [small, large] = [1_000, Math.round(100_000 * scale)]
  const few = await peakOf(stage, small)
  const many = await peakOf(stage, large)
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`
  return [
    {
      bench: 'memory',
      measured: `${mib(many)} at most over a query of ${large} orders`,
      beside: `${mib(few)} over one of ${small}`,
      value: (many - few) / 2 ** 20,
      unit: 'MiB more',
      wanted: { atMost: 64 },
    },
  ]
}

async function peakOf(stage: Stage, count: number): Promise<number> {
  await using scene = await stage.open()
  const connected = await fill(scene, count)
  await using server = await scene.serve()
  await exchange({ ...connected, url: `${server.address}/1c` })
  return server.peakMemory()
}

async function fill(scene: Scene, count: number) {
  await using server = await scene.serve()
  const connected = await connect(server, scene.apiToken, scene.companyId)
  await putOrders(server, scene.apiToken, scene.companyId, count)
  return connected
}
