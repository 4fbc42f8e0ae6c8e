import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'

// Does with the Dockerfile what `docker build` and `docker run` would, without Docker: each stage is a folder, the Node.js of
// this machine stands for the image's. The checkout is read-only. Started by root, one account builds, and another runs Obmen.
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MOST_MEGABYTES = 180
const HEALTHY_WITHIN_MS = 180_000
const BUILDER = account('daemon')
const RUNNER = account('nobody')
/** The environment of whoever starts this, without what npm adds to it. */
const ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))

const work = mkdtempSync(join(tmpdir(), 'obmen-check-'))
chmodSync(work, 0o755)
try {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  lint(dockerfile)
  const image = build(dockerfile, checkOut())
  const program = join(image.root, image.workdir)
  const megabytes = Number.parseInt(run('du', ['-sm', program]), 10)
  if (megabytes > MOST_MEGABYTES)
    throw new Error(`${megabytes} MB are installed: more than ${MOST_MEGABYTES}`)
  run('chmod', ['-R', 'a-w', program])
  await play(image)
  console.log(`The Dockerfile does what it says; ${megabytes} MB are installed.`)
} finally {
  run('chmod', ['-R', 'u+w', work])
  rmSync(work, { recursive: true })
}

function account(name) {
  if (process.getuid() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map(what => Number(run('id', [what, name])))
  return { uid, gid }
}

/** What it prints; a step that is shown prints for itself. */
function run(program, words, { shown = false, ...options } = {}) {
  const stdio = ['ignore', shown ? 'inherit' : 'pipe', 'inherit']
  const { status, error, stdout } = spawnSync(program, words, { stdio, encoding: 'utf8', ...options })
  if (status !== 0)
    throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? `exit code ${status}`}`)
  return stdout ?? ''
}

function lint(dockerfile) {
  const found = validate(dockerfile).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`)
  for (const word of ['USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK'])
    if (!new RegExp(`^${word} `, 'm').test(dockerfile)) found.push(`no ${word}`)
  if (found.length > 0) throw new Error(`Dockerfile: ${found.join('; ')}`)
}

/** What Docker is sent: the files that git knows or would add. `.dockerignore` leaves out what git ignores, and git's own. */
function checkOut() {
  const context = join(work, 'checkout')
  const files = run('git', ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard'], { cwd: ROOT })
  for (const file of files
    .trim()
    .split('\n')
    .filter(name => existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(context, file)), { recursive: true })
    cpSync(join(ROOT, file), join(context, file))
  }
  run('chmod', ['-R', 'a+rX,a-w', context])
  return context
}

/** The last stage, after all its steps. */
function build(dockerfile, context) {
  const stages = new Map()
  let stage
  for (const [line, word, rest] of dockerfile.replace(/\\\n\s*/g, '').matchAll(/^([A-Z]+) (.+)$/gm)) {
    console.log(line)
    if (word === 'FROM') {
      const name = rest.split(' AS ')[1] ?? 'image'
      const home = join(work, `home-of-${name}`)
      stage = { root: join(work, name), workdir: '/', paths: [], env: { ...ENV, HOME: home }, said: {} }
      stages.set(name, stage)
      for (const folder of [home, stage.root]) makeFolder(folder)
    } else if (word === 'COPY') copy(stage, rest, { context, stages })
    else if (word === 'RUN') {
      const options = { cwd: join(stage.root, stage.workdir), env: stage.env, shown: true, ...BUILDER }
      run('/bin/sh', ['-c', located(stage, rest)], options)
    } else if (word === 'WORKDIR') {
      stage.workdir = rest
      stage.paths.push(rest)
      makeFolder(join(stage.root, rest))
    } else if (word === 'ENV') {
      for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g))
        stage.env[name] = located(stage, value).replace('$PATH', stage.env.PATH)
    } else if (stage) stage.said[word] = rest
  }
  return stage
}

function copy(stage, rest, { context, stages }) {
  const words = rest.split(' ')
  const flags = Object.fromEntries(words.filter(word => word.startsWith('--')).map(word => word.split('=')))
  const [to, ...sources] = words.filter(word => !word.startsWith('--')).reverse()
  const target = join(stage.root, resolve('/', stage.workdir, to))
  const from = flags['--from'] ? stages.get(flags['--from']).root : context
  if (to.startsWith('/')) stage.paths.push(to)
  mkdirSync(target, { recursive: true })
  // Of a folder Docker copies what is in it.
  const script = 'for one in $1; do if [ -d "$one" ]; then cp -R "$one/." "$2"; else cp "$one" "$2"; fi; done'
  for (const source of sources) run('/bin/sh', ['-c', script, 'copy', join(from, source), target])
  const { uid, gid } = flags['--chown'] ? RUNNER : BUILDER
  run('chmod', ['-R', 'u+w', target])
  if (uid !== undefined) run('chown', ['-R', `${uid}:${gid}`, target])
}

function makeFolder(path) {
  mkdirSync(path, { recursive: true })
  if (BUILDER.uid !== undefined) run('chown', [`${BUILDER.uid}:${BUILDER.gid}`, path])
}

/** Paths of the image in `text`, as they are in the stage's folder. */
function located({ root, paths }, text) {
  return paths.reduce((changed, path) => changed.replaceAll(path, join(root, path)), text)
}

/** Runs the demo, then the service until its health check is content, and stops it. */
async function play({ root, workdir, env, said }) {
  const port = String(await freePort())
  const options = { cwd: join(root, workdir), env: { ...env, HOME: '/nonexistent', PORT: port }, ...RUNNER }
  const [program] = JSON.parse(said.ENTRYPOINT)
  run(program, ['demo', '--exit'], options)
  const service = spawn(program, JSON.parse(said.CMD), { ...options, stdio: 'inherit' })
  const ended = once(service, 'exit')
  const [check, ...words] = JSON.parse(said.HEALTHCHECK.slice(said.HEALTHCHECK.indexOf('[')))
  const giveUpAt = Date.now() + HEALTHY_WITHIN_MS
  while (spawnSync(check, words, options).status !== 0) {
    if (Date.now() > giveUpAt || service.exitCode !== null)
      throw new Error('The service does not become healthy')
    await delay(500)
  }
  service.kill(said.STOPSIGNAL)
  const [code] = await ended
  if (code !== 0) throw new Error(`Stopped by ${said.STOPSIGNAL}, the service ends with ${code}`)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}
