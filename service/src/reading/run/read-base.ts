import { ReadingError } from '../odata/failures.js'
import type { OrganizationRow, Program, SettingsRow, Source } from '../programs/program.js'
import { list, type Reader, readIfPublished } from './reader.js'
import { requireSameBase } from './same-base.js'

/** All that a reading asks for, apart from tabular parts, which come with their document. */
export const sourcesOf = (program: Program): Source<unknown>[] => [
  program.documents,
  program.organizations,
  program.customers,
  program.marks.properties,
  program.marks.rows,
  program.settings,
  program.statuses,
  program.movements,
  program.payments,
  program.shipments,
]

/** Sets of it that 1C does not list. */
export const unpublishedOf = (program: Program, published: ReadonlySet<string>): string[] =>
  sourcesOf(program)
    .map(({ set }) => set)
    .filter(set => !published.has(set))

/** Which sets there are. Throws ReadingError `documents-not-published`. */
export async function readPublished({ client, program, progress }: Reader): Promise<void> {
  const published = await client.published()
  const { set } = program.documents
  if (!published.has(set)) throw new ReadingError('documents-not-published', { set })
  progress.unpublished = unpublishedOf(program, published)
}

/**
 * Whose documents they are, and how the site's are numbered; then whether it is still the same base. Without
 * the catalogue of organizations those of all are read. Throws ReadingError `organization-unknown`.
 */
export async function readOrganization(reader: Reader): Promise<void> {
  const { program, progress, chosenOrganization: chosen } = reader
  progress.organization = null
  let organization: OrganizationRow | undefined
  await readIfPublished(reader, [program.organizations.set], async () => {
    organization = chooseOrganization(await list(reader, program.organizations, {}), reader)
    progress.organization = { id: organization.ref, name: organization.name }
  })
  if (!organization && chosen && /^[0-9a-f-]{36}$/i.test(chosen))
    progress.organization = { id: chosen.toLowerCase(), name: '' }
  await readIfPublished(reader, [program.settings.set], async () => {
    const settings = (await list(reader, program.settings, {})).filter(isOf(progress.organization?.id))
    if (settings.length !== 1) return
    progress.startDate = settings[0]!.startDate
    if (organization) progress.ownPrefix = program.ownPrefix(organization, settings[0]!)
  })
  await requireSameBase(reader)
}

const isOf =
  (organization: string | undefined) =>
  (settings: SettingsRow): boolean =>
    settings.organization === null || settings.organization === organization

/** Of a base with very many. */
const NAMED = 20

/** The chosen one, by GUID, ИНН or name; else that of the company's ИНН; else the only one. */
export function chooseOrganization(
  organizations: readonly OrganizationRow[],
  { chosenOrganization, companyInn }: Pick<Reader, 'chosenOrganization' | 'companyInn'>,
): OrganizationRow {
  const chosen = chosenOrganization?.trim().toLowerCase()
  const fitting = chosen
    ? organizations.filter(({ ref, inn, name }) => [ref, inn, name.toLowerCase()].includes(chosen))
    : organizations.filter(({ inn }) => inn === companyInn)
  const [only] = fitting.length === 0 && !chosen ? organizations : fitting
  if (!only || (fitting.length !== 1 && organizations.length !== 1))
    throw new ReadingError('organization-unknown', {
      organization: chosenOrganization ?? companyInn,
      names: organizations
        .slice(0, NAMED)
        .map(({ name }) => name)
        .join(', '),
    })
  return only
}
