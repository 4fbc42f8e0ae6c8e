/** The name of a client as a person would say it: "1C+Enterprise/8.3" is «1С:Предприятие 8.3». Others are shown as they are. */
export function knownClient(userAgent: string, enterprise: string): string {
  const version = /^1C\+Enterprise\/([\d.]+)/.exec(userAgent)?.[1]
  return version === undefined ? userAgent : `${enterprise} ${version}`
}
