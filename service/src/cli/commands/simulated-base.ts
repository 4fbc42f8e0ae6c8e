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
