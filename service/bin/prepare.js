import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CANNOT_COMPILE, canCompile, compile } from './compile.js'

// npm runs this after `npm ci` in a clone, so that `npx obmen` starts at once and has its web app. An install without
// development packages has nothing to build with: it says so, and succeeds.
const root = fileURLToPath(new URL('../..', import.meta.url))
const bundler = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const builder = fileURLToPath(new URL('../../web/scripts/build.js', import.meta.url))

if (!canCompile()) {
  console.warn(CANNOT_COMPILE)
  if (existsSync(new URL('../dist/main.js', import.meta.url))) {
    console.warn('До тех пор работает то, что собрано раньше. Until then, what was built before runs.')
  }
} else {
  if (!compile()) process.exit(1)
  // The service works without the web app; a failed build of it must not take the install down.
  if (
    existsSync(bundler) &&
    spawnSync(process.execPath, [builder], { cwd: root, stdio: 'inherit' }).status !== 0
  ) {
    const { engines } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
    console.warn('The web app could not be built: run "npm run build" to see why.')
    console.warn(`It needs Node.js ${engines.node}; this is ${process.version}.`)
  }
}
