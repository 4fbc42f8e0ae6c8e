import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compileSources } from './support/compile-sources.js'
import { numbered, person, TIMEZONE } from './support/sale-feed/order.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The one new file: a configuration like УТ that stores shorter numbers and looks nobody up by name. */
const PROFILE = `
import type { ClientProfile } from './client-profile.js'
import { profile as ut } from './ut.js'

export const profile: ClientProfile = {
  ...ut,
  id: 'flowers',
  title: 'Цветочный магазин',
  pastEnding: '',
  mayShow: [...ut.mayShow, 'no-catalog-first'],
  number: { by: 'text', length: 4 },
  buyersByName: false,
  deliveryAddress: 'requisite',
  rules: ['inn-not-told'],
}
`
/** The one new line, in the contract. */
const LINE = `  flowers: { ru: '1С:Цветочный магазин', en: '1C:Flower shop' },`

/** A copy of contract and server with the new client, compiled. */
function buildScratch(): string {
  compileSources()
  const scratch = mkdtempSync(join(tmpdir(), 'new-client-'))
  for (const part of ['tsconfig.base.json', 'contract/package.json', 'service/package.json'])
    cpSync(join(ROOT, part), join(scratch, part))
  for (const part of ['contract/src', 'service/src'])
    cpSync(join(ROOT, part), join(scratch, part), {
      recursive: true,
      filter: source => !/\.test\.ts$/.test(source),
    })
  linkModules(scratch)

  const list = join(scratch, 'contract/src/clients.ts')
  writeFileSync(list, readFileSync(list, 'utf8').replace(/^ {2}bitrix: .*$/m, `$&\n${LINE}`))
  writeFileSync(join(scratch, 'service/src/clients/flowers.ts'), PROFILE)
  compile(scratch, 'contract')
  compile(scratch, 'service')
  return scratch
}

function linkModules(scratch: string): void {
  const modules = join(scratch, 'node_modules')
  mkdirSync(join(modules, '@obmen'), { recursive: true })
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@obmen' && !name.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
  symlinkSync(join(scratch, 'contract'), join(modules, '@obmen/contract'))
  for (const name of ['codec', 'simulator', 'sdk'])
    symlinkSync(join(ROOT, name), join(modules, '@obmen', name))
}

function compile(scratch: string, workspace: string): void {
  const folder = join(scratch, workspace)
  const compilerOptions = { composite: false, rootDir: 'src', outDir: 'dist', types: ['node'] }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions, include: ['src'] }),
  )
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout)
}

it('a new kind of 1C is one file, and one line of the contract', async () => {
  const scratch = buildScratch()
  const load = (file: string) => import(/* @vite-ignore */ join(scratch, file))
  const { clientNames, fillSettings, readSettings } = await load('contract/dist/settings/index.js')
  const { openFeed } = await load('service/dist/sale-feed/feed.js')
  const { renderOrders } = await load('service/dist/sale-feed/render-orders.js')
  const { possibleClients } = await load('service/dist/integrations/recognition/recognize-client.js')
  const { openInput, openProfile } = await load('service/dist/preflight/preflight-profile.js')
  const { inspectOrder } = await load('service/dist/preflight/inspect-order.js')
  const { NO_HISTORY } = await load('service/dist/preflight/preflight-input.js')
  const { describeFinding } = await load('service/dist/preflight/texts/index.js')

  const { settings } = readSettings({ client: 'flowers', paymentrules: [{}], paymentmethodname: 'Карта' })
  expect(clientNames('ru').flowers).toBe('1С:Цветочный магазин')
  expect(possibleClients(null)).toContain('flowers')

  const order = { ...numbered({ customer: { ...person, inn: '500100732259' } }), number: '12345' }
  const xml = [...renderOrders([order], openFeed(fillSettings(settings), TIMEZONE, 'requisites'))].join('')
  expect(xml).toContain('<Номер>12345</Номер>')
  // It is like УТ, which gets no ИНН of a person.
  expect(xml).not.toContain('500100732259')

  const profile = openProfile({
    settings,
    signs: null,
    timezone: TIMEZONE,
    connectedAt: new Date('2026-01-01'),
  })
  const findings = inspectOrder(openInput(order, NO_HISTORY, profile))
  const codes = findings.map(({ code }: { code: string }) => code)
  expect(codes).toEqual(expect.arrayContaining(['number-collides', 'inn-not-told', 'makes-document']))
  const sentences = findings.map((finding: object) => describeFinding(finding, 'flowers', false))
  expect(sentences).toContainEqual(expect.stringContaining('Цветочный магазин создаст документ'))
})
