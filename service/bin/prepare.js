import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// npm runs this after `npm ci` in a clone, so that `npx obmen` starts at once and has its web app. An install without
// development packages has no compiler: then what was built before is used.
const root = fileURLToPath(new URL('../..', import.meta.url))
const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
const bundler = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const builder = fileURLToPath(new URL('../../web/scripts/build.js', import.meta.url))

if (existsSync(compiler)) {
  const compiled = run(compiler, ['-b', 'service'], root)
  if (!compiled) process.exit(1)
  // The service works without the web app; a failed build of it must not take the install down.
  if (existsSync(bundler) && !run(builder, [], root)) {
    const { engines } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
    console.warn('The web app could not be built: run "npm run build" to see why.')
    console.warn(`It needs Node.js ${engines.node}; this is ${process.version}.`)
  }
}

function run(program, words, cwd) {
  return spawnSync(process.execPath, [program, ...words], { cwd, stdio: 'inherit' }).status === 0
}
