import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { AppError } from '../../errors/app-error.js'
import { PROBLEM_TEXTS } from '../../errors/texts.js'
import { sessionCookie } from '../authenticate.js'
import type { ApiDeps } from '../deps.js'
import { writeDocument } from './write-document.js'

/** Describes the routes registered after it: OpenAPI 3.1 at `openapi.json`, a page to read it at `docs`. */
export async function describeApi(scope: FastifyInstance, deps: ApiDeps): Promise<void> {
  const routes: RouteOptions[] = []
  scope.addHook('onRoute', route => {
    if (route.config?.documented && route.method !== 'HEAD') routes.push(route)
  })
  // Built once, at the first request: the port is known once the server listens.
  let built: Buffer | undefined
  scope.get('/openapi.json', async (_request, reply) => {
    const about = { version: deps.version, url: deps.publicUrl(), cookie: sessionCookie(deps.config) }
    built ??= Buffer.from(JSON.stringify(writeDocument(routes, about)))
    return reply.header('etag', `"${deps.version}"`).type('application/json; charset=utf-8').send(built)
  })
  scope.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0]!
    // With a trailing slash the page requests its files relative to itself, whatever prefix a proxy adds.
    if (path.endsWith('/docs')) return reply.redirect('docs/')
    if (path.endsWith('/docs/json')) return reply.redirect('../openapi.json')
    if (path.endsWith('/docs/yaml')) throw new AppError('not-found', PROBLEM_TEXTS['not-found'])
  })
  // The page's plugin wants it; the document itself is ours.
  await scope.register(swagger, {
    mode: 'static',
    specification: { document: { openapi: '3.1.0' } as never },
  })
  await scope.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Obmen API' },
    // With the names of operations as anchors, which docs/platform.md gives.
    uiConfig: { layout: 'BaseLayout', deepLinking: true },
  })
}
