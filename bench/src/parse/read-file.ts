import { createReadStream } from 'node:fs'
import { createCatalogueReader, createDocumentReader } from '@obmen/codec'

// Reads a file as the server's thread does, in a process of its own; prints what it found and how long it
// took.
const [kind, path] = process.argv.slice(2) as ['catalogue' | 'orders', string]
const started = performance.now()
const reader = kind === 'catalogue' ? createCatalogueReader() : createDocumentReader()
let found = 0
for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }))
  for (const _ of reader.push(piece as Buffer)) found++
for (const _ of reader.end()) found++
console.log(JSON.stringify({ found, ms: performance.now() - started }))
