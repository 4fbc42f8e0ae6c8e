import { setPriority } from 'node:os'
import type { Connected } from '../bench.js'
import { catalogueFile, uploadCatalogue } from './upload-catalogue.js'

// A 1C that uploads a catalogue, in a process of its own. It is another machine as a rule, and must not be in the way of the server here.
setPriority(19)
const [connected, bytes] = process.argv.slice(2) as [string, string]
await uploadCatalogue(JSON.parse(connected) as Connected, catalogueFile(Number(bytes)))
