import type { ReadingPhase } from '@obmen/contract'
import { readDocuments, readKnown } from './documents/read-documents.js'
import { readMarks } from './documents/read-marks.js'
import { readStatuses } from './documents/read-statuses.js'
import { readOrganization, readPublished } from './read-base.js'
import type { Reader } from './reader.js'
import { dropUnseen } from './related/drop-unseen.js'
import { readMovements, readPayers, readPayments } from './related/read-payments.js'
import { readShipmentLines, readShipments } from './related/read-shipments.js'

interface Step {
  name: string
  phase: ReadingPhase
  /** `from`: the position that it saved last; empty at its beginning. */
  perform(reader: Reader, from: string): Promise<void>
}

/** Each needs what those before it have stored. */
const STEPS: readonly Step[] = [
  { name: 'published', phase: 'published', perform: readPublished },
  { name: 'organization', phase: 'organization', perform: readOrganization },
  { name: 'marks', phase: 'marks', perform: readMarks },
  { name: 'documents', phase: 'documents', perform: readDocuments },
  { name: 'known', phase: 'known', perform: readKnown },
  { name: 'statuses', phase: 'statuses', perform: readStatuses },
  { name: 'movements', phase: 'payments', perform: readMovements },
  { name: 'payments', phase: 'payments', perform: readPayments },
  { name: 'payers', phase: 'payments', perform: readPayers },
  { name: 'shipments', phase: 'shipments', perform: readShipments },
  { name: 'lines', phase: 'shipments', perform: readShipmentLines },
  { name: 'unseen', phase: 'shipments', perform: dropUnseen },
]

/** The last one, of those that `performSteps` does not perform. */
const CONCLUDE = 'conclude'

/** Performs the steps from the one that was under way. `save` stores the progress. */
export async function performSteps(reader: Omit<Reader, 'save'>, save: () => Promise<void>): Promise<void> {
  const { progress } = reader
  const callsBefore = progress.calls
  const saveAt = async (cursor: string): Promise<void> => {
    progress.cursor = cursor
    progress.savedAt = new Date().toISOString()
    progress.calls = callsBefore + reader.client.calls
    await save()
  }
  const [begun = '', position = ''] = progress.cursor?.split(' ') ?? []
  const first = begun === CONCLUDE ? STEPS.length : STEPS.findIndex(({ name }) => name === begun)
  let from = position
  for (const [index, { name, phase, perform }] of STEPS.entries()) {
    if (index < first) continue
    progress.phase = phase
    await perform(
      {
        ...reader,
        save: (at = from) => {
          from = at
          return saveAt(`${name} ${at}`)
        },
      },
      from,
    )
    from = ''
    await saveAt(STEPS[index + 1]?.name ?? CONCLUDE)
  }
  progress.phase = 'conclude'
  await saveAt(CONCLUDE)
}
