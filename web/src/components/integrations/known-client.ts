/** What 1C calls itself, as a person would: "1C+Enterprise/8.3" is «1С:Предприятие 8.3». Anything else stays as it is. */
export function knownClient(userAgent: string, enterprise: string): string {
  const version = /^1C\+Enterprise\/([\d.]+)/.exec(userAgent)?.[1]
  return version === undefined ? userAgent : `${enterprise} ${version}`
}
