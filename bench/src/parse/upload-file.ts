import { setPriority } from 'node:os'
import type { Connected } from '../bench.js'
import { catalogueFile, uploadCatalogue } from './upload-catalogue.js'

// A 1C that uploads a catalogue, in a separate process with low priority: it normally is another machine, and
// must not slow the server.
setPriority(19)
const [connected, bytes] = process.argv.slice(2) as [string, string]
await uploadCatalogue(JSON.parse(connected) as Connected, catalogueFile(Number(bytes)))
