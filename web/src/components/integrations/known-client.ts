/** A client's name for people: "1C+Enterprise/8.3" is «1С:Предприятие 8.3»; others as they are. */
export function knownClient(userAgent: string, enterprise: string): string {
  const version = /^1C\+Enterprise\/([\d.]+)/.exec(userAgent)?.[1]
  return version === undefined ? userAgent : `${enterprise} ${version}`
}
