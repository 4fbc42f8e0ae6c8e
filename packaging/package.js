import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readVersion } from '../service/dist/app/version.js'

// Makes obmen-VERSION.tgz of what `npm run build` has built, with all packages that it needs to run, as package-lock.json has
// them. Only PostgreSQL comes from the registry at the install: its programs are another package for each system.
const root = fileURLToPath(new URL('..', import.meta.url))
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8'))
const { version, description, license, engines } = read('package.json')
const service = read('service/package.json')
const { packages: lock } = read('package-lock.json')
const stage = mkdtempSync(join(tmpdir(), 'obmen-package-'))

/** The key in package-lock.json that `name` has for the folder `from`, by the way Node.js looks it up. */
function locate(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = join(at, 'node_modules', name)
    if (lock[path]) return path
    if (at === '') throw new Error(`package-lock.json lacks ${name}, which ${from} needs`)
  }
}

/** The folders of all that `folder` needs to run, but what is made for one system. */
function needed(folder, found = new Set()) {
  const { dependencies, optionalDependencies } = lock[folder]
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const path = locate(folder, name)
    const target = lock[path].link ? lock[path].resolved : path
    if (lock[target].os || found.has(target)) continue
    found.add(target)
    needed(target, found)
  }
  return found
}

function copy(from, to = from, keep = () => true) {
  mkdirSync(dirname(join(stage, to)), { recursive: true })
  cpSync(join(root, from), join(stage, to), { recursive: true, filter: keep })
}

const write = (path, content) => writeFileSync(join(stage, path), `${JSON.stringify(content, null, 2)}\n`)
/** Of what is compiled: no types, maps or notes of the compiler. */
const runs = path => !/\.(?:d\.ts|map|tsbuildinfo)$/.test(path)

try {
  for (const path of needed('service')) {
    if (path.startsWith('node_modules/'))
      copy(path, path, from => !from.slice(join(root, path).length).includes('node_modules'))
    else {
      copy(`${path}/package.json`, `node_modules/${lock[path].name}/package.json`)
      copy(`${path}/dist`, `node_modules/${lock[path].name}/dist`, runs)
    }
  }
  copy('service/dist', 'service/dist', runs)
  for (const path of ['service/bin/obmen.js', 'service/bin/compile.js', 'service/migrations', 'web/dist'])
    copy(path)
  for (const path of ['README.md', 'README.ru.md', 'CHANGELOG.md', 'LICENSE', 'docs']) copy(path)
  const gitHead = process.env.COMMIT || readVersion().commit
  write('service/package.json', { name: service.name, version, type: 'module', ...(gitHead && { gitHead }) })
  write('package.json', {
    name: 'obmen',
    version,
    description,
    license,
    type: 'module',
    engines,
    bin: { obmen: 'service/bin/obmen.js' },
    dependencies: service.dependencies,
    bundleDependencies: Object.keys(service.dependencies),
    optionalDependencies: service.optionalDependencies,
  })
  const { status } = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', root], {
    cwd: stage,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(stage, { recursive: true })
}
