import fc from 'fast-check'
import { it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { PaymentsHarness, paymentOperation } from '../../../test/support/sale-feed/payments-harness.js'

const RUNS = Number(process.env.OUTBOX_MODEL_RUNS ?? 20)

describeOnNewestPostgres('whatever becomes of orders, settings, announcements and successes', pg => {
  it('a payment has one number and one method in the books of a 1C, and is told in one form (O8)', async () => {
    const db = await pg.freshDatabase()
    await fc.assert(
      fc.asyncProperty(
        fc.array(paymentOperation, { minLength: 5, maxLength: 40, size: 'max' }),
        async operations => {
          const harness = await PaymentsHarness.begin(db)
          for (const each of operations) await harness.perform(each)
          await harness.settle()
        },
      ),
      { numRuns: RUNS },
    )
  }, 300_000)
})
