import { lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * npm packs no symbolic links; the package lists them, and its postinstall, which `--ignore-scripts` skips, makes them.
 * Makes the missing ones. Returns false where the folder may not be written.
 */
export function linkLibraries(native: string): boolean {
  const root = dirname(native)
  try {
    for (const { source, target } of readLinks(native)) {
      const link = join(root, target)
      if (lstatSync(link, { throwIfNoEntry: false })) continue
      try {
        symlinkSync(relative(dirname(link), join(root, source)), link)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
    }
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw error
  }
}

function readLinks(native: string): readonly { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
      source: string
      target: string
    }[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
