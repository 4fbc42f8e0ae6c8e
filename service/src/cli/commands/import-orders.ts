import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import { openForCommand } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.orders
/** Lines printed with their warnings; further ones are only counted. */
const MAX_WARNINGS_SHOWN = 100

export function addImportOrders(orders: Command, terminal: Terminal): void {
  orders
    .command('import')
    .description(texts.importDescription)
    .argument('<file.ndjson>', texts.file)
    .action((file: string) => importOrders(file, terminal))
}

/** Group by group. After an interruption the file can be imported again: saved orders are unchanged. */
async function importOrders(file: string, terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env)
  const input = await openInput(file)
  await using db = await openForCommand(terminal, { mustExist: true })
  const [{ groupLines }, { SAVE_GROUP_SIZE }, { saveLines }] = await Promise.all([
    import('../../api/intake/batch-lines.js'),
    import('../../orders/intake/save-orders.js'),
    import('./save-lines.js'),
  ])
  const sum = { lines: 0, created: 0, changed: 0, same: 0, refused: 0, warned: 0 }
  const limits = {
    lineLimit: config.requestBodyLimit,
    groupSize: SAVE_GROUP_SIZE,
    groupBytes: config.intakeGroupLimit,
  }
  for await (const lines of groupLines(input, limits)) {
    for (const { line, result } of await saveLines(db, lines)) {
      sum.lines++
      if ('error' in result) {
        sum.refused++
        terminal.notify(texts.badLine(line, explain(result.error)))
        continue
      }
      if (result.warnings.length > 0 && sum.warned++ < MAX_WARNINGS_SHOWN)
        terminal.notify(texts.warnedLine(line, result.warnings.map(({ message }) => message.ru).join(' ')))
      if (result.status === 201) sum.created++
      else if (result.changed) sum.changed++
      else sum.same++
    }
    terminal.progress(texts.progress(sum.lines))
  }
  terminal.progress('')
  terminal.print(texts.done(sum))
  if (sum.refused > 0) throw new AppError('conflict', texts.someRefused(sum.refused))
}

/** Opened before the database, so that a wrong name fails fast. */
async function openInput(file: string): Promise<Readable> {
  if (file === '-') return process.stdin
  try {
    const handle = await open(file)
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return createReadStream(file, { fd: handle, highWaterMark: 262_144 })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    throw new AppError('not-found', texts.unreadable(file, code ?? message), { cause })
  }
}

function explain({ message, errors }: AppError): string {
  const [, ...others] = errors ?? []
  return [message, ...others.map(problem => `${problem.path}: ${problem.message}`)].join(' ')
}
