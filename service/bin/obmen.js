#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { CANNOT_COMPILE, canCompile, compile } from './compile.js'

// A clone has sources only: the first command compiles them (a second or two); an installed package has dist already.
const entry = new URL('../dist/main.js', import.meta.url)
if (!existsSync(entry)) {
  if (!canCompile()) {
    console.error(CANNOT_COMPILE)
    process.exit(1)
  }
  if (!compile()) process.exit(1)
}
const { main } = await import(entry.href).catch(error => {
  if (error.code !== 'EMFILE' && error.code !== 'ENFILE') throw error
  console.error(
    'Исчерпан предел открытых файлов: увеличьте его (ulimit -n, в службе LimitNOFILE=65536) и запустите снова.',
  )
  process.exit(1)
})
await main(process.argv)
