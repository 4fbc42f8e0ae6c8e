import type { ReadingStep } from '@obmen/contract'
import type { ReadingCheck } from '@obmen/contract/rest'
import { type ODataClient, openODataClient } from '../odata/client.js'
import { ReadingError, SetNotPublished } from '../odata/failures.js'
import { normalizeUrl } from '../odata/query.js'
import type { ODataOptions } from '../odata/transport.js'
import type { OrganizationRow, Program } from '../programs/program.js'
import { chooseOrganization, sourcesOf, unpublishedOf } from '../run/read-base.js'
import { AGAIN, describeSet, failureInWords } from '../texts.js'
import { checkTexts as texts } from './texts.js'

/** What is looked for behind the address. */
export interface CheckSubject {
  program: Program
  /** GUID, ИНН or name, as a person chose it. */
  organization: string | null
  companyInn: string
  timezone: string
}

/** A person waits for it. */
const FIRST_TIMEOUT_MS = 60_000
const TIMEOUT_MS = 30_000
const CLOCK_MINUTES = 5

class CheckEnded extends Error {}

/** Tries out, with nothing stored, whether a 1C can be read, step by step. Throws only the signal's reason. */
export async function checkReading(options: ODataOptions, subject: CheckSubject): Promise<ReadingCheck> {
  const url = normalizeUrl(options.url)
  await using client = openODataClient({
    firstTimeoutMs: FIRST_TIMEOUT_MS,
    timeoutMs: TIMEOUT_MS,
    ...options,
    url,
  })
  const check = new Check(client, { ...subject, url, login: options.login })
  try {
    await check.run()
  } catch (error) {
    if (!(error instanceof CheckEnded)) throw error
  }
  return { steps: check.steps, organizations: check.organizations }
}

class Check {
  readonly steps: ReadingCheck['steps'] = []
  organizations: ReadingCheck['organizations'] = []

  constructor(
    readonly client: ODataClient,
    readonly subject: CheckSubject & { url: string; login: string },
  ) {}

  async run(): Promise<void> {
    const published = await this.#signIn()
    const clockOff = this.client.serverDate && this.client.serverDate.getTime() - Date.now()
    const missing = this.#lookForSets(published)
    await this.#tryRights(missing)
    await this.#findOrganization(missing)
    this.#compareClocks(clockOff)
  }

  #say(code: ReadingStep, ok: boolean, message: string, sets: readonly string[] = []): void {
    this.steps.push({ code, ok, message, failure: null, objects: sets.map(describeSet) })
  }

  /** No reading follows by itself: nothing is stored. */
  #fail(code: ReadingStep, failure: ReadingError, words = failureInWords(failure)): void {
    const message = words.replace(AGAIN, texts.later)
    this.steps.push({ code, ok: false, message, failure: failure.code, objects: [] })
  }

  /** Address, connection and password, which all show in the first call. */
  async #signIn(): Promise<ReadonlySet<string>> {
    const { url, login } = this.subject
    const started = performance.now()
    try {
      const published = await this.client.published()
      this.#say('address', true, texts.address(url))
      this.#say('reached', true, texts.reached(Math.ceil((performance.now() - started) / 100) / 10))
      this.#say('signed-in', true, texts.signedIn(login))
      return published
    } catch (error) {
      const failure = asFailure(error)
      if (['address-not-public', 'name-not-found'].includes(failure.code)) {
        this.#fail('address', failure)
        throw new CheckEnded()
      }
      this.#say('address', true, texts.address(url))
      if (failure.code === 'wrong-password' || failure.code === 'no-right') {
        this.#say('reached', true, texts.reachedUnsigned)
        this.#fail(failure.code === 'no-right' ? 'rights' : 'signed-in', failure)
      } else this.#fail('reached', failure)
      throw new CheckEnded()
    }
  }

  /** Returns the sets that are not published. */
  #lookForSets(published: ReadonlySet<string>): string[] {
    const { program } = this.subject
    const missing = unpublishedOf(program, published)
    const vital = program.documents.set
    if (published.size === 0) this.#say('published', false, texts.nothingPublished)
    else if (missing.includes(vital))
      this.#say(
        'published',
        false,
        texts.vitalMissing(
          vital,
          missing.filter(set => set !== vital),
        ),
        missing,
      )
    else if (missing.length === 0) this.#say('published', true, texts.published)
    else this.#say('published', true, texts.partlyPublished(missing), missing)
    if (missing.includes(vital)) throw new CheckEnded()
    return missing
  }

  /** One row of each set, with the fields that a reading asks for. */
  async #tryRights(missing: string[]): Promise<void> {
    const { program } = this.subject
    const found = { refused: [] as string[], restricted: [] as string[], otherFields: [] as string[] }
    for (const { set, select, row } of sourcesOf(program)) {
      if (missing.includes(set)) continue
      const ask = (allowedOnly: boolean) => this.client.list(set, { select, top: 1, allowedOnly }, row)
      try {
        await ask(false)
      } catch (error) {
        const failure = asFailure(error)
        if (failure instanceof SetNotPublished) missing.push(set)
        else if (failure.params.status === 400) found.otherFields.push(set)
        else if (failure.code === 'no-right')
          await ask(true).then(
            () => found.restricted.push(set),
            () => found.refused.push(set),
          )
        else {
          this.#fail('rights', failure)
          throw new CheckEnded()
        }
      }
    }
    missing.push(...found.refused, ...found.otherFields)
    const wrong = (['refused', 'restricted', 'otherFields'] as const).filter(kind => found[kind].length > 0)
    if (wrong.length === 0) this.#say('rights', true, texts.rights)
    else
      this.#say(
        'rights',
        false,
        wrong.map(kind => texts[kind](found[kind])).join('') + texts.edits,
        wrong.flatMap(kind => found[kind]),
      )
    if (missing.includes(program.documents.set)) throw new CheckEnded()
  }

  async #findOrganization(missing: readonly string[]): Promise<void> {
    const { program, organization: chosenOrganization, companyInn } = this.subject
    const { set, select, row } = program.organizations
    if (missing.includes(set)) return this.#say('organization', true, texts.noOrganizations)
    let rows: OrganizationRow[] = []
    try {
      rows = await this.client.list(set, { select, allowedOnly: true }, row)
      this.organizations = rows.map(({ ref, name, inn }) => ({ id: ref, name, inn: inn || null }))
      const { name, inn } = chooseOrganization(rows, { chosenOrganization, companyInn })
      const how = chosenOrganization ? 'chosen' : inn === companyInn ? 'by-inn' : 'only'
      this.#say('organization', true, texts.organization(name, inn, how))
    } catch (error) {
      const failure = asFailure(error)
      const isUnknown = failure.code === 'organization-unknown'
      const names = rows.map(({ name, inn }) => (inn === '' ? name : `${name} (ИНН ${inn})`))
      this.#fail(
        'organization',
        failure,
        isUnknown ? texts.organizationUnknown(names, chosenOrganization) : undefined,
      )
    }
  }

  #compareClocks(offMs: number | undefined): void {
    const { timezone } = this.subject
    const minutes = Math.round((offMs ?? 0) / 60_000)
    if (Math.abs(minutes) >= CLOCK_MINUTES) this.#say('clock', false, texts.clockOff(minutes))
    else this.#say('clock', true, offMs === undefined ? texts.noClock(timezone) : texts.clock(timezone))
  }
}

/** @throws what is no failure of a reading */
function asFailure(error: unknown): ReadingError {
  if (error instanceof ReadingError) return error
  throw error
}
