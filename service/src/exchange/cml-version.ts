/** The parts of `2.10`, `2,10` or `2.10.1`; undefined for anything that is not a version. */
function parseVersion(text: string | undefined): readonly number[] | undefined {
  const parts = /^\s*(\d{1,3})[.,](\d{1,3})(?:[.,](\d{1,5}))?\s*$/.exec(text ?? '')
  return parts ? parts.slice(1).filter(Boolean).map(Number) : undefined
}

/** The stored form: `2.10.1`. Two digits after the first point, as in all versions of the standard. */
export function canonicalVersion(text: string | undefined): string | undefined {
  const [major, minor, patch] = parseVersion(text) ?? []
  if (major === undefined || minor === undefined) return undefined
  return [major, String(minor).padStart(2, '0'), patch].filter(part => part !== undefined).join('.')
}

export function agreedVersion(asked: string, ours: string): string {
  const [askedMajor = 0, askedMinor = 0] = parseVersion(asked) ?? []
  const [major = 0, minor = 0] = parseVersion(ours) ?? []
  const lower = askedMajor < major || (askedMajor === major && askedMinor < minor)
  return (lower ? canonicalVersion(asked) : undefined) ?? ours
}
