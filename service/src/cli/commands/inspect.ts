import { open, stat } from 'node:fs/promises'
import type { ReceivedDocument } from '@obmen/codec'
import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import type { Database } from '../../db/database.js'
import { isUuid } from '../../db/values.js'
import { AppError } from '../../errors/app-error.js'
import { INSPECT_TEXTS as texts } from '../inspect/texts.js'
import { openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'

interface InspectOptions {
  integration?: string
  json?: true
}

export function addInspect(oneC: Command, terminal: Terminal): void {
  oneC
    .command('inspect')
    .description(texts.description)
    .argument('<file>', texts.fileArgument)
    .option('--integration <id>', texts.integration)
    .option('--json', texts.json)
    .action((file: string, options: InspectOptions) => inspect(file, options, terminal))
}

/** Reads a file as the server would. Ends with 0 if it can be read, 1 if not, 2 if there is no such file. */
async function inspect(
  path: string,
  { integration, json }: InspectOptions,
  terminal: Terminal,
): Promise<void> {
  const config = readConfig(terminal.env)
  await requireFile(path)
  const [
    { readDocument },
    { inspectFile },
    { inspectDocument },
    { withComparison },
    { formatInspection },
    { explainUnreadable },
  ] = await Promise.all([
    import('../../accounting/apply/apply-documents.js'),
    import('../../inspection/inspect-file.js'),
    import('../../inspection/inspect-document.js'),
    import('../../catalogue/inspection/catalogue-comparison.js'),
    import('../inspect/format-inspection.js'),
    import('../../uploads/processing/read-upload.js'),
  ])
  await using db =
    integration === undefined
      ? undefined
      : await openConfiguredDatabase(config, 'command', { mustExist: true, warn: terminal.notify })
  const key = db && (await findKey(db, integration!))
  const { catalogueItemsLimit: limit, fileInspectionDocuments: shown } = config
  await using file = await open(path)
  const { files, changes } = await inspectFile(file, {
    limits: config,
    maxItems: shown,
    name: path,
    show: async text => {
      const document = JSON.parse(text) as ReceivedDocument
      const change = db && key !== undefined ? await inspectDocument(db, key, document) : null
      return { reported: readDocument(document).reported, change }
    },
    ...(db && {
      withComparison: work => withComparison(db, { integrationKey: key!, limit, shown }, work),
    }),
  }).catch((error: unknown) => {
    const refusal = explainUnreadable(error, path)
    throw refusal ? new AppError('conflict', refusal.message) : error
  })
  terminal.print(
    json ? JSON.stringify({ file: path, files, catalogue: changes }) : formatInspection(files, changes),
  )
  if (files.some(({ failure }) => failure !== null)) throw new AppError('conflict', texts.failed)
}

async function requireFile(path: string): Promise<void> {
  const failure = await stat(path).then(
    found => (found.isFile() ? undefined : 'EISDIR'),
    ({ code, message }: NodeJS.ErrnoException) => code ?? message,
  )
  if (failure !== undefined) throw new AppError('invalid', texts.noFile(path, failure))
}

async function findKey(db: Database, id: string): Promise<number> {
  const { rows } = isUuid(id)
    ? await db.query<{ key: number }>('select key from integration where id = $1', [id])
    : { rows: [] }
  if (!rows[0]) throw new AppError('invalid', texts.noIntegration(id))
  return rows[0].key
}
