import { setTimeout as delay } from 'node:timers/promises'
import type { Step } from '../result.js'
import { type Answer, type Connection, NoAnswer } from './connection.js'
import { decodeBody } from './decode.js'
import type { Player } from './player.js'
import { httpText } from './texts.js'

export interface CallOptions {
  name: Step['name']
  type: Step['type']
  query: string
  cookie?: string | undefined
  body?: Buffer | undefined
  stopAfterBytes?: number | undefined
}

export interface Received {
  text: string
  step: Step
}

const SHOWN = 500

/**
 * One request with its step for the report. Undefined if this 1C takes the answer for failed: none, a status
 * other than 200 (БП), no body, undecodable. УНФ repeats a request whose answer was cut.
 */
export async function exchangeCall(
  player: Player,
  connection: Connection,
  options: CallOptions,
): Promise<Received | undefined> {
  const first = await callOnce(player, connection, options)
  const again = player.traits.asksAgainWhenCut && player.wasCut && options.stopAfterBytes === undefined
  if (first !== undefined || !again) return first
  await delay(player.options.retryDelayMs ?? 5000)
  return callOnce(player, connection, options)
}

async function callOnce(
  player: Player,
  connection: Connection,
  options: CallOptions,
): Promise<Received | undefined> {
  const { findings, traits } = player
  const step = newStep(player, options)
  player.wasCut = false
  const began = performance.now()
  try {
    const answer = await connection.call(options)
    step.ms = Math.round(performance.now() - began)
    const { text, encoding, damaged, unnamed } = decodeBody(player.client, answer)
    step.status = answer.status
    step.bytes = answer.body.length
    step.contentType = answer.headers['content-type'] ?? null
    step.answer = text.slice(0, SHOWN)
    step.error = refusal(player, answer, damaged)
    if (answer.status !== 200) noteStatus(player, answer)
    if (damaged) findings.add('charset-damaged', 'warning', null, { mode: options.name, encoding })
    else if (unnamed && /[^\x00-\x7f]/.test(step.answer))
      findings.addOnce('charset-unnamed', 'warning', options.name, { mode: options.name })
    await player.report(step)
    return step.error === null ? { text, step } : undefined
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    step.ms = Math.round(performance.now() - began)
    step.error = error.cut ? httpText.cut(error.message) : httpText.noAnswer(error.message)
    player.wasCut = error.cut || error.message === 'socket hang up'
    const severity = traits.asksAgainWhenCut ? 'warning' : 'queue'
    const values = { mode: options.name, message: error.message }
    findings.add(error.cut ? 'download-cut' : 'no-answer', severity, null, values)
    await player.report(step)
    return undefined
  }
}

/** Only УНФ checks for an empty body: `query` and `checkauth` fail on it later, `success` accepts it. */
function refusal({ client, traits }: Player, answer: Answer, damaged: boolean): string | null {
  if (traits.needsStatus200 && answer.status !== 200) return httpText.status(answer.status)
  if (answer.body.length === 0 && client !== 'unf') return httpText.empty
  return traits.needsStatus200 && damaged ? httpText.undecodable : null
}

function noteStatus(player: Player, answer: Answer): void {
  const { status } = answer
  const location = String(answer.headers.location ?? '')
  const severity = player.traits.needsStatus200 ? 'queue' : 'warning'
  if (status >= 300 && status < 400) player.findings.add('redirect', 'queue', null, { status, location })
  else player.findings.addOnce('status-not-200', severity, String(status), { status })
}

function newStep(player: Player, options: CallOptions): Step {
  const method = options.body === undefined ? 'GET' : 'POST'
  return {
    name: options.name,
    type: options.type,
    request: `${method} ${player.address.path}${options.query}`,
    status: null,
    ms: 0,
    bytes: 0,
    contentType: null,
    answer: '',
    error: null,
  }
}

/** The text of a short answer. A BOM is removed or spoils the first line. */
export function controlText(player: Player, { text, step }: Received): string {
  if (!text.startsWith('\uFEFF')) return text
  if (player.bom === 'strip') return text.slice(1)
  player.findings.addOnce('bom', 'queue', step.name, { mode: step.name })
  return text
}

/** The first line as it is compared: trimmed, lower case. 1C does not trim a BOM. */
export function firstWord(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.replace(/^[ \t\r\v\f]+|[ \t\r\v\f]+$/g, '').toLowerCase()
}
