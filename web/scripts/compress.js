// Writes each text of the build compressed beside it (`.br`): once here, as small as can be, instead of at the first request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const LEAST_BYTES = 256
const assets = fileURLToPath(new URL('../dist/assets/', import.meta.url))

for (const name of readdirSync(assets)) {
  if (!/\.(js|css|svg)$/.test(name)) continue
  const body = readFileSync(assets + name)
  if (body.length < LEAST_BYTES) continue
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  writeFileSync(`${assets + name}.br`, brotliCompressSync(body, { params }))
}
