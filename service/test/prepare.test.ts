import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from './support/databases.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PARTS = [
  'package.json',
  'tsconfig.base.json',
  'codec',
  'contract',
  'sdk',
  'simulator',
  'service',
  'web',
]

/** What npm runs after `npm ci`, in a copy whose web app was never built. */
describe('an install', () => {
  let clone: string
  const prepare = () => promisify(execFile)(process.execPath, [join(clone, 'service/bin/prepare.js')])

  beforeAll(async () => {
    clone = await mkdtemp(join(tmpdir(), 'obmen-prepare-'))
    const built = join(ROOT, 'web/dist')
    for (const part of PARTS)
      await cp(join(ROOT, part), join(clone, part), {
        recursive: true,
        preserveTimestamps: true,
        filter: from => from !== built,
      })
    await symlink(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
  })
  afterAll(() => rm(clone, { recursive: true }))

  it('builds the web app with its files named and compressed', async () => {
    await prepare()
    const early = await readFile(join(clone, 'web/dist/early.js'), 'utf8')
    expect(early).toMatch(/overview-page-[^/]*\.js/)
    const assets = await readdir(join(clone, 'web/dist/assets'))
    const scripts = assets.filter(name => name.endsWith('.js') && /-page-/.test(name))
    expect(scripts.length).toBeGreaterThan(10)
    expect(scripts.filter(name => !assets.includes(`${name}.br`))).toEqual([])
  })

  it('whose web app cannot be built succeeds, and says which Node.js it needs', async () => {
    await writeFile(join(clone, 'web/src/main.tsx'), 'import "./missing.js"')
    const { stderr } = await prepare()
    expect(stderr).toContain('"npm run build"')
    const { engines } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
    expect(stderr).toContain(`Node.js ${engines.node}; this is ${process.version}`)
  })

  it('whose sources were replaced but not built leaves the database and says what to run', async () => {
    await using db = await freshDatabase()
    const added = join(clone, 'service/migrations/9999_of_the_future.sql')
    await writeFile(added, 'create table of_the_future ();')
    const command = promisify(execFile)(process.execPath, [join(clone, 'service/bin/obmen.js'), 'migrate'], {
      env: { ...process.env, DATABASE_URL: db.url },
    })
    await expect(command).rejects.toMatchObject({
      stderr: expect.stringContaining('(9999_of_the_future): соберите её командой «npm ci --include=dev'),
    })
    const { rows } = await db.query<{ made: boolean }>(
      `select to_regclass('of_the_future') is not null as made`,
    )
    expect(rows).toEqual([{ made: false }])
    await rm(added)
  })

  it('without development packages succeeds and says what to run, as each command does then', async () => {
    await leaveOut('@types/yauzl')
    expect((await prepare()).stderr).toContain('what was built before runs')
    await rm(join(clone, 'service/dist'), { recursive: true })
    const { stderr } = await prepare()
    expect(stderr).toContain('«npm ci --include=dev --include=optional»')
    expect(stderr).not.toContain('what was built before')
    const command = promisify(execFile)(process.execPath, [join(clone, 'service/bin/obmen.js'), '--version'])
    await expect(command).rejects.toMatchObject({ code: 1, stderr })
  })

  /** Packages as after `npm ci --omit=dev`: the compiler is there, some types are not. */
  async function leaveOut(missing: string): Promise<void> {
    const packages = join(clone, 'node_modules')
    await rm(packages)
    const [scope = '', name = ''] = missing.split('/')
    for (const [folder, absent] of [
      ['', scope],
      [scope, name],
    ] as const) {
      await mkdir(join(packages, folder), { recursive: true })
      for (const entry of await readdir(join(ROOT, 'node_modules', folder)))
        if (entry !== absent)
          await symlink(join(ROOT, 'node_modules', folder, entry), join(packages, folder, entry))
    }
  }
})
