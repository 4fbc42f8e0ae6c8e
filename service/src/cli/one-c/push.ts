import type {
  Client,
  ExchangeResult,
  ManagerAction,
  OneC,
  UploadOptions,
  UploadResult,
} from '@obmen/simulator'
import { type Command, Option } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { addPasswordOptions, type PasswordOptions, readPassword } from '../read-password.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { requireAddress } from './pull.js'
import { openBase, saveBase } from './simulated-base.js'

const texts = cliTexts.push
/** The simulator is loaded only when it plays; its lists are compared with these by the compiler. */
const CLIENTS = ['ut', 'unf', 'rt'] as const satisfies readonly Client[]
const MANAGER_ACTIONS = [
  'post',
  'pay',
  'pay-part',
  'ship',
  'change',
  'add-line',
  'remove-line',
  'cancel',
  'delete',
] as const satisfies readonly ManagerAction[]
const DEFAULT_ACTIONS: readonly ManagerAction[] = ['post']

interface PushOptions extends PasswordOptions {
  url: string
  login: string
  client: (typeof CLIENTS)[number]
  do?: ManagerAction[]
  numbers?: string[]
  catalogue?: number
  changesOnly?: true
  portion?: number
  base?: string
  interrupt?: true
  again?: true
  json?: true
  /** False with `--no-pull`. */
  pull: boolean
  /** False with `--no-wait`. */
  wait: boolean
}

interface Managed {
  siteNumber: string
  actions: readonly ManagerAction[]
}

export function addPush(oneC: Command, terminal: Terminal): void {
  const { pull } = cliTexts
  const command = oneC
    .command('push')
    .description(texts.description)
    .requiredOption('--url <url>', pull.url)
    .requiredOption('--login <login>', pull.login)
  addPasswordOptions(command, pull.password)
    .addOption(new Option('--client <client>', texts.client).choices(CLIENTS).makeOptionMandatory())
    .option('--do <actions>', texts.actions(MANAGER_ACTIONS), readActions)
    .option('--numbers <numbers>', texts.numbers, readList)
    .option('--catalogue <items>', texts.catalogue, value => readCount('--catalogue', value))
    .option('--changes-only', texts.changesOnly)
    .option('--portion <documents>', texts.portion, value => readCount('--portion', value))
    .option('--base <file>', pull.base)
    .option('--no-pull', texts.noPull)
    .option('--no-wait', texts.noWait)
    .option('--interrupt', texts.interrupt)
    .option('--again', texts.again)
    .option('--json', texts.json)
    .action(async (options: PushOptions) => push(await withPassword(options, terminal), terminal))
}

type Push = Omit<PushOptions, 'password'> & { password: string }

async function withPassword(options: PushOptions, terminal: Terminal): Promise<Push> {
  requireAddress(options.url)
  return { ...options, password: await readPassword(options, terminal) }
}

/** Plays an exchange of УТ, УНФ or Розница with uploads. Fails if the site refuses one of the files. */
async function push(options: Push, terminal: Terminal): Promise<void> {
  const { formatUploads } = await import('@obmen/simulator')
  const { client, url, base: file } = options
  const base = await openBase(client, file)
  const uploads: UploadResult[] = []
  if (options.catalogue !== undefined) uploads.push(...(await pushCatalogue(base, options)))
  let pulled: ExchangeResult | undefined
  let managed: Managed[] = []
  if ((options.catalogue === undefined || options.do !== undefined) && uploads.every(({ ok }) => ok)) {
    pulled = options.pull ? await pullOrders(base, options, terminal) : undefined
    managed = await manageOrders(base, options)
    uploads.push(...(await uploadOrders(base, options, managed)))
  }
  await saveBase(base, file)
  const ok = uploads.at(-1)?.ok === true
  terminal.print(
    options.json
      ? JSON.stringify({ ok, client, url, pulled: pulled ?? null, managed, uploads })
      : formatUploads({ client, url, managed, uploads: uploads.filter(isShown) }, { color: terminal.colors }),
  )
  if (!ok) throw new AppError('conflict', (uploads.at(-1)?.answer ?? '').replaceAll('\n', ' ').trim())
}

/** The upload that was interrupted on purpose is not shown in the report. */
function isShown(upload: UploadResult, index: number, all: readonly UploadResult[]): boolean {
  return upload.ok || index === all.length - 1
}

async function pullOrders(base: OneC, options: Push, terminal: Terminal): Promise<ExchangeResult> {
  const { formatReport, runExchange } = await import('@obmen/simulator')
  const { url, login, password } = options
  const result = await runExchange(base, { url, login, password })
  if (result.ok) return result
  terminal.print(options.json ? JSON.stringify(result) : formatReport(result, { color: terminal.colors }))
  throw new AppError('conflict', `${result.summary} ${texts.pullFailed}`)
}

async function manageOrders(
  base: OneC,
  { do: actions = [...DEFAULT_ACTIONS], numbers }: Push,
): Promise<Managed[]> {
  const { documentOf, manage } = await import('@obmen/simulator')
  const all = [...base.documents.values()].flatMap(({ outcome }) => outcome.siteNumber ?? [])
  if (all.length === 0) throw new AppError('invalid', texts.noOrders)
  const managed: Managed[] = []
  for (const siteNumber of numbers ?? new Set(all)) {
    for (const action of actions) {
      const document = documentOf(base, siteNumber)
      if (!document) throw new AppError('invalid', texts.noSuchOrder(siteNumber))
      manage(base, document, action, new Date())
    }
    managed.push({ siteNumber, actions })
  }
  return managed
}

async function uploadOrders(base: OneC, options: Push, managed: readonly Managed[]): Promise<UploadResult[]> {
  const { markForUpload, pushOrders } = await import('@obmen/simulator')
  const wire = { ...wireOf(options), ...(options.portion !== undefined && { portion: options.portion }) }
  const uploads: UploadResult[] = []
  if (options.interrupt) uploads.push(...(await pushOrders(base, { ...wire, interrupt: true })).uploads)
  uploads.push(...(await pushOrders(base, wire)).uploads)
  if (options.again && uploads.at(-1)?.ok) {
    for (const { siteNumber } of managed) markForUpload(base, siteNumber)
    uploads.push(...(await pushOrders(base, wire)).uploads)
  }
  return uploads
}

async function pushCatalogue(base: OneC, options: Push): Promise<UploadResult[]> {
  const { runUpload, writeCatalogue } = await import('@obmen/simulator')
  const { catalogue: items = 1, changesOnly = false, interrupt, again } = options
  const files = writeCatalogue(base, { items, changesOnly })
  const upload = { ...wireOf(options), type: 'catalog' as const, files }
  const uploads: UploadResult[] = []
  if (interrupt) uploads.push(await runUpload(base, { ...upload, interrupt: true }))
  uploads.push(await runUpload(base, upload))
  if (again && uploads.at(-1)?.ok) uploads.push(await runUpload(base, upload))
  return uploads
}

function wireOf({ url, login, password, wait }: Push): Omit<UploadOptions, 'type' | 'files'> {
  return { url, login, password, waitForImport: wait }
}

function readList(text: string): string[] {
  return text.split(',').map(one => one.trim())
}

function readActions(text: string): ManagerAction[] {
  return readList(text).map(action => {
    const known = MANAGER_ACTIONS.find(one => one === action)
    if (known === undefined) throw new AppError('invalid', texts.unknownAction(action, MANAGER_ACTIONS))
    return known
  })
}

function readCount(name: string, text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 1) throw new AppError('invalid', texts.badCount(name, text))
  return count
}
