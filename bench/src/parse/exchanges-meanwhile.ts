import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, connect } from '../bench.js'
import { type Figure, percentile } from '../figure.js'
import { connectOther, forCount, timeExchanges, whileRunning } from '../other-exchanges.js'
import { MB } from './sample-files.js'

const run = promisify(execFile)
const UPLOAD_FILE = fileURLToPath(new URL('./upload-file.js', import.meta.url))

/** Enough for the slowest of twenty to mean something. */
const EXCHANGES = 300
/** Orders that the other company is owed at each of its exchanges. */
const OWED = 5

/** Exchanges of one company while another's catalogue is uploaded and read, against undisturbed ones. */
export async function exchangesMeanwhile(bench: Bench, scale: number): Promise<Figure[]> {
  const size = Math.max(5, Math.round(50 * scale)) * MB
  await using installation = await bench.install()
  await using server = await installation.serve()
  const other = await connectOther(installation, server, OWED)
  const quiets: number[] = []
  const uploading: number[] = []
  await timeExchanges(installation, other, forCount(EXCHANGES / 3))
  while (uploading.length < EXCHANGES) {
    const uploader = await connect(server, installation)
    quiets.push(...(await timeExchanges(installation, other, forCount(EXCHANGES / 3))))
    const upload = run(process.execPath, [UPLOAD_FILE, JSON.stringify(uploader), String(size)])
    uploading.push(...(await timeExchanges(installation, other, whileRunning(upload))))
    // Alternating, so that other load on the machine slows both.
    quiets.push(...(await timeExchanges(installation, other, forCount(EXCHANGES / 3))))
  }
  return [0.5, 0.95].map(share => {
    const quiet = percentile(share, quiets)
    const slow = percentile(share, uploading)
    return {
      bench: 'parse others',
      measured:
        `${slow.toFixed(1)} ms: p${share * 100} of a company's exchange while another ` +
        `one's catalogue of ${size / MB} MB is uploaded and read`,
      beside: `${quiet.toFixed(1)} ms when all is quiet`,
      value: slow / quiet,
      unit: 'ratio',
      target: { atMost: 1.5 },
    }
  })
}
