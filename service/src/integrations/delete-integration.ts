import { addJob } from '../db/add-job.js'
import { lockCompanies } from '../db/company-locks.js'
import type { Database, Queryable } from '../db/database.js'
import { abandonBatches } from '../outbox/forget-integration.js'
import { getIntegration } from './integration.js'

/**
 * Disconnects a 1C base for good: its login is never reused and nothing is sent to it any more. Orders, the
 * journal and the record of what it was sent stay; everything else is deleted in short steps afterwards
 * (forgetIntegration). `onDelete` ends, in the same transaction, what other rooms do with the integration.
 * Throws AppError `not-found`.
 */
export async function deleteIntegration(
  db: Database,
  locationId: string,
  integrationId: string,
  onDelete: (tx: Queryable, integrationKey: number) => Promise<void> = async () => {},
): Promise<{ key: number }> {
  return db.transaction(async tx => {
    const { companyId, key } = await getIntegration(tx, locationId, integrationId)
    await lockCompanies(tx, 'rules', 'exclusive', [companyId])
    await getIntegration(tx, locationId, integrationId)
    await tx.query(
      `with removed as (
         delete from integration where key = $1 returning key, id, location_id, company_id, name, login)
       insert into removed_integration (key, id, location_id, company_id, name, login, forgetting)
       select *, true from removed`,
      [key],
    )
    await onDelete(tx, key)
    await abandonBatches(tx, key)
    await addJob(tx, 'forget', { integrationKey: key })
    return { key }
  })
}
