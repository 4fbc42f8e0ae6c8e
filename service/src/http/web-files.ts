import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

export interface WebFile {
  type: string
  body: Buffer
  etag: string
  /** The body for clients that understand it, smallest first; none where it would not be smaller. */
  encoded: { encoding: 'br' | 'gzip'; body: Buffer }[]
  /** Its name contains a hash of its contents, so it never changes. */
  immutable: boolean
}

/** Finds a file by its path from the root, `assets/index-1a2b.js`. */
export type WebFiles = (path: string) => Promise<WebFile | undefined>

/** Only files of the folder can be requested; the build has written `.br` beside what is worth it. */
export function openWebFiles(folder: string, rewrite: (path: string, text: string) => string): WebFiles {
  const known = new Set(list(folder))
  const loaded = new Map<string, Promise<WebFile>>()
  return async path => {
    if (!known.has(path) || path.endsWith('.br')) return undefined
    let file = loaded.get(path)
    if (!file) {
      file = load(folder, path, rewrite, known)
      loaded.set(path, file)
      file.catch(() => loaded.delete(path))
    }
    return file
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(path => path.split(sep).join('/'))
      .filter(path => !/(^|\/)\./.test(path) && statSync(join(folder, path)).isFile())
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

async function load(
  folder: string,
  path: string,
  rewrite: (path: string, text: string) => string,
  known: ReadonlySet<string>,
): Promise<WebFile> {
  const [type, isText] = TYPES[extname(path)] ?? ['application/octet-stream', false]
  const read = readFileSync(join(folder, path))
  const body = isText ? Buffer.from(rewrite(path, read.toString('utf8'))) : read
  const gzipped = isText && body.length > 1024 ? await compress(body, { level: 9 }) : undefined
  return {
    type,
    body,
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    immutable: /^assets\/.+-[\w-]{8,}\.\w+$/.test(path),
    encoded: [
      ...(known.has(`${path}.br`) && body.equals(read)
        ? [{ encoding: 'br' as const, body: readFileSync(join(folder, `${path}.br`)) }]
        : []),
      ...(gzipped && gzipped.length < body.length ? [{ encoding: 'gzip' as const, body: gzipped }] : []),
    ],
  }
}

const TYPES: Record<string, [type: string, isText: boolean]> = {
  '.html': ['text/html; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.css': ['text/css; charset=utf-8', true],
  '.json': ['application/json; charset=utf-8', true],
  '.webmanifest': ['application/manifest+json; charset=utf-8', true],
  '.svg': ['image/svg+xml; charset=utf-8', true],
  '.txt': ['text/plain; charset=utf-8', true],
  '.png': ['image/png', false],
  '.jpg': ['image/jpeg', false],
  '.webp': ['image/webp', false],
  '.ico': ['image/x-icon', false],
  '.woff2': ['font/woff2', false],
  '.wasm': ['application/wasm', false],
}
