// Writes each text of the build compressed beside it (`.br`): once here, as small as can be, instead of at the first request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const LEAST_BYTES = 256
const assets = fileURLToPath(new URL('../dist/assets/', import.meta.url))

// At once, on all cores: every install waits for it.
await Promise.all(readdirSync(assets).map(writeCompressed))

/** @param {string} name */
async function writeCompressed(name) {
  if (!/\.(js|css|svg)$/.test(name)) return
  const body = readFileSync(assets + name)
  if (body.length < LEAST_BYTES) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  writeFileSync(`${assets + name}.br`, await promisify(brotliCompress)(body, { params }))
}
