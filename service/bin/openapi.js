import fastify from 'fastify'
import { registerApi } from '../dist/api/register-api.js'
import { readVersion } from '../dist/app/version.js'
import { readConfig } from '../dist/config.js'

// Writes the OpenAPI document of the compiled service to stdout.
// Routes are registered and never called, so that no database is needed.
const app = fastify()
await registerApi(app, {
  config: readConfig({ DATABASE_URL: 'postgres://nowhere' }),
  version: readVersion().version,
  publicUrl: () => 'https://obmen.example.ru',
  stopping: new AbortController().signal,
})
const { body, statusCode } = await app.inject('/api/v1/openapi.json')
process.stdout.write(body)
await app.close()
if (statusCode !== 200) process.exitCode = 1
