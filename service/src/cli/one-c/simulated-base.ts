import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Client, OneC } from '@obmen/simulator'
import { AppError } from '../../errors/app-error.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.pull

export async function openBase(
  client: Client,
  file: string | undefined,
  settings: { closedBefore?: string } = {},
): Promise<OneC> {
  const { createBase, parseBase } = await import('@obmen/simulator')
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(undefinedIfMissing)
  if (text === undefined) return createBase(client, settings)
  let base: OneC
  try {
    base = parseBase(text)
  } catch {
    throw new AppError('invalid', texts.notABase(file!))
  }
  if (base.client !== client) throw new AppError('invalid', texts.otherClient(file!, base.client))
  return Object.assign(base, { settings: { ...base.settings, ...settings } })
}

/** A base of Бухгалтерия that `1c pull` made. */
export async function requireInvoices(file: string): Promise<OneC> {
  const base = await openBase('bp', file)
  if (base.documents.size === 0) throw new AppError('invalid', texts.noInvoices(file))
  return base
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** Stores the base for the next call; if killed while writing, the old one remains. */
export async function saveBase(base: OneC, file: string | undefined): Promise<void> {
  if (file === undefined) return
  const { formatBase } = await import('@obmen/simulator')
  await writeFile(`${file}.new`, formatBase(base))
  await rename(`${file}.new`, file)
}
