/** Result of one check; with `ok: false`, the text says what to do. */
export interface CheckResult {
  ok: boolean
  text: string
}
