import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.js'
import { HTTP_TEXTS } from './texts.js'
import { openWebFiles, type WebFile } from './web-files.js'

export interface WebAppOptions {
  folder: string
  /** Path that the app is reached at from outside, `/obmen`; empty at the root. */
  pathPrefix: string
}

/**
 * Serves the built web app: files by their path, index.html for every other page a browser opens, so that a
 * link into the app works; 404 for the rest. Call it on the scope whose headers (CSP) the pages should have.
 */
export function serveWebApp(app: FastifyInstance, { folder, pathPrefix }: WebAppOptions): void {
  const files = openWebFiles(folder, (path, text) =>
    path === 'index.html'
      ? text.replace(/<base href="[^"]*"/, `<base href="${escapeAttribute(pathPrefix)}/"`)
      : text,
  )
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request)
    if (request.method !== 'GET' && request.method !== 'HEAD') throw notFound()
    if (path === 'api' || path.startsWith('api/')) throw notFound()
    const file = await files(path === '' ? 'index.html' : path)
    if (file) return send(request, reply, file)
    if (path.startsWith('assets/') || !acceptsHtml(request)) throw notFound()
    const index = await files('index.html')
    if (index) return send(request, reply, index)
    return reply
      .code(503)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(HTTP_TEXTS.webNotBuilt)
  })
}

function send(request: FastifyRequest, reply: FastifyReply, file: WebFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoded = file.encoded.find(({ encoding }) => accepts(accepted, encoding))
  const etag = `"${file.etag}${encoded ? `-${encoded.encoding}` : ''}"`
  reply.headers({
    'content-type': file.type,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
    ...(file.encoded.length > 0 && { vary: 'accept-encoding' }),
  })
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoded) reply.header('content-encoding', encoded.encoding)
  return reply.code(200).send(encoded?.body ?? file.body)
}

function accepts(header: string, encoding: 'br' | 'gzip'): boolean {
  return new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'i').test(header)
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some(part => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag)
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split(/[?#]/, 1)[0]!.replace(/^\/+/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function acceptsHtml(request: FastifyRequest): boolean {
  return /\btext\/html\b/.test(request.headers.accept ?? '')
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, character => `&#${character.charCodeAt(0)};`)
}

function notFound(): AppError {
  return new AppError('not-found', HTTP_TEXTS.notFound)
}
