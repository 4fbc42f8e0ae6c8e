import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { OutboxHarness } from '../../../test/support/outbox/outbox-harness.js'
import { operation } from '../../../test/support/outbox/outbox-operations.js'

const RUNS = Number(process.env.OUTBOX_MODEL_RUNS ?? 30)

describeOnNewestPostgres('whatever happens in whatever order', pg => {
  it('each 1C gets what the model says, each revision once, the newest last (O2, O4–O7, O9)', async () => {
    const db = await pg.freshDatabase()
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 5, maxLength: 60, size: 'max' }),
        async operations => {
          const harness = await OutboxHarness.begin(db)
          for (const each of operations) await harness.perform(each)
          await harness.settle()
          expect(harness.twice).toEqual([])
        },
      ),
      { numRuns: RUNS },
    )
  }, 300_000)
})
