import { type Browser, chromium } from 'playwright-core'
import { type Bench, connect, putOrders, type Server } from '../bench.js'
import { exchange } from '../exchange.js'
import { type Figure, median } from '../figure.js'

const ROUNDS = 5
const ORDERS = 300
/** Makes the processor as slow as that of an office computer some years old. */
const SLOWDOWN = 4
const TARGETS = { overviewMs: 1500, blockingMs: 300, ordersMs: 1500, scriptKb: 200 }
const FIND_BROWSER = new URL('../../../web/scripts/find-browser.js', import.meta.url)

interface Visit {
  ms: number
  blockingMs: number
  scriptKb: number
}

/** First visits of the overview and of 50 orders, with a slow processor and an empty cache. */
export async function benchWeb(bench: Bench): Promise<Figure[]> {
  const { default: findBrowser } = await import(FIND_BROWSER.href)
  await findBrowser()
  await using installation = await bench.install()
  await using server = await installation.serve()
  const connected = await connect(server, installation)
  await putOrders(server, installation, ORDERS)
  await exchange(connected)
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '', args: ['--no-sandbox'] })
  try {
    const overview = await visits(browser, server, '/overview', 'main article')
    const orders = await visits(browser, server, '/orders', 'main tbody tr:nth-child(50)')
    const middle = (all: Visit[], name: keyof Visit): number => median(all.map(visit => visit[name]))
    const figure = (bench: string, value: number, target: number, unit: string): Figure => ({
      bench,
      measured: `${value.toFixed(0)} ${unit}, CPU × ${SLOWDOWN}`,
      beside: `the budget, ${target} ${unit}`,
      value: value / target,
      unit: 'ratio',
      target: { atMost: 1 },
    })
    return [
      figure('overview', middle(overview, 'ms'), TARGETS.overviewMs, 'ms until it is there'),
      figure('overview: blocked', middle(overview, 'blockingMs'), TARGETS.blockingMs, 'ms blocked'),
      figure('overview: script', middle(overview, 'scriptKb'), TARGETS.scriptKb, 'KB of JavaScript'),
      figure('50 orders', middle(orders, 'ms'), TARGETS.ordersMs, 'ms until they are there'),
    ]
  } finally {
    await browser.close()
  }
}

/** `shown`: the CSS selector of what the page is visited for. */
async function visits(browser: Browser, { address }: Server, path: string, shown: string): Promise<Visit[]> {
  const found: Visit[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const body = { email: 'admin@example.ru', password: 'bench-bench' }
    const signedIn = await context.request.post(`${address}/api/v1/auth/sign-in`, {
      data: body,
      headers: { 'x-obmen-csrf': '1' },
    })
    if (!signedIn.ok()) throw new Error(await signedIn.text())
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.addInitScript({ content: WATCH_BLOCKING + watchFor(shown) })
    await page.goto(address + path)
    found.push(await page.evaluate<Visit>(READ_VISIT))
    await context.close()
  }
  return found
}

/** In the page: adds up how far tasks exceed 50 ms. */
const WATCH_BLOCKING = `
  blockingMs = 0
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) blockingMs += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
`

/** In the page: a promise of when the first frame with the element is drawn. */
const watchFor = (selector: string): string => `
  shown = new Promise(resolve => {
    const drawn = new MessageChannel()
    drawn.port1.onmessage = () => resolve(performance.now())
    const look = () =>
      document.querySelector(${JSON.stringify(selector)})
        ? drawn.port2.postMessage('')
        : requestAnimationFrame(look)
    requestAnimationFrame(look)
  })`

const READ_VISIT = `shown.then(ms => ({
  ms,
  blockingMs,
  scriptKb: performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
}))`
