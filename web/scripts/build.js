// The whole build of the web app: what `npm run build` and an install make is the same.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

await build({ root: fileURLToPath(new URL('..', import.meta.url)), logLevel: 'warn' })
// These read the manifest that was just written as they load.
await import('./name-page-files.js')
await import('./compress.js')
