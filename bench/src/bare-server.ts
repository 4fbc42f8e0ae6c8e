import { openDatabase } from '@obmen/service'
import Fastify from 'fastify'

// The floor of a short call: one HTTP request and one round trip to the database.
const db = openDatabase({ url: process.env.DATABASE_URL!, poolSize: Number(process.env.POOL_SIZE) })
const app = Fastify()
app.get('/1c', async (_request, reply) => {
  await db.query('select 1')
  return reply.type('text/plain; charset=utf-8').send('success')
})
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })} \n`)
