import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { openQueuePool } from './queue-pool.js'

describeOnEachPostgres('the pool of the queue', pg => {
  it('takes a connection back once, however often it is given', async () => {
    const { url } = await pg.freshDatabase()
    const queue = openQueuePool({ url, poolSize: 1 })
    await new Promise<void>((resolve, reject) => {
      queue.pool.connect((error, _client, done) => {
        if (error) return reject(error)
        done()
        expect(() => done()).not.toThrow()
        resolve()
      })
    })
    expect([queue.pool.totalCount, queue.pool.idleCount]).toEqual([1, 1])
    await queue.stop(Promise.resolve())
    await queue.end()
  })

  it('gives none once it is stopped, and ends all the same', async () => {
    const { url } = await pg.freshDatabase()
    const queue = openQueuePool({ url, poolSize: 1 })
    await queue.stop(Promise.resolve())
    let given = false
    queue.pool.connect().then(
      () => {
        given = true
      },
      () => {
        given = true
      },
    )
    await queue.end()
    expect(given).toBe(false)
  })
})
