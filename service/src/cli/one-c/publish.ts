import { readFileSync, statSync } from 'node:fs'
import type { OneC } from '@obmen/simulator'
import type { Command } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { awaitStop } from '../await-stop.js'
import { addPasswordOptions, type PasswordOptions, readPassword } from '../read-password.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { requireInvoices } from './simulated-base.js'

const texts = cliTexts.publish

interface PublishOptions extends PasswordOptions {
  base: string
  port: string
  login?: string
}

export function addPublish(oneC: Command, terminal: Terminal): void {
  const command = oneC
    .command('serve')
    .description(texts.description)
    .requiredOption('--base <file>', texts.base)
    .requiredOption('--port <port>', texts.port)
    .option('--login <login>', texts.login)
  addPasswordOptions(command, texts.password).action((options: PublishOptions) => publish(options, terminal))
}

/** Publishes the simulated base over OData until it is stopped. */
async function publish(options: PublishOptions, terminal: Terminal): Promise<void> {
  const { base: file, login } = options
  const port = Number(options.port)
  if (!/^\d+$/.test(options.port) || port < 1 || port > 65_535)
    throw new AppError('invalid', texts.badPort(options.port))
  const first = await requireInvoices(file)
  const password = login === undefined ? undefined : await readPassword(options, terminal)
  const { parseBase, serveOData } = await import('@obmen/simulator')
  const stop = awaitStop(terminal)
  try {
    const served = await serveOData(followed(file, first, parseBase), { port, login, password }).catch(
      (error: NodeJS.ErrnoException) => Promise.reject(refused(error, port)),
    )
    await using _ = served
    terminal.print(texts.ready(served.url, first.documents.size, login))
    await stop.wait
  } finally {
    stop.done()
  }
}

/** The base as it stands in its file; while that can't be read, as it was. */
function followed(file: string, first: OneC, parse: (text: string) => OneC): () => OneC {
  let base = first
  let written = statSync(file).mtimeMs
  return () => {
    try {
      const now = statSync(file).mtimeMs
      if (now !== written) base = parse(readFileSync(file, 'utf8'))
      written = now
    } catch {
      // Tried again at the next call.
    }
    return base
  }
}

function refused(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new AppError('unavailable', texts.portTaken(port), { cause: error })
  if (error.code === 'EACCES') return new AppError('unavailable', texts.portForbidden(port), { cause: error })
  return error
}
